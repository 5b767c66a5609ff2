"""Which columns the downloaded tables have: ``data/layouts.toml``."""

from dataclasses import dataclass
from functools import cache
from importlib import resources
import tomllib

OWN = (
    "row",
    "case",
    "number",
    "name",
    "birth_date",
    "phone",
    "father",
    "mother",
    "state",
    "opened",
    "outcome",
    "points",
    "class_name",
    "rank",
    "note",
    "reply",
)
"""What ``is`` may name."""


@dataclass(frozen=True, slots=True)
class Column:
    vi: str
    en: str
    own: str = ""
    answers: tuple[str, ...] = ()
    default: str = ""

    def heading(self, language: str) -> str:
        return self.en if language == "en" else self.vi


@dataclass(frozen=True, slots=True)
class Layout:
    id: str
    title_vi: str
    title_en: str
    columns: tuple[Column, ...]

    def title(self, language: str) -> str:
        return self.title_en if language == "en" else self.title_vi


@cache
def layouts() -> dict[str, Layout]:
    """By id; a wrong entry of the data file raises."""
    file = resources.files("eduportal.admissions") / "data" / "layouts.toml"
    data = tomllib.loads(file.read_text(encoding="utf-8"))
    return {entry["id"]: _layout(entry) for entry in data["layout"]}


def _layout(entry: dict) -> Layout:
    columns = tuple(_column(one) for one in entry["columns"])
    return Layout(entry["id"], entry["title_vi"], entry["title_en"], columns)


def _column(entry: dict) -> Column:
    own, answers = entry.get("is", ""), tuple(entry.get("answer", ()))
    if bool(own) == bool(answers) or (own and own not in OWN):
        raise ValueError(f'A column needs either a known "is" or an "answer": {entry}')
    return Column(entry["vi"], entry["en"], own, answers, entry.get("default", ""))
