"""The forms as data: ``data/forms.toml`` and one model of fields per form and language."""

from dataclasses import dataclass
from functools import cache
from importlib import resources
from string import Template
from xml.sax.saxutils import escape
import tomllib


@dataclass(frozen=True)
class FormText:
    """A form in one language: its words, and the models that easyform builds it from."""

    language: str
    slug: str
    title: str
    description: str
    submit: str
    thanks: str
    thanks_text: str
    fields: str
    actions: str


@dataclass(frozen=True)
class Form:
    """A form of the kit and the section it stands in; ``front`` makes it the section's page."""

    id: str
    section: str
    front: bool
    texts: dict[str, FormText]


@cache
def catalogue() -> tuple[Form, ...]:
    """All forms, in the order of the data file."""
    return tuple(_form(entry) for entry in tomllib.loads(_data("forms.toml"))["form"])


def _form(entry: dict) -> Form:
    texts = {language: _text(entry, language) for language in ("vi", "en")}
    return Form(entry["id"], entry["section"], entry["front"], texts)


def _text(entry: dict, language: str) -> FormText:
    words = entry[language]
    actions = Template(_data("actions.xml")).substitute(
        title=escape(words["title"]), box=entry["id"], reply=entry["reply"]
    )
    fields = _data(f"{entry['id']}.{language}.xml")
    return FormText(language=language, fields=fields, actions=actions, **words)


def _data(name: str) -> str:
    return (resources.files(__package__) / "data" / name).read_text(encoding="utf-8")
