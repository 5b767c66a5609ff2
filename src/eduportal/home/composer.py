"""``@@home-composer``: blocks are added, moved, set, hidden; on a draft until it is published."""

from collections.abc import Callable
from dataclasses import dataclass
from eduportal import _
from eduportal.home import arrangement
from eduportal.home import store
from eduportal.home.arrangement import COLUMNS
from eduportal.home.arrangement import MOST
from eduportal.home.arrangement import WIDE
from eduportal.home.arrangement import Arrangement
from eduportal.home.arrangement import Placement
from eduportal.home.arrangement import fits
from eduportal.home.interfaces import IHomeBlock
from eduportal.home.page import block_of
from eduportal.home.page import rendered
from eduportal.sections import LANGUAGES
from functools import cached_property
from plone import api
from plone.protect import CheckAuthenticator
from plone.protect import PostOnly
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.component import getAdapters
from zope.i18n import translate
from zope.i18nmessageid import Message

TITLES = {
    "top": _("Wide row at the top"),
    "left": _("Left column"),
    "middle": _("Middle column"),
    "right": _("Right column"),
    "bottom": _("Wide row at the bottom"),
}
LANGUAGE_TITLES = {"vi": _("Preview in Vietnamese"), "en": _("Preview in English")}
LATER = _(
    "Somebody else changed the arrangement in the meantime. It is shown as it is now; please do "
    "your last step again."
)


@dataclass(frozen=True)
class Row:
    """A placement as the page shows it; ``block`` is None where its add-on is gone."""

    placement: Placement
    title: str
    block: IHomeBlock | None
    first: bool
    last: bool
    empty: bool
    columns: list[dict]


class HomeComposer(BrowserView):
    """Every button is a form of its own, so that all of it works without a script."""

    page_heading = _("Arrange the home page")
    index = ViewPageTemplateFile("composer.pt")

    def __call__(self) -> str:
        self.request.response.setHeader("Cache-Control", "private, no-store")
        if self.request.method != "POST":
            return self.index()
        PostOnly(self.request)
        CheckAuthenticator(self.request)
        anchor = self._act()
        self.request.response.redirect(f"{self.url}{anchor}")
        return ""

    @cached_property
    def portal(self):
        return api.portal.get()

    @property
    def url(self) -> str:
        return f"{self.portal.absolute_url()}/@@home-composer"

    @property
    def version(self) -> str:
        return store.version()

    @property
    def has_draft(self) -> bool:
        return store.has_draft()

    @property
    def has_previous(self) -> bool:
        return store.has_previous()

    @property
    def previews(self) -> list[dict]:
        return [
            {
                "title": LANGUAGE_TITLES[one],
                "url": f"{self.portal[one].absolute_url()}/@@home-preview",
            }
            for one in LANGUAGES
            if one in self.portal
        ]

    @cached_property
    def home(self):
        """The language root in which blocks are tried out."""
        language = api.portal.get_current_language()
        return self.portal.get(language) or self.portal[LANGUAGES[0]]

    @property
    def columns(self) -> list[dict]:
        """``name``, ``title``, ``rows`` and the blocks that may be added: ``choices``."""
        draft = store.draft()
        return [
            {
                "name": name,
                "title": TITLES[name],
                "wide": name in WIDE,
                "rows": self._rows(arrangement.in_column(draft, name)),
                "choices": [one for one in self.offered if fits(name, one["where"])],
            }
            for name in COLUMNS
        ]

    @cached_property
    def offered(self) -> list[dict]:
        """All blocks of kit and add-ons by title: ``id``, ``title``, ``where``."""
        found = getAdapters((self.home, self.request), IHomeBlock)
        blocks = [
            {"id": name, "title": self._words(block.title), "where": block.where}
            for name, block in found
        ]
        return sorted(blocks, key=lambda one: one["title"].casefold())

    def options_url(self, key: str) -> str:
        return f"{self.portal.absolute_url()}/@@home-block-options?key={key}"

    def _rows(self, placements: Arrangement) -> list[Row]:
        return [
            self._row(placement, place == 0, place == len(placements) - 1)
            for place, placement in enumerate(placements)
        ]

    def _row(self, placement: Placement, first: bool, last: bool) -> Row:
        block = block_of(self.home, self.request, placement)
        columns = [
            {"name": name, "title": TITLES[name], "here": name == placement.column}
            for name in COLUMNS
            if block is not None and fits(name, block.where)
        ]
        return Row(
            placement=placement,
            title=block.heading if block is not None else placement.block,
            block=block,
            first=first,
            last=last,
            empty=not rendered(self.home, self.request, placement),
            columns=columns,
        )

    def _words(self, message: Message) -> str:
        return translate(message, context=self.request)

    def _act(self) -> str:
        """Do what the pressed button says; the part of the page to come back to."""
        form = self.request.form
        if form.get("version") != store.version():
            api.portal.show_message(LATER, self.request, "warning")
            return ""
        action = str(form.get("action", ""))
        if action in WHOLE:
            do, message = WHOLE[action]
            do()
            if action in BRINGING and not store.has_draft():
                message = SAME
            api.portal.show_message(message, self.request)
            return ""
        before = store.draft()
        after = self._changed(before, action)
        if after != before:
            store.keep_draft(after)
        return self._anchor(before, after, str(form.get("key", "")))

    def _changed(self, draft: Arrangement, action: str) -> Arrangement:
        form = self.request.form
        key, column = str(form.get("key", "")), str(form.get("column", ""))
        if action == "add":
            return self._added(draft, str(form.get("block", "")), column)
        placement = arrangement.find(draft, key)
        if placement is None:
            return draft
        if action in STEPS:
            return arrangement.stepped(draft, key, STEPS[action])
        if action in HIDING:
            return arrangement.changed(draft, key, hidden=HIDING[action])
        if action == "remove":
            return arrangement.without(draft, key)
        if action == "place" and self._may_stand(placement.block, column):
            return arrangement.placed(draft, key, column, _whole(form.get("index")))
        return draft

    def _added(self, draft: Arrangement, block: str, column: str) -> Arrangement:
        if len(draft) >= MOST:
            message = _(
                "home_full",
                default="A home page has room for ${most} blocks; take one away first.",
                mapping={"most": MOST},
            )
            api.portal.show_message(message, self.request, "warning")
            return draft
        if not self._may_stand(block, column):
            return draft
        return arrangement.add(draft, block, column)

    def _may_stand(self, block: str, column: str) -> bool:
        where = {one["id"]: one["where"] for one in self.offered}
        return column in COLUMNS and block in where and fits(column, where[block])

    def _anchor(self, before: Arrangement, after: Arrangement, key: str) -> str:
        """The block that was worked on, or the column it was taken from: the focus goes there."""
        added = {one.key for one in after} - {one.key for one in before}
        shown = added.pop() if added else key
        if arrangement.find(after, shown):
            return f"#edu-placed-{shown}"
        gone = arrangement.find(before, shown)
        return f"#edu-column-{gone.column}" if gone else ""


STEPS = {"up": -1, "down": 1}
HIDING = {"hide": True, "show": False}
WHOLE: dict[str, tuple[Callable[[], None], Message]] = {
    "publish": (store.publish, _("Published. Visitors see this arrangement from now on.")),
    "drop": (store.drop_draft, _("The draft was dropped. Visitors never saw it.")),
    "previous": (
        store.draft_from_previous,
        _("This is the arrangement before the last publication, as a draft."),
    ),
    "default": (
        store.draft_from_default,
        _("This is the arrangement your kind of unit begins with, as a draft."),
    ),
}
BRINGING = ("previous", "default")
SAME = _("That is the arrangement visitors see now: there is nothing to publish.")


def _whole(text) -> int:
    return int(text) if str(text or "").isdigit() else MOST
