"""Word pastes lists as paragraphs that begin with a drawn bullet; here they become lists."""

from lxml import html
import re

# Bullets as they are typed, and as Word draws them with Symbol and Wingdings.
MARKER = re.compile(
    "[\\s\u00a0]*(?:(?P<bullet>[·•▪◦§o\\-–+*Øü\uf0a7\uf0b7\uf0d8\uf0fc])"
    "|(?P<number>\\d{1,2})[.)]|(?P<letter>[a-h])[.)])[\\s\u00a0]+"
)
LEVEL = re.compile(r"\blevel(\d)")
DEEPEST = 6


def make_lists(tree) -> None:
    """Each run of Word's list paragraphs becomes ``ul`` or ``ol``, nested by level."""
    for paragraph in list(tree.iter("p")):
        if paragraph.getparent() is None or not _is_item(paragraph):
            continue
        run = [paragraph]
        while (after := run[-1].getnext()) is not None and after.tag == "p" and _is_item(after):
            if (run[-1].tail or "").strip():
                break
            run.append(after)
        _replace(run)


def _is_item(paragraph) -> bool:
    said = paragraph.get("style", "").replace(" ", "")
    named = "MsoListParagraph" in paragraph.get("class", "") or "mso-list:l" in said
    return named and MARKER.match(paragraph.text_content()) is not None


def _replace(run: list) -> None:
    """Put one list with its inner lists at the place of ``run``."""
    top = None
    open_lists: list[tuple[int, str, object]] = []
    for paragraph in run:
        level, marker = _level(paragraph), MARKER.match(paragraph.text_content())
        kind = "ul" if marker["bullet"] else "1" if marker["number"] else "a"
        while open_lists and open_lists[-1][0] > level:
            open_lists.pop()
        if open_lists and open_lists[-1][:2] != (level, kind) and open_lists[-1][0] == level:
            open_lists.pop()
        if not open_lists or open_lists[-1][0] < level:
            made = _list(kind, marker)
            if open_lists:
                open_lists[-1][2][-1].append(made)
            else:
                paragraph.addprevious(made)
                top = made
            open_lists.append((level, kind, made))
        open_lists[-1][2].append(_item(paragraph, marker.end()))
    for paragraph in run:
        if paragraph is run[-1] and top is not None:
            top.tail = paragraph.tail
        paragraph.getparent().remove(paragraph)


def _list(kind: str, marker: re.Match):
    made = html.Element("ul" if kind == "ul" else "ol")
    if kind == "a":
        made.set("type", "a")
    first = marker["number"] or (marker["letter"] and ord(marker["letter"]) - ord("a") + 1) or 1
    if kind != "ul" and int(first) != 1:
        made.set("start", str(first))
    return made


def _level(paragraph) -> int:
    found = LEVEL.search(paragraph.get("style", ""))
    return min(int(found[1]), DEEPEST) if found else 1


def _item(paragraph, length: int):
    """The paragraph's content without its first ``length`` characters, which are the marker."""
    item = html.Element("li")
    _cut(paragraph, length)
    item.text = paragraph.text
    for child in list(paragraph):
        item.append(child)
    return item


def _cut(element, length: int) -> int:
    """Take ``length`` characters off the start; how many are still to be taken."""
    text = element.text or ""
    element.text, length = text[length:], max(0, length - len(text))
    for child in list(element):
        if not length:
            break
        length = _cut(child, length)
        tail = child.tail or ""
        child.tail, length = tail[length:], max(0, length - len(tail))
    return length
