"""Links to free web hosts, which the rules ask units not to rely on."""

from Acquisition import aq_base
from eduportal import _
from eduportal.sources.settings import PREFIX
from eduportal.sources.settings import ISourceSettings
from lxml import html
from lxml.etree import ParserError
from plone import api
from plone.app.textfield.interfaces import IRichTextValue
from urllib.parse import urlsplit
from zope.i18nmessageid import Message

LINKS = ("href", "src")
ADDRESSES = ("source_url", "remoteUrl", "link")


def warnings(content) -> list[Message]:
    """One sentence per free host that the item leads to, for its editor and its reviewer."""
    listed = _listed()
    found = sorted({host for one in addresses(content) if (host := _free(one, listed))})
    return [
        _(
            "free_host_linked",
            default=(
                "The item leads to ${host}, a free web host; the rules ask to name an official "
                "source instead (Kon Tum, II.1)."
            ),
            mapping={"host": host},
        )
        for host in found
    ]


def addresses(content) -> list[str]:
    """Every address that an item links to: in its formatted texts, its source, itself a link."""
    item = aq_base(content)
    texts = [value for value in vars(item).values() if IRichTextValue.providedBy(value)]
    found = [getattr(item, name, None) or "" for name in ADDRESSES]
    for text in texts:
        found += _linked(text.raw or "")
    return [one for one in found if isinstance(one, str) and one]


def _linked(markup: str) -> list[str]:
    try:
        tree = html.fragment_fromstring(markup, create_parent="div")
    except ParserError:
        return []
    return [node.get(name) for node in tree.iter() for name in LINKS if node.get(name)]


def _listed() -> tuple[str, ...]:
    default = ISourceSettings["free_hosts"].default
    lines = api.portal.get_registry_record(f"{PREFIX}.free_hosts", default=default)
    return tuple(line.strip().lower().removeprefix("www.") for line in lines or () if line.strip())


def _free(address: str, listed: tuple[str, ...]) -> str:
    """The host of an address that is a listed one or below it, else ``""``."""
    try:
        host = (urlsplit(address.strip()).hostname or "").rstrip(".")
    except ValueError:
        return ""
    return host if any(host == one or host.endswith(f".{one}") for one in listed) else ""
