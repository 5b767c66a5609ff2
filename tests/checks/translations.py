"""Whether every text a visitor can see is in the catalogues, and has its Vietnamese."""

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from pathlib import Path
from tests.checks import collect
import re
import tempfile

PLACEHOLDER = re.compile(r"\$\{\w+\}")


def problems() -> list[str]:
    """Sentences about texts not collected, not translated, or with other placeholders."""
    with tempfile.TemporaryDirectory() as folder:
        pot = Path(folder) / "eduportal.pot"
        collect.rebuild(pot)
        wanted = {message.id for message in _read(pot) if message.id}
    vietnamese = {message.id: message for message in _read(collect.CATALOGUES[0]) if message.id}
    found = [f"not collected, run `make i18n`: {text}" for text in sorted(wanted - set(vietnamese))]
    for text in sorted(wanted & set(vietnamese)):
        message = vietnamese[text]
        if not message.string or message.fuzzy:
            found.append(f"without Vietnamese: {text}")
        elif set(PLACEHOLDER.findall(message.string)) - _allowed(message):
            found.append(f"unknown placeholder in the Vietnamese of: {text}")
    return found


def _allowed(message) -> set[str]:
    """Placeholders of the text itself, or of the English that stands in a comment beside an id."""
    english = " ".join([message.id, *message.auto_comments, *message.user_comments])
    return set(PLACEHOLDER.findall(english))


def _read(path: Path) -> Catalog:
    with path.open("rb") as stream:
        return read_po(stream)
