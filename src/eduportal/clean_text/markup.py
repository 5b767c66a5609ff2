"""HTML as it is stored: what Word, Excel and Google Docs add is taken off, what was written stays.

Tables, lists, links, pictures, headings, emphasis and alignment stay; fonts, colours, sizes, empty
wrappers and the programs' own notes go. Cleaning twice changes nothing more.
"""

from eduportal.clean_text import styles
from eduportal.clean_text.characters import tidy
from eduportal.clean_text.word_lists import make_lists
from lxml import etree
from lxml import html
import re

# Word's conditional sections are comments to a browser; the parser would read some as text.
NOTES = re.compile(
    r"<!--\[if.*?<!\[endif\]-->|<!--\[if[^>]*\]>|<!\[endif\]-->|<!\[(?:if|endif)[^>]*>"
    r"|<!--(?:Start|End)Fragment-->|<\?xml[^>]*>",
    re.DOTALL | re.IGNORECASE,
)
GONE = frozenset({"style", "meta", "link", "title", "xml", "head"})
FOREIGN_GONE = ("w:", "m:", "v:")
UNWRAPPED = frozenset({"google-sheets-html-origin", "center", "font", "html", "body"})
EMPTY_GONE = frozenset({"b", "em", "i", "s", "small", "strong", "sub", "sup", "u"})
HOLDS_SOMETHING = frozenset(
    {"audio", "br", "canvas", "embed", "hr", "iframe", "img", "input", "object", "svg", "video"}
)
AS_TYPED = frozenset({"code", "pre", "script", "style", "textarea"})
PARAGRAPHS = frozenset({"div", "li", "p", "td", "th"})
BLANKS = " \t\r\n\u00a0"
WORD_ANCHOR = re.compile(r"_(GoBack|Hlk\d+|Ref\d+|Toc\d+)|OLE_LINK\d+|docs-internal-guid.*")


def clean(markup: str) -> str:
    """``markup`` without what a paste brought along; the very same string where nothing did."""
    if not markup.strip():
        return markup
    try:
        tree = html.fragment_fromstring(NOTES.sub("", markup), create_parent="div")
    except etree.LxmlError:
        return markup
    before = serialised(tree)
    make_lists(tree)
    for element in list(tree.iterdescendants()):
        if element.getparent() is not None:
            _clean_element(element)
    _tidy_text(tree)
    _drop_empty(tree)
    after = serialised(tree)
    # The parser writes attributes in its own way: who changed nothing keeps what was typed.
    return markup if before == after and not NOTES.search(markup) else after


def _clean_element(element) -> None:
    if not isinstance(element.tag, str):
        return
    if element.tag in GONE or element.tag.startswith(FOREIGN_GONE):
        element.drop_tree()
        return
    from_word = styles.is_words_own(element)
    emphasis = styles.clean_attributes(element)
    if element.tag == "p" and from_word and not _says_something(element):
        element.drop_tree()
    elif ":" in element.tag or element.tag in UNWRAPPED and not element.attrib:
        _unwrap(element)
    elif element.tag == "a" and WORD_ANCHOR.fullmatch(element.get("name") or element.get("id", "")):
        if not element.get("href") and not _is_target(element):
            element.drop_tag()
    elif element.tag in ("b", "i", "strong", "em") and styles.PLAIN in emphasis:
        # Google Docs wraps everything in a <b> that says it is not bold.
        element.drop_tag()
    elif element.tag in ("span", "font"):
        _emphasise(element, emphasis)


def _unwrap(element) -> None:
    if element.tag == "center":
        element.tag = "div"
        element.set("style", "text-align: center;")
    else:
        element.drop_tag()


def _emphasise(span, emphasis: tuple[str, ...]) -> None:
    """A span that only says bold becomes what says so without a style; one without all goes."""
    wanted = [tag for tag in emphasis if tag != styles.PLAIN and not _inside(span, tag)]
    if span.tag == "font" and span.attrib:
        span.tag = "span"
    if span.attrib:
        for tag in wanted:
            _wrap_content(span, tag)
        return
    if not wanted:
        span.drop_tag()
        return
    span.tag = wanted[0]
    for tag in wanted[1:]:
        _wrap_content(span, tag)


def _inside(element, tag: str) -> bool:
    same = {"strong": ("strong", "b", "th"), "em": ("em", "i")}.get(tag, (tag,))
    return any(parent.tag in same for parent in element.iterancestors())


def _wrap_content(element, tag: str) -> None:
    inner = html.Element(tag)
    inner.text, element.text = element.text, None
    for child in list(element):
        inner.append(child)
    element.append(inner)


def _is_target(anchor) -> bool:
    name = anchor.get("name") or anchor.get("id")
    return any(link.get("href") == f"#{name}" for link in anchor.getroottree().iter("a"))


def _tidy_text(tree) -> None:
    for element in tree.iter():
        if not isinstance(element.tag, str):
            continue
        parents = [element, *element.iterancestors()]
        if not any(parent.tag in AS_TYPED for parent in parents):
            element.text = _tidied(element.text, alone=len(element) == 0, element=element)
        if not any(parent.tag in AS_TYPED for parent in parents[1:]) and element is not tree:
            element.tail = _tidied(element.tail)


def _tidied(text: str | None, alone: bool = False, element=None) -> str | None:
    if not text:
        return text
    if alone and not text.strip(BLANKS) and "\u00a0" in text:
        # An empty line or cell, as the editor itself writes it.
        return "\u00a0" if element.tag in PARAGRAPHS else " "
    # A combining stroke behind a bracket would compose with the bracket.
    text = re.sub("(?<![^<>=])\u0338", "", text)
    tidied = tidy(text)
    if element is not None and element.tag in PARAGRAPHS and text[:1] == "\u00a0":
        return tidied.lstrip(" ")
    return tidied


def _drop_empty(tree) -> None:
    for element in reversed(list(tree.iterdescendants())):
        if element.tag in EMPTY_GONE and not _says_something(element):
            blank = element.text
            element.drop_tree() if not blank else element.drop_tag()


def _says_something(element) -> bool:
    if element.text_content().strip(BLANKS):
        return True
    return any(child.tag in HOLDS_SOMETHING or child.get("id") for child in element.iter())


def serialised(tree) -> str:
    """What stands inside ``tree``."""
    inner = "".join(html.tostring(child, encoding="unicode") for child in tree)
    return (_escaped(tree.text) if tree.text else "") + inner


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
