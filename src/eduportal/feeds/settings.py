"""Control panel "News from elsewhere (RSS)": registry ``eduportal.feeds.*``, and their state."""

from datetime import datetime
from eduportal import _
from eduportal.face.dates import ZONE
from eduportal.feeds.addresses import FeedError
from eduportal.feeds.addresses import split
from eduportal.feeds.copies import Copies
from eduportal.feeds.copies import Copy
from eduportal.feeds.copies import folder
from eduportal.feeds.reasons import sentence
from plone import api
from plone.app.registry.browser import controlpanel
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from urllib.parse import urlsplit
from zope import schema
from zope.interface import Interface
from zope.interface import Invalid
from zope.interface import provider
from zope.schema.interfaces import IContextSourceBinder
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary

PREFIX = "eduportal.feeds"
MOST = 10


def is_address(text: str) -> bool:
    """Whether a line may be the address of a feed; the field gives empty lines as well."""
    try:
        if text.strip():
            split(text.strip())
    except FeedError as error:
        raise Invalid(sentence(error.reason)) from None
    return True


class IFeedSettings(Interface):
    """The feeds that a portal may show on its home page."""

    addresses = schema.List(
        title=_("Addresses of feeds"),
        description=_(
            "RSS or Atom of other sites, such as the sector's portal; one address per line. They "
            'are fetched twice an hour; the home page\'s block "News from elsewhere" shows them.'
        ),
        value_type=schema.TextLine(constraint=is_address, max_length=500),
        max_length=2 * MOST,
        required=False,
        default=[],
        missing_value=[],
    )


def addresses() -> list[str]:
    """The feeds of the portal at hand, each once."""
    lines = api.portal.get_registry_record(f"{PREFIX}.addresses", default=None) or ()
    return list(dict.fromkeys(line.strip() for line in lines if line.strip()))[:MOST]


def copy_of(address: str) -> Copy | None:
    """What is kept of a feed, which is wanted from now on; None where nothing was tried yet."""
    where = folder()
    if where is None:
        return None
    copies = Copies(where)
    copies.want(address)
    return copies.of(address)


def host_of(address: str) -> str:
    return (urlsplit(address).hostname or "").removeprefix("www.")


def moment(seconds: float) -> str:
    """``21/11/2026 15:20`` in Viet Nam."""
    return f"{datetime.fromtimestamp(seconds, ZONE):%d/%m/%Y %H:%M}"


@provider(IContextSourceBinder)
def known_feeds(context) -> SimpleVocabulary:
    """For the block's settings: each feed by its title, and a word where it cannot be had."""
    return SimpleVocabulary([_term(address) for address in addresses()])


def _term(address: str) -> SimpleTerm:
    copy = copy_of(address)
    title = f"{copy.title} ({host_of(address)})" if copy and copy.title else address
    if copy is not None and copy.reason:
        title = _(
            "feed_failing",
            default="${title}: cannot be had since ${when}",
            mapping={"title": title, "when": moment(copy.fetched or copy.tried)},
        )
    return SimpleTerm(address, address.encode().hex(), title)


class FeedForm(controlpanel.RegistryEditForm):
    """The addresses."""

    schema = IFeedSettings
    schema_prefix = PREFIX
    label = _("News from elsewhere (RSS)")


class FeedControlPanel(controlpanel.ControlPanelFormWrapper):
    """The form, and below it how each feed is doing."""

    form = FeedForm
    index = ViewPageTemplateFile("panel.pt")

    def states(self) -> list[dict]:
        """Each feed, with ``when`` of the last good copy and ``reason`` of the last failure."""
        return [self._state(address) for address in addresses()]

    @property
    def without_place(self) -> bool:
        return folder() is None

    def _state(self, address: str) -> dict:
        copy = copy_of(address) or Copy(address)
        return {
            "address": address,
            "title": copy.title,
            "count": len(copy.items),
            "when": moment(copy.fetched) if copy.fetched else "",
            "tried": moment(copy.tried) if copy.tried else "",
            "reason": sentence(copy.reason) if copy.reason else "",
        }
