"""``RSS`` of a section, an album, a topic or a language: the newest published items, one query."""

from collections.abc import Iterable
from DateTime import DateTime
from datetime import datetime
from eduportal import topics
from eduportal.face.dates import NEVER
from eduportal.face.dates import ZONE
from eduportal.face.place import Place
from eduportal.feeds.writing import Channel
from eduportal.feeds.writing import Story
from eduportal.feeds.writing import rss
from functools import cached_property
from itertools import chain
from itertools import islice
from plone import api
from Products.Five.browser import BrowserView
from zope.component import getMultiAdapter

NAME = "RSS"
NEWEST = 20
REGISTER = "document_register"
"""The display of sections that are registers."""
TYPES = (
    "AdmissionSeason",
    "Album",
    "Document",
    "Event",
    "Link",
    "News Item",
    "OfficialDocument",
    "Procedure",
    "Resource",
    "Service",
    "Topic",
)


class Feed(Place, BrowserView):
    """Of all that lies in a section or language, at any depth.

    Asked for by an editor too it holds what is published and nothing else.
    """

    def __call__(self) -> bytes:
        self.request.response.setHeader("Content-Type", "application/rss+xml; charset=utf-8")
        stories = [self._story(brain) for brain in islice(self.brains(), NEWEST)]
        return rss(self._channel, stories)

    def brains(self) -> Iterable:
        return self.search(portal_type=TYPES, review_state="published")

    def search(self, **query) -> Iterable:
        return api.portal.get_tool("portal_catalog").searchResults(
            path="/".join(self.context.getPhysicalPath()),
            effectiveRange=DateTime(),
            sort_on="effective",
            sort_order="descending",
            sort_limit=NEWEST,
            **query,
        )

    @property
    def title(self) -> str:
        return f"{self.context.title} – {self.unit_name}"

    @cached_property
    def _channel(self) -> Channel:
        url = self.context.absolute_url()
        description = self.context.description or ""
        return Channel(self.title, url, f"{url}/{NAME}", description, self.language)

    def _story(self, brain) -> Story:
        english = brain.edu_title_en if self.language == "en" else ""
        return Story(
            title=english or brain.Title or brain.getId,
            url=brain.getURL(),
            uid=brain.UID,
            description=brain.Description or "",
            published=_published(brain),
        )


class SectionFeed(Feed):
    """A register's section offers the register's own feed: documents are listed in both languages
    and lie in one of them."""

    def __call__(self) -> bytes:
        if self.context.getLayout() == REGISTER:
            return getMultiAdapter((self.context, self.request), name="register.rss")()
        return super().__call__()


class RootFeed(Feed):
    """Of a language: the unit's own name is the title, not "Tiếng Việt"."""

    @property
    def title(self) -> str:
        return self.unit_name


class AlbumFeed(Feed):
    """The pictures of a published album; each leads to its own page."""

    def brains(self) -> Iterable:
        if api.content.get_state(self.context, default="") != "published":
            return ()
        return self.search(portal_type="Image")

    def _story(self, brain) -> Story:
        story = super()._story(brain)
        return story._replace(url=f"{story.url}/view")


class TopicFeed(Feed):
    """What was chosen for the topic, then what its keywords gather: as on its page."""

    def brains(self) -> Iterable:
        return chain(topics.picked(self.context), topics.gathered(self.context))


def _published(brain) -> datetime | None:
    moment = brain.effective
    if not moment or moment.year() <= NEVER:
        return None
    # by the clock here; DateTime.asdatetime gives the zone as it was before 1906, +07:07
    return datetime.fromtimestamp(float(moment), ZONE)
