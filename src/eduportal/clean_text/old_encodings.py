"""Content written in a font from before Unicode: found, shown, and converted when asked."""

from dataclasses import dataclass
from eduportal.clean_text.blocks import Blocks
from eduportal.clean_text.fields import is_list
from eduportal.clean_text.fields import is_markup
from eduportal.clean_text.fields import written
from eduportal.clean_text.storing import in_place_of
from eduportal.vietnamese import legacy
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent


@dataclass(frozen=True)
class Passage:
    """A line or paragraph: its field's title, its encoding (``tcvn3``, ``vni``, ``vps``)."""

    field: str
    encoding: str
    before: str
    after: str

    @property
    def encoding_name(self) -> str:
        return legacy.NAMES[self.encoding]


class Part:
    """A field's value as passages, and made again of them."""

    def __init__(self, holder, field, value) -> None:
        self.holder, self.field, self.value = holder, field, value
        self.blocks = Blocks(value.raw) if is_markup(value) else None
        if self.blocks is not None:
            self.texts = self.blocks.texts
        elif is_list(field):
            self.texts = list(value)
        else:
            self.texts = value.splitlines(keepends=True) if isinstance(value, str) else []

    def converted(self, encodings: list[str]):
        """The value with each passage read through its encoding."""
        if self.blocks is not None:
            return in_place_of(self.value, self.blocks.convert(encodings))
        texts = [
            legacy.convert(text, encoding) if encoding else text
            for text, encoding in zip(self.texts, encodings, strict=True)
        ]
        return type(self.value)(texts) if is_list(self.field) else "".join(texts)


def passages(content) -> list[Passage]:
    """What could be converted; empty for almost everything."""
    return [
        Passage(part.field.title, encoding, text.strip(), legacy.convert(text, encoding).strip())
        for part, encodings in _judged(content)
        for text, encoding in zip(part.texts, encodings, strict=True)
        if encoding
    ]


def convert(content) -> list[Passage]:
    """Convert what ``passages`` finds, which is returned; the content is reindexed."""
    found = passages(content)
    if not found:
        return found
    for part, encodings in _judged(content):
        if any(encodings):
            setattr(part.holder, part.field.getName(), part.converted(encodings))
    notify(ObjectModifiedEvent(content))
    return found


def _judged(content) -> list[tuple[Part, list[str]]]:
    """All fields together: what a short title is written in is told by the text below it."""
    parts = [Part(*one) for one in written(content)]
    encodings = iter(legacy.recognise_all([text for part in parts for text in part.texts]))
    return [(part, [next(encodings) for _ in part.texts]) for part in parts]
