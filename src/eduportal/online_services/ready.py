"""The ready-made services as data: ``data/services.toml``, of fields in ``data/fields.toml``."""

from dataclasses import dataclass
from functools import cache
from importlib import resources
from lxml import etree
import tomllib

NAMESPACE = "http://namespaces.plone.org/supermodel/schema"
TYPES = {
    "text": "zope.schema.TextLine",
    "phone": "zope.schema.TextLine",
    "lines": "zope.schema.Text",
    "date": "zope.schema.Date",
    "number": "zope.schema.Int",
    "choice": "zope.schema.Choice",
    "email": "plone.schema.email.Email",
    "pages": "eduportal.uploads.pages.Pages",
    "consent": "zope.schema.Bool",
}
"""Kinds of fields, as a form's XML names them."""


@dataclass(frozen=True)
class Field:
    """A question; ``title`` and ``help`` by language, ``choices`` as (token, vi, en)."""

    name: str
    kind: str
    title: dict[str, str]
    help: dict[str, str]
    required: bool
    longest: int | None
    least: int | None
    choices: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True)
class Group:
    """A part of a form."""

    title: dict[str, str]
    fields: tuple[Field, ...]


@dataclass(frozen=True)
class ReadyService:
    """A service and its form; ``words`` by language, ``values`` of the service's other fields."""

    id: str
    section: str
    kinds: tuple[str, ...]
    words: dict[str, dict]
    values: dict
    groups: tuple[Group, ...]


@cache
def ready_services() -> dict[str, ReadyService]:
    """All of them by id, in the order of the data file."""
    found = [_service(entry) for entry in tomllib.loads(_data("services.toml"))["service"]]
    return {one.id: one for one in found}


def model(service: ReadyService, language: str) -> str:
    """The fields of the form in one language, as easyform keeps them."""
    root = etree.Element(f"{{{NAMESPACE}}}model", nsmap={None: NAMESPACE})
    schema = etree.SubElement(root, f"{{{NAMESPACE}}}schema")
    for number, group in enumerate(service.groups, 1):
        part = etree.SubElement(
            schema, _tag("fieldset"), name=f"part{number}", label=group.title[language]
        )
        for field in group.fields:
            part.append(_element(field, language))
    return etree.tostring(root, encoding="unicode", pretty_print=True)


def _element(field: Field, language: str):
    element = etree.Element(_tag("field"), name=field.name, type=TYPES[field.kind])
    _say(element, "title", field.title[language])
    if field.help[language]:
        _say(element, "description", field.help[language])
    if not field.required:
        _say(element, "required", "False")
    if field.longest:
        _say(element, "max_length", str(field.longest))
    if field.least is not None:
        _say(element, "min", str(field.least))
    if field.choices:
        values = etree.SubElement(element, _tag("values"))
        for token, *names in field.choices:
            one = etree.SubElement(values, _tag("element"), key=token)
            one.text = names[("vi", "en").index(language)]
    return element


def _say(element, name: str, text: str) -> None:
    etree.SubElement(element, _tag(name)).text = text


def _tag(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"


def _service(entry: dict) -> ReadyService:
    known = _fields()
    plain = ("id", "section", "kinds", "vi", "en", "group")
    return ReadyService(
        id=entry["id"],
        section=entry["section"],
        kinds=tuple(entry["kinds"]),
        words={language: entry[language] for language in ("vi", "en")},
        values={
            key: tuple(value) if isinstance(value, list) else value
            for key, value in entry.items()
            if key not in plain
        },
        groups=tuple(
            Group(_by_language(group), tuple(known[name] for name in group["fields"]))
            for group in entry["group"]
        ),
    )


@cache
def _fields() -> dict[str, Field]:
    return {
        key: Field(
            name=entry.get("name", key),
            kind=entry["kind"],
            title=_by_language(entry),
            help={code: entry.get(f"help_{code}", "") for code in ("vi", "en")},
            required=entry.get("required", True),
            longest=entry.get("max"),
            least=entry.get("min"),
            choices=tuple(tuple(one) for one in entry.get("choices", ())),
        )
        for key, entry in tomllib.loads(_data("fields.toml")).items()
    }


def _by_language(entry: dict) -> dict[str, str]:
    return {code: entry[code] for code in ("vi", "en")}


def _data(name: str) -> str:
    return (resources.files(__package__) / "data" / name).read_text(encoding="utf-8")
