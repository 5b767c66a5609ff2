"""The pairs of ``pairs.toml`` asked of a portal and of a stock Plone, and their answers judged."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from eduportal import search
from eduportal import sections
from eduportal.content_types.official_document.settings import terms_of
from eduportal.terms import find
from pathlib import Path
from plone import api
from plone.dexterity.utils import createContentInContainer
import tomllib
import unicodedata

HERE = Path(__file__).parent
ENOUGH = 500
FORMS = {
    "NFD": lambda typed: unicodedata.normalize("NFD", typed),
    "upper": str.upper,
    "": lambda typed: unicodedata.normalize("NFC", typed),
}


@dataclass(frozen=True)
class Title:
    """A piece of content; ``number`` and ``form`` (a token) of documents alone."""

    name: str
    kind: str
    title: str
    number: str = ""
    form: str = ""


@dataclass(frozen=True)
class Pair:
    """What is typed and what is to be answered, by the names of titles."""

    group: str
    typed: str
    finds: tuple[str, ...] = ()
    only: tuple[str, ...] | None = None
    misses: tuple[str, ...] = ()
    first: tuple[str, ...] = ()

    def wrong(self, found: list[str]) -> str:
        """What is wrong with an answer, "" if nothing."""
        wanted = {*self.finds, *(self.only or ())}
        faults = {
            "lacks": wanted - set(found),
            "more": set() if self.only is None else set(found) - wanted,
            "finds": set(found) & set(self.misses),
            "first is": set(found[: len(self.first)]) - set(self.first),
            "not first": set(self.first) - set(found[: len(self.first)]),
        }
        told = [f"{fault} {', '.join(sorted(names))}" for fault, names in faults.items() if names]
        return f"{self.group}: {self.typed} | {'; '.join(told)}" if told else ""


def titles() -> list[Title]:
    read = tomllib.loads((HERE / "titles.toml").read_text())
    documents = [Title(name, "document", **facts) for name, facts in read["document"].items()]
    others = [
        Title(name, kind, title) for kind in ("page", "news") for name, title in read[kind].items()
    ]
    return documents + others


def pairs() -> list[Pair]:
    found = []
    for group, facts in tomllib.loads((HERE / "pairs.toml").read_text()).items():
        form = FORMS[facts.get("form", "")]
        for pair in facts["pairs"]:
            expected = {key: tuple(names) for key, names in pair.items() if key != "typed"}
            found.append(Pair(group, form(pair["typed"]), **expected))
    return found


def right_by_group(answer: Callable[[str], list[str]]) -> tuple[Counter, list[str]]:
    """How many answers of each group are right, and what is wrong with the others."""
    right, wrong = Counter(), []
    for pair in pairs():
        fault = pair.wrong(answer(pair.typed))
        right[pair.group] += not fault
        wrong += [fault] if fault else []
    return right, wrong


def asked_of_portal() -> Callable[[str], list[str]]:
    """Makes the titles content of the current portal; answers as the search page does."""
    places = {
        "document": ("OfficialDocument", sections.find("document-register", "vi")),
        "page": ("Document", sections.find("history", "vi")),
        "news": ("News Item", sections.find("unit-news", "vi")),
    }
    made = {}
    for title in titles():
        type_name, folder = places[title.kind]
        facts = {"number": title.number, "kind": title.form} if title.number else {}
        facts |= {"title": title.title, "checkConstraints": False}
        content = createContentInContainer(folder, type_name, **facts)
        made["/".join(content.getPhysicalPath())] = title.name
    catalog = api.portal.get_tool("portal_catalog")

    def answer(typed: str) -> list[str]:
        return _names(search.Hits(catalog, typed, "vi").brains(0, ENOUGH), made)

    return answer


def asked_of_stock(site) -> Callable[[str], list[str]]:
    """The same in a stock Plone, where a document's form and number stand in a page's title."""
    made = {}
    for title in titles():
        form = find(terms_of("kinds"), title.form).vi if title.form else ""
        words = " ".join(part for part in (form, title.number, title.title) if part)
        type_name = "News Item" if title.kind == "news" else "Document"
        content = createContentInContainer(site, type_name, title=words, checkConstraints=False)
        made["/".join(content.getPhysicalPath())] = title.name
    view = site.restrictedTraverse("@@search")

    def answer(typed: str) -> list[str]:
        query = {"SearchableText": typed}
        return _names(view.results(query, batch=False, use_content_listing=False), made)

    return answer


def _names(brains, made: dict[str, str]) -> list[str]:
    """The titles found, in order; whatever else a portal holds is left out."""
    paths = (brain.getPath() for brain in brains)
    return [made[path] for path in paths if path in made]
