"""Pictures in rich text: in the sizes and the format that a screen needs, and only when seen."""

from eduportal.pictures.markup import catalogued
from eduportal.pictures.markup import markup
from html import unescape
from plone.outputfilters.interfaces import IFilter
from zope.interface import implementer
import re

SHOWN = re.compile(r"<picture\b.*?</picture>|<img\b[^>]*>", re.DOTALL | re.IGNORECASE)
IMG = re.compile(r"<img\b([^>]*)>", re.IGNORECASE)
ATTRIBUTE = re.compile(r"""([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
SCALE = re.compile(r"(?P<url>.+)/(?P<download>@@images/(?P<field>\w+)-\d+-\w+\.\w+)")
DEFAULT = "large"
OURS = ("src", "srcset", "sizes", "loading", "decoding", "data-picturevariant", "data-scale")


@implementer(IFilter)
class Pictures:
    """After Plone's own filters (700, 800), which turn ``resolveuid/…`` into addresses."""

    order = 900

    def __init__(self, context=None, request=None) -> None:
        self.context = context
        self.request = request

    def is_enabled(self) -> bool:
        return self.context is not None

    def __call__(self, data: str) -> str | None:
        if "<img" not in data:
            return None
        return SHOWN.sub(self._shown, data)

    def _shown(self, found: re.Match) -> str:
        image = IMG.search(found[0])
        if image is None:
            return found[0]
        given = {m[1].lower(): unescape(m[2] or m[3] or "") for m in ATTRIBUTE.finditer(image[1])}
        address = SCALE.fullmatch(given.get("src", ""))
        scales = self._scales(address) if address else None
        if scales is None:
            return found[0].replace(image[0], _lazy(image[0], given))
        kept = {name: value for name, value in given.items() if name not in OURS}
        return markup(
            address["url"], scales, _name_of(scales, address["download"]), more={"alt": ""} | kept
        )

    def _scales(self, address: re.Match) -> dict | None:
        """What the catalogue knows of a picture of this portal."""
        try:
            path = self.request.physicalPathFromURL(address["url"])
        except ValueError:
            return None
        found = (catalogued("/".join(path)) or {}).get(address["field"])
        return found[0] if found and found[0].get("download") else None


def _name_of(scales: dict, download: str) -> str:
    for name, one in scales["scales"].items():
        if one["download"] == download:
            return name
    return DEFAULT


def _lazy(tag: str, given: dict[str, str]) -> str:
    if "loading" in given:
        return tag
    return f'<img loading="lazy" decoding="async"{tag[4:]}'
