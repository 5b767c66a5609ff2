"""The kinds of relation between documents, read from ``data/relations.toml``; plain Python.

On a record each kind is a field of the same name: the list of the documents it acts upon.
"""

from dataclasses import dataclass
from pathlib import Path
import tomllib

DATA = Path(__file__).parent / "data" / "relations.toml"

EXPIRE = "expire"
EXPIRE_IN_PART = "expire-in-part"
SUSPEND = "suspend"
NONE = "none"
EFFECTS = (EXPIRE, EXPIRE_IN_PART, SUSPEND, NONE)


@dataclass(frozen=True, slots=True)
class Relation:
    """A kind of relation; ``token`` is also the field's name."""

    token: str
    vi: str
    en: str
    vi_back: str
    en_back: str
    effect: str

    def title(self, language: str) -> str:
        """What the acting document says: ``Thay thế``."""
        return self.en if language == "en" else self.vi

    def title_back(self, language: str) -> str:
        """What the other document says: ``Được thay thế bởi``."""
        return self.en_back if language == "en" else self.vi_back


def read(path: Path = DATA) -> tuple[Relation, ...]:
    """The ``[[relation]]`` entries; an unknown key, effect or a token used twice is an error."""
    entries = tomllib.loads(path.read_text(encoding="utf-8"))["relation"]
    relations = tuple(Relation(**entry) for entry in entries)
    tokens = [relation.token for relation in relations]
    if len(set(tokens)) < len(tokens):
        raise ValueError(f"{path.name}: a token is used twice: {', '.join(tokens)}")
    wrong = [relation.token for relation in relations if relation.effect not in EFFECTS]
    if wrong:
        raise ValueError(
            f"{path.name}: unknown effect of {', '.join(wrong)}; one of {', '.join(EFFECTS)}"
        )
    return relations


RELATIONS = read()
BY_TOKEN = {relation.token: relation for relation in RELATIONS}
# The only ones whose coming and going changes another document's validity.
EFFECTIVE = tuple(relation for relation in RELATIONS if relation.effect != NONE)
