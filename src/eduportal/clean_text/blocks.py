"""A rich text as its paragraphs, cells and headings, of which each may be in an encoding."""

from eduportal.clean_text.markup import serialised
from eduportal.clean_text.styles import declarations
from eduportal.vietnamese import legacy
from lxml import etree
from lxml import html

BLOCKS = frozenset(
    {"blockquote", "caption", "dd", "div", "dt", "figcaption", "h1", "h2", "h3", "h4", "h5", "h6"}
    | {"li", "p", "pre", "td", "th"}
)
SKIPPED = frozenset({"script", "style"})
FONTS = {".vn": "tcvn3", "vni": "vni", "vps": "vps"}


class Blocks:
    """``texts`` are the blocks' own words, in reading order."""

    def __init__(self, markup: str) -> None:
        try:
            self._tree = html.fragment_fromstring(markup, create_parent="div")
        except etree.LxmlError:
            self._tree = html.Element("div")
        self._places: dict[object, list[tuple[object, str]]] = {}
        for event, element in etree.iterwalk(self._tree, events=("start", "end", "comment")):
            if event == "start" and element.tag not in SKIPPED:
                self._note(element, element, "text")
            elif event != "start" and element is not self._tree:
                self._note(element.getparent(), element, "tail")

    @property
    def texts(self) -> list[str]:
        return [
            "".join(
                ("\n" if element.tag == "br" else "") + getattr(element, place)
                for element, place in places
            )
            for places in self._places.values()
        ]

    def convert(self, encodings: list[str]) -> str:
        """The markup with each block converted from its encoding; "" leaves one as it is.

        Where a font is said, it wins: .VnTimeH drew the small signs as capitals.
        """
        for places, encoding in zip(self._places.values(), encodings, strict=True):
            for element, place in places if encoding else ():
                font = _old_font(element if place == "text" else element.getparent())
                named = _encoding_of(font) or encoding
                text = legacy.convert(getattr(element, place), named)
                if named == "tcvn3" and font.lower().endswith("h"):
                    text = text.upper()
                setattr(element, place, text)
        _forget_fonts(self._tree)
        return serialised(self._tree)

    def _note(self, holder, element, place: str) -> None:
        if not getattr(element, place):
            return
        owner = next(
            (one for one in (holder, *holder.iterancestors()) if one.tag in BLOCKS), self._tree
        )
        self._places.setdefault(owner, []).append((element, place))


def _old_font(element) -> str:
    for one in (element, *element.iterancestors()):
        font = declarations(one.get("style", "")).get("font-family", "").strip("'\" ")
        if _encoding_of(font):
            return font.split(",")[0].strip("'\" ")
    return ""


def _encoding_of(font: str) -> str:
    return next((name for start, name in FONTS.items() if font.lower().startswith(start)), "")


def _forget_fonts(tree) -> None:
    for element in list(tree.iterdescendants(etree.Element)):
        said = declarations(element.get("style", ""))
        if not _encoding_of(said.pop("font-family", "").strip("'\" ")):
            continue
        del element.attrib["style"]
        if said:
            element.set("style", " ".join(f"{name}: {value};" for name, value in said.items()))
        elif element.tag == "span" and not element.attrib:
            element.drop_tag()
