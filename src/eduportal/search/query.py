"""What was typed into a search field, read into a tree; every text is a query.

Words are all wanted. ``"quoted words"`` are a phrase, so are numbers joined by signs
(``37-2020/tt``) and abbreviations with an ampersand (``GD&ĐT``). A star lets a word go on. ``AND``,
``OR``, ``NOT`` in capitals and parentheses work as Plone's forms send them; ``and`` and ``or`` in
small letters too, for no Vietnamese word is spelled so, but "not" is one typed without its marks.
What is broken (a lonely quote, parenthesis or operator) is read as if it were not there.
"""

from collections.abc import Iterator
from eduportal.search.tree import Both
from eduportal.search.tree import Either
from eduportal.search.tree import Node
from eduportal.search.tree import Phrase
from eduportal.search.tree import Without
from eduportal.vietnamese import words
from typing import NamedTuple
import re

LONGEST = 500
"""Letters of a query that are read."""
MOST_WORDS = 40
DEEPEST = 20

TOKEN = re.compile(
    r'"(?P<phrase>[^"]*)"?(?P<star>\*?)|(?P<open>\()|(?P<close>\))|(?P<piece>[^\s"(),;:]+)'
)
QUOTES = str.maketrans("“”„«»″", '""""""')
JOINED = re.compile(r"[/\\&.–-]")
OPERATORS = {"AND": "and", "and": "and", "OR": "or", "or": "or", "NOT": "not"}


class Token(NamedTuple):
    """A piece of the query: ``and``, ``or``, ``not``, ``(``, ``)`` or ``node``."""

    kind: str
    node: Node | None = None


def parse(typed: str) -> Node | None:
    """The query's tree; None where no word is asked for."""
    reader = Reader(list(_tokens(typed[:LONGEST].translate(QUOTES))))
    found = []
    while reader.left():
        node = reader.either(0)
        if node is not None:
            found.append(node)
        # a parenthesis nobody opened
        reader.take(")")
    return _joined(Both, found)


def _tokens(typed: str) -> Iterator[Token]:
    left = MOST_WORDS
    for match in TOKEN.finditer(typed):
        if match["open"] or match["close"]:
            yield Token(match[0])
        elif match["piece"] in OPERATORS:
            yield Token(OPERATORS[match["piece"]])
        else:
            quoted = match["phrase"] is not None
            unfinished = bool(match["star"]) if quoted else match["piece"].endswith("*")
            node = _node(match["phrase"] if quoted else match["piece"], quoted, unfinished)
            if node is not None and left > 0:
                left -= len(node.words) if isinstance(node, Phrase) else len(node.parts)
                yield Token("node", node)


def _node(text: str, quoted: bool, unfinished: bool) -> Node | None:
    found = tuple(words(text))
    if not found:
        return None
    numbered = any(char.isdecimal() for char in text)
    if numbered and "&" in text and not quoted:
        # TT-BGD&ĐT stands in the list as TT-BGDĐT, in texts as either
        joined = Phrase(tuple(words(text.replace("&", ""))), unfinished)
        return Either((joined, Phrase(found, unfinished)))
    if quoted or len(found) == 1 or _is_number_or_name(text):
        return Phrase(found[:MOST_WORDS], unfinished or text.endswith("*"), quoted)
    singles = [Phrase((word,)) for word in found[:MOST_WORDS]]
    singles[-1] = Phrase(singles[-1].words, unfinished)
    return Both(tuple(singles))


def _is_number_or_name(text: str) -> bool:
    """``37/2020/tt-bgd``, ``20-11``, ``GD&ĐT``; but not ``toán-văn``, nor ``1|2``."""
    pieces = JOINED.split(text.strip("*"))
    numbered = any(char.isdecimal() for char in text)
    return ("&" in text or numbered) and all(len(words(piece)) <= 1 for piece in pieces)


class Reader:
    """Reads tokens by the usual precedence: NOT before AND (or nothing) before OR."""

    def __init__(self, tokens: list[Token]) -> None:
        self.tokens = tokens
        self.at = 0

    def left(self) -> bool:
        return self.at < len(self.tokens)

    def take(self, kind: str) -> bool:
        if self.left() and self.tokens[self.at].kind == kind:
            self.at += 1
            return True
        return False

    def either(self, depth: int) -> Node | None:
        found = [self.both(depth)]
        while self.take("or"):
            found.append(self.both(depth))
        return _joined(Either, [node for node in found if node is not None])

    def both(self, depth: int) -> Node | None:
        found = []
        while self.left() and self.tokens[self.at].kind not in ("or", ")"):
            node = self.one(depth)
            if node is not None:
                found.append(node)
        return _joined(Both, found)

    def one(self, depth: int) -> Node | None:
        if self.take("and"):
            return None
        if self.take("not"):
            inner = self.one(depth + 1) if self.left() else None
            return None if inner is None else Without(inner)
        if self.take("("):
            inner = self.either(depth + 1) if depth < DEEPEST else None
            self.take(")")
            return inner
        token = self.tokens[self.at]
        self.at += 1
        return token.node


def _joined(kind: type[Both] | type[Either], found: list[Node]) -> Node | None:
    """The parts as one node; a part of the same kind is opened up."""
    parts: list[Node] = []
    for node in found:
        parts.extend(node.parts if isinstance(node, kind) else [node])
    if len(parts) <= 1:
        return parts[0] if parts else None
    return kind(tuple(parts))
