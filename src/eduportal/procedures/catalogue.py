"""The page of online services: forms here and links elsewhere, listed and counted alike.

NĐ 224/2026 Điều 14-15 leads many services through the National Public Service Portal: these are
links, with their code there and the reason.
"""

from eduportal import search
from eduportal.face.dates import ZONE
from eduportal.face.pages.entries import Entry
from eduportal.face.place import Place
from eduportal.procedures.beside import beside
from eduportal.procedures.services import AFTER
from eduportal.procedures.services import BEFORE
from eduportal.procedures.services import OPEN
from eduportal.procedures.services import ORDER
from eduportal.procedures.services import Service
from eduportal.procedures.services import services
from eduportal.procedures.worded import WordedList
from eduportal.procedures.words import OPENINGS
from eduportal.procedures.words import SCHEMES
from eduportal.procedures.words import days_words
from eduportal.procedures.words import level_words
from functools import cached_property
from plone.batching import Batch

PAGE = 60


class ServiceCatalogue(Place, WordedList):
    """Records exist once; both languages list the same ones."""

    @cached_property
    def found(self) -> list[Service]:
        """The open ones first, then what opens later, then what is closed."""
        found = services(**search.words(self.typed))
        return sorted(found, key=lambda one: ORDER.index(one.opening))

    @cached_property
    def batch(self) -> Batch:
        return Batch(self.found, PAGE, search.number(self.request.form, "b_start"))

    def lines(self) -> list[dict]:
        return [self._line(one) for one in self.batch]

    def counts(self) -> dict[str, int]:
        """All, those fully and partly online, and those that lead elsewhere."""
        return {
            "all": len(self.found),
            "full": sum(1 for one in self.found if one.scheme == "full"),
            "partial": sum(1 for one in self.found if one.scheme == "partial"),
            "elsewhere": sum(1 for one in self.found if one.elsewhere),
        }

    @cached_property
    def pages(self) -> list[Entry]:
        return [] if self.typed else beside(self.context, "Service", self.language)

    @property
    def empty(self) -> bool:
        return not (self.found or self.pages or self.typed)

    def _line(self, one: Service) -> dict:
        english, facts = self.language == "en", one.facts
        moments = {BEFORE: facts["opens"], OPEN: facts["closes"], AFTER: facts["closes"]}
        when = moments.get(one.opening)
        reason = (facts["reason_en"] if english else "") or facts["reason"]
        return {
            "title": (one.title_en if english else "") or one.title,
            "lang": None if not english or one.title_en else "vi",
            "url": one.url,
            "public": one.public,
            "scheme": SCHEMES[one.scheme],
            "level": level_words(one.offer.level),
            "elsewhere": one.elsewhere,
            "code": facts["code"],
            "reason": reason,
            "reason_lang": None if not english or facts["reason_en"] else "vi",
            "opening": one.opening,
            "opening_title": OPENINGS[one.opening],
            "when": f"{when.astimezone(ZONE):%H:%M %d/%m/%Y}" if when else "",
            "days": days_words(facts["days"]),
        }
