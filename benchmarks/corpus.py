"""Documents made of real vocabulary: the regulations' own sentences, forms, authorities and areas.

The same number gives the same document in every run, so that engines can be compared.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from datetime import timedelta
from eduportal import mandate
from eduportal.content_types.official_document.settings import shipped
from functools import cache
from random import Random

FIRST_DAY = date(1996, 1, 1)
DAYS = 365 * 30
BODY_WORDS = 180
SIGNERS = 300

# How often each phrase stands in a document, as in reference measurements of other engines.
COMMON, MID, RARE = "giáo dục", "tuyển sinh đầu cấp", "bán trú vùng sâu"
SHARES = ((COMMON, 0.88), (MID, 0.05), (RARE, 0.001))
NONE = "khinh khí cầu"
QUERIES = {"rare": RARE, "mid": MID, "common": COMMON, "none": NONE}


@dataclass(frozen=True, slots=True)
class Record:
    """One document of the corpus; ``kind`` is a token, ``issuer`` and ``areas`` are names."""

    position: int
    number: str
    title: str
    kind: str
    issuer: str
    signer: str
    issued_on: date
    areas: tuple[str, ...]
    body: str

    @property
    def text(self) -> str:
        """What every engine is given to index."""
        return " ".join([self.number, self.title, self.issuer, self.signer, *self.areas, self.body])


def records(start: int, stop: int) -> Iterator[Record]:
    """Documents ``start`` to ``stop``, that not included."""
    for position in range(start, stop):
        yield record(position)


def record(position: int) -> Record:
    chance = Random(position)
    kind = chance.choice(_kinds())
    issuer = chance.choice(_issuers())
    issued_on = FIRST_DAY + timedelta(days=chance.randrange(DAYS))
    symbol = f"{kind.abbreviation or 'CV'}-{issuer.abbreviation or 'SGDĐT'}"
    return Record(
        position=position,
        number=f"{position + 1}/{issued_on.year}/{symbol}",
        title=_sentence(chance, chance.randrange(10, 25)).capitalize(),
        kind=kind.token,
        issuer=issuer.vi,
        signer=_signers()[chance.randrange(SIGNERS)],
        issued_on=issued_on,
        areas=tuple(chance.sample(_areas(), chance.choice((0, 1, 1, 2, 3)))),
        body=_body(chance),
    )


def _body(chance: Random) -> str:
    parts = [_sentence(chance, BODY_WORDS)]
    for phrase, share in SHARES:
        if chance.random() < share:
            parts.insert(chance.randrange(len(parts) + 1), phrase)
    return ". ".join(parts)


def _sentence(chance: Random, length: int) -> str:
    """A walk through the regulations: each word follows one that it really follows somewhere."""
    follows = _follows()
    word = chance.choice(_starts())
    words = [word]
    while len(words) < length:
        word = chance.choice(follows.get(word) or _starts())
        words.append(word)
    return " ".join(words)


@cache
def _follows() -> dict[str, list[str]]:
    follows = defaultdict(list)
    for quote in _quotes():
        words = quote.split()
        for word, following in zip(words, words[1:], strict=False):
            follows[word].append(following)
    return dict(follows)


@cache
def _starts() -> list[str]:
    return [quote.split()[0] for quote in _quotes()]


@cache
def _quotes() -> list[str]:
    phrases = {phrase for phrase, _share in SHARES}
    quotes = {
        citation.quote
        for requirement in mandate.catalogue().requirements()
        for citation in requirement.citations
    }
    lowered = sorted(quote.lower() for quote in quotes if quote)
    # the planted phrases alone decide how often they are found
    return [quote for quote in lowered if not any(phrase in quote for phrase in phrases)]


@cache
def _kinds():
    return shipped("kinds")


@cache
def _issuers():
    return shipped("issuers")


@cache
def _areas() -> list[str]:
    return [term.vi for term in shipped("areas")]


@cache
def _signers() -> list[str]:
    chance = Random("signers")
    families = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Đặng", "Bùi")
    middle = ("Văn", "Thị", "Quang", "Minh", "Thanh", "Ngọc", "Hữu", "Đức")
    given = (
        "An",
        "Bình",
        "Châu",
        "Dũng",
        "Giang",
        "Hà",
        "Khánh",
        "Lâm",
        "Nga",
        "Phúc",
        "Quý",
        "Sơn",
    )
    names = {
        f"{chance.choice(families)} {chance.choice(middle)} {chance.choice(given)}"
        for _ in range(SIGNERS * 10)
    }
    return sorted(names)[:SIGNERS]
