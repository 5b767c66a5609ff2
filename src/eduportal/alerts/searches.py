"""A saved search: running it as a visitor, and saying in words what it looks for."""

from collections.abc import Mapping
from dataclasses import dataclass
from eduportal import _
from eduportal import search
from eduportal.alerts.visitor import as_visitor
from eduportal.register import Query
from eduportal.register import Result
from eduportal.register import run
from eduportal.register.facets import FACETS
from eduportal.register.place import WHOLE_PORTAL
from eduportal.register.place import path_of
from eduportal.sections import find
from plone.app.uuid.utils import uuidToObject
from plone.uuid.interfaces import IUUID
from zope.globalrequest import getRequest
from zope.i18n import translate

LEFT_OUT = ("sort", "b_start", "b_size")
GONE = "/nowhere"
"""A path below which no record lies: the section that was searched is no longer there."""


@dataclass(frozen=True)
class Words:
    """A search in words: ``filters`` are the portal's own, ``typed`` what of the visitor's words
    may be shown; ``silent`` where there are words that may not."""

    filters: tuple[str, ...]
    typed: str = ""
    silent: bool = False

    def in_mail(self, language: str) -> str:
        """Nothing that a visitor typed: a mail must not carry it to somebody else."""
        parts = list(self.filters)
        if self.typed or self.silent:
            parts.append(say(_("words that were typed"), language))
        return "; ".join(parts) or say(_("all documents"), language)


def saved(query: Query) -> dict[str, str]:
    """The parameters that make a search: what is looked for, not its order or its page."""
    kept = query.parameters()
    return {name: kept[name] for name in kept if name not in LEFT_OUT}


def place_of(context) -> str:
    """The UID of the section that a search is limited to, "" for the whole register."""
    return IUUID(context, "") if path_of(context) else ""


def found(parameters: Mapping[str, str], place: str) -> Result:
    """What the search finds now; call it inside ``as_visitor``."""
    return run(Query.from_form(parameters), _path(place))


def words(parameters: Mapping[str, str], place: str, language: str) -> Words:
    """What the search looks for; a filter that no public document has is not repeated.

    What was typed is told, on pages, only where public documents answer to it: an advertisement
    that was typed into the box for somebody else to read finds none.
    """
    with as_visitor():
        result = found(parameters, place)
        query = result.query
        chosen = [
            f"{say(facet.label, language)}: {result.title(facet, language)}"
            for facet in FACETS
            if result.title(facet, language)
        ]
        dates = [
            f"{say(label, language)}: {day:%d/%m/%Y}"
            for label, day in ((_("Issued from"), query.since), (_("Issued until"), query.until))
            if day
        ]
        section = uuidToObject(place) if place else None
        label = say(_("Section"), language)
        where = [f"{label}: {section.title}"] if section is not None else []
        typed = search.shown(query.q) if result.total else ""
    return Words((*where, *chosen, *dates), typed, bool(query.q and not typed))


def results_url(portal, parameters: Mapping[str, str], place: str, language: str) -> str:
    """The register with the search in its address, for who holds the key of it."""
    section = uuidToObject(place) if place else None
    section = section or find(WHOLE_PORTAL, language) or portal
    return Query.from_form(parameters).address(section.absolute_url())


def say(message, language: str) -> str:
    """A text of the screens in a language that need not be the request's."""
    return translate(message, context=getRequest(), target_language=language)


def _path(place: str) -> str:
    if not place:
        return ""
    section = uuidToObject(place, unrestricted=True)
    return path_of(section) if section is not None else GONE
