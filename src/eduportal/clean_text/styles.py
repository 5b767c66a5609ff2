"""Which attributes and styles of pasted markup say something, and which only how it looked."""

import re

# Word: Mso…, SpellE, WordSection1. Excel: xl65. Office on the web: TextRun, SCXW12. Google Docs:
# docs-…, c3. Mail: gmail_…, Apple-….
OFFICE_CLASS = re.compile(
    r"Mso\w*|xl\d+|WordSection\d*|Section\d+|SpellE|GramE|Apple-[\w-]+|gmail[\w-]*|docs-[\w-]+"
    r"|TextRun|NormalTextRun|EOP|SCX[WO]?\d+|BCX\d+|Paragraph|OutlineElement|Ltr|TableGrid\w*"
    r"|ListContainerWrapper|(?:Bullet|Number)ListStyle\d+|SpellingError\w*|ContextualSpelling\w*"
    r"|TableParagraph|ListParagraph\w*|western|[cs]\d{1,3}"
)
# A font from before Unicode is part of what the text says: without it nobody knows how to read it.
OLD_FONT = re.compile(r"\W*(?:\.?vn(?!\w*-?(?:sans|serif|mono))|vni\b|vps\b)", re.IGNORECASE)
MEDIA = frozenset({"audio", "embed", "figure", "iframe", "img", "object", "video"})
CELLS = frozenset({"col", "table", "td", "th", "tr"})
ALIGNED = frozenset({"center", "justify", "left", "right"})
GONE = frozenset(
    {"bgcolor", "border", "cellpadding", "cellspacing", "color", "contenteditable", "dir", "face"}
    | {"height", "hspace", "link", "nowrap", "paraeid", "paraid", "size", "spellcheck", "valign"}
    | {"vlink", "vspace", "width"}
)
GONE_PREFIXES = ("data-sheets", "data-contrast", "data-ccp", "data-font", "data-mce", "aria-level")
PLAIN = "plain"
BOLD = re.compile(r"bold|bolder|[6-9]00")
PERCENT = re.compile(r"[\d.]+%")
# The steps in which the editor itself indents.
INDENT = re.compile(r"(?:40|80|120|160|200)px")


def is_words_own(element) -> bool:
    """Whether Word made this element."""
    return "Mso" in element.get("class", "") or "mso-" in element.get("style", "")


def clean_attributes(element) -> tuple[str, ...]:
    """Takes off what only shows; returns the emphasis that was said by style: tags, ``PLAIN``."""
    said = declarations(element.get("style", ""))
    emphasis = _emphasis(said)
    _keep_alignment(element, said)
    if element.tag == "font" and OLD_FONT.match(element.get("face", "")):
        said["font-family"] = element.get("face")
    _clean_class(element)
    for name in list(element.attrib):
        if _is_gone(element, name, element.get(name)):
            del element.attrib[name]
    kept = {name: value for name, value in said.items() if _is_kept(element, name, value)}
    if kept == declarations(element.get("style", "")):
        return emphasis
    element.attrib.pop("style", None)
    if kept:
        element.set("style", " ".join(f"{name}: {value};" for name, value in kept.items()))
    return emphasis


def declarations(style: str) -> dict[str, str]:
    """The properties of a ``style`` attribute."""
    pairs = (part.partition(":") for part in style.split(";"))
    return {name.strip().lower(): value.strip() for name, _, value in pairs if value.strip()}


def _emphasis(said: dict[str, str]) -> tuple[str, ...]:
    weight = said.get("font-weight", "").lower()
    raised = {"super": ("sup",), "sub": ("sub",)}.get(said.get("vertical-align", ""), ())
    return (
        (("strong",) if BOLD.fullmatch(weight) else ())
        + ((PLAIN,) if weight in ("normal", "400") else ())
        + (("em",) if said.get("font-style", "").lower() == "italic" else ())
        + raised
    )


def _keep_alignment(element, said: dict[str, str]) -> None:
    """``align`` is no HTML any more; what it said is said by style."""
    value = element.attrib.pop("align", "").lower()
    if value not in ALIGNED or element.tag in ("table", "iframe", "hr"):
        return
    name = "float" if element.tag == "img" else "text-align"
    if name != "float" or value in ("left", "right"):
        said.setdefault(name, value)


def _clean_class(element) -> None:
    classes = element.get("class")
    if classes is None:
        return
    kept = [name for name in classes.split() if not OFFICE_CLASS.fullmatch(name)]
    if kept != classes.split():
        element.set("class", " ".join(kept))
    if not kept:
        del element.attrib["class"]


def _is_gone(element, name: str, value: str) -> bool:
    if ":" in name or name.startswith(GONE_PREFIXES):
        return True
    if name == "lang":
        # Word stamps its own language on everything, in capitals; a person's mark is lang="en".
        return value != value.lower()
    if name == "id":
        return value.startswith("docs-internal-guid")
    if name == "role":
        return value == "presentation" and element.tag in ("p", "span")
    if element.tag in MEDIA or name not in GONE:
        return False
    return not (element.tag in CELLS and PERCENT.fullmatch(value))


def _is_kept(element, name: str, value: str) -> bool:
    if name.startswith(("mso-", "-webkit-", "-moz-")):
        return False
    if element.tag in MEDIA:
        return not name.startswith(("font", "color", "background"))
    if name == "font-family":
        return OLD_FONT.match(value) is not None
    if name == "text-align":
        return value.lower() in ALIGNED
    if name == "text-decoration":
        return element.tag != "a" and value in ("underline", "line-through")
    if name == "vertical-align":
        return element.tag in CELLS and value in ("top", "middle", "bottom")
    if name == "width":
        return element.tag in CELLS and PERCENT.fullmatch(value) is not None
    if name == "padding-left":
        return INDENT.fullmatch(value) is not None
    if name in ("margin-left", "margin-right"):
        return value == "auto"
    return name in ("border-collapse", "border-style", "border-width", "float", "list-style-type")
