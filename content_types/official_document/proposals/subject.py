"""Form and subject: the middle of the first page, or ``V/v`` of a letter."""

from collections.abc import Sequence
from eduportal.content_types.official_document.proposals.casing import as_sentence
from eduportal.content_types.official_document.proposals.dates import before_date
from eduportal.content_types.official_document.proposals.heading import HEAD
from eduportal.content_types.official_document.proposals.lines import cells
from eduportal.content_types.official_document.proposals.lines import flat
from eduportal.content_types.official_document.proposals.lines import folded
from eduportal.content_types.official_document.proposals.lines import is_rule
from eduportal.content_types.official_document.proposals.lines import is_upper
from eduportal.content_types.official_document.proposals.lines import without_nation
from eduportal.terms import Term
from eduportal.vietnamese import fold
from rapidfuzz import fuzz
import re

LETTER = "cong-van"
ALIKE = 88
LONGEST = 400  # letters; a longer "subject" has run into the text
ABOUT = re.compile(r"v\s*[/il1|.]\s*v\b\s*:?\s*|ve viec\s*:?\s+")
STOP = re.compile(
    r"(kinh gui|can cu|thuc hien|theo |de nghi |xet de nghi|noi nhan|phan [ivx]+\b|dieu 1\b|"
    r"chuong [ivx1]+\b|[ivx]+\s*[./-] |1\s*[./] |a\. |de thuc hien|nham |trong |ngay \d|so [:.]|"
    r"\(?ban hanh kem theo|\(?kem theo|cong hoa xa hoi|doc lap)"
)
AUTHORITY = re.compile(
    r"(bo truong|giam doc|hieu truong|chu tich|thu tuong|truong phong|uy ban|ubnd|hoi dong|"
    r"chinh phu|quoc hoi|thong doc|tong giam doc|chanh an|vien truong|bch|ban chap hanh|"
    r"ban thuong vu)\b"
)


def form_of(
    lines: Sequence[str], abbreviation: str, has_year: bool, known: Sequence[Term]
) -> tuple[Term, int | None] | None:
    """The form with the line that names it; a letter has no such line.

    ``abbreviation`` and ``has_year`` come from the number: they choose between the individual and
    the normative form of one name, and they outvote a heading that contradicts them.
    """
    meant = [term for term in known if abbreviation and term.abbreviation == abbreviation]
    for position, terms in _headings(lines, known):
        agreed = [term for term in terms if term in meant]
        if meant and not agreed and any(term.abbreviation for term in terms):
            continue
        return _chosen(agreed or terms, has_year), position
    if meant:
        return _chosen(meant, has_year), None
    if any(folded(flat(line)).startswith("kinh gui") for line in lines):
        letters = [term for term in known if term.token == LETTER]
        return (letters[0], None) if letters and about_of(lines) else None
    return None


def below(lines: Sequence[str], heading: int, known: Sequence[Term], names) -> str | None:
    """The subject under the form's heading."""
    rest = _after_name(flat(lines[heading]), known)
    return _told(_gathered(lines[heading + 1 :], [rest] if rest else []), names)


def about_of(lines: Sequence[str], names: Sequence[str] = ()) -> str | None:
    """The subject of a letter: ``V/v …`` under its number."""
    for position, line in enumerate(lines[:HEAD]):
        text = flat(without_nation(line))
        found = ABOUT.match(folded(text))
        if found is None:
            continue
        first = _left(before_date(line) if _dated(line) else line)
        first = first[found.end() :] if len(first) > found.end() else ""
        gathered = _gathered(lines[position + 1 :], [first] if first else [], columns=True)
        subject = _told(gathered, names)
        return f"Về việc {subject}" if subject else None
    return None


def _headings(lines: Sequence[str], known: Sequence[Term]):
    """Lines that are the name of a form in capitals: exact ones first, then one alike."""
    head = [(position, flat(without_nation(line))) for position, line in enumerate(lines[:HEAD])]
    head = [(position, text) for position, text in head if is_upper(text)]
    for position, text in head:
        if terms := [term for term in known if _begins(text, term)]:
            longest = max(len(_named(text, term)) for term in terms)
            yield position, [term for term in terms if len(_named(text, term)) == longest]
    for position, text in head:
        scores = {
            name: fuzz.ratio(folded(text), name) for term in known for name in _plain_names(term)
        }
        best = max(scores.values(), default=0)
        alike = [name for name, score in scores.items() if score == best]
        if best >= ALIKE and len(alike) == 1 and len(alike[0]) >= 7:
            yield position, [term for term in known if alike[0] in _plain_names(term)]


def _begins(text: str, term: Term) -> bool:
    """The line is the name, or the name and the subject behind it (not in capitals)."""
    name = _named(text, term)
    rest = text[len(name) :].strip()
    return bool(name) and (not rest or not is_upper(rest))


def _named(text: str, term: Term) -> str:
    """The term's name with which ``text`` begins, or nothing."""
    searched = folded(text)
    for name in _plain_names(term):
        if searched == name or searched.startswith(f"{name} "):
            return name
    return ""


def _plain_names(term: Term) -> list[str]:
    """Its Vietnamese names, longest first; "(quy phạm pháp luật)" is not printed on a document."""
    names = (term.vi, *term.aliases)
    bare = {fold(re.sub(r"\s*\(.*?\)", "", name)) for name in names} - {"van ban"}
    return sorted(bare, key=len, reverse=True)


def _chosen(terms: Sequence[Term], has_year: bool) -> Term:
    """Normative forms carry the year in their number, individual ones do not."""
    wanted = [term for term in terms if ("law" in term.sources) == has_year]
    return (wanted or list(terms))[0]


def _after_name(text: str, known: Sequence[Term]) -> str:
    name = max((_named(text, term) for term in known), key=len, default="")
    return text[len(name) :].strip() if name else ""


def _gathered(lines: Sequence[str], pieces: list[str], columns: bool = False) -> str | None:
    for position, line in enumerate(lines):
        text = _left(before_date(without_nation(line))) if columns else flat(line)
        if not text or is_rule(text):
            following = next((flat(one) for one in lines[position:] if flat(one)), "")
            if pieces and (is_rule(text) if text else not following[:1].islower()):
                break
            continue
        searched = folded(text)
        upper = bool(pieces) and is_upper(" ".join(pieces))
        if STOP.match(searched) or (
            AUTHORITY.match(searched) and is_upper(text) and (pieces and not upper or _titled(text))
        ):
            break
        pieces.append(text)
        if len(" ".join(pieces)) > LONGEST:
            return None
    else:
        return None
    return " ".join(pieces)


def _titled(text: str) -> bool:
    return len(text.split()) <= 9


def _told(text: str | None, names: Sequence[str]) -> str | None:
    if not text:
        return None
    text = text.strip(" .;:-_*“”\"'")
    found = ABOUT.match(folded(text))
    if found and folded(text)[0] == "v" and not folded(text).startswith("ve viec"):
        text = f"Về việc {text[found.end() :]}"
    if sum(char.isalpha() for char in text) < 8:
        return None
    return as_sentence(text, names)


def _left(line: str) -> str:
    found = cells(line)
    return found[0] if found else ""


def _dated(line: str) -> bool:
    return before_date(line) != line
