"""The page of forms: those with the unit's name filled in, and where each is filled in online."""

from eduportal import search
from eduportal.face.pages.entries import Entry
from eduportal.procedures.beside import beside
from eduportal.procedures.rows import TYPE
from eduportal.procedures.services import TAKING
from eduportal.procedures.services import by_procedure
from eduportal.procedures.services import services
from eduportal.procedures.worded import WordedList
from eduportal.vietnamese import fold
from functools import cached_property
from plone import api
from plone.batching import Batch

PAGE = 60
FORM = "FormTemplate"
FORMATS = {"docx": "Word", "odt": "ODT"}


class FormsLibrary(WordedList):
    """Records exist once; both languages list the same ones, then what else lies in the section."""

    @cached_property
    def found(self) -> list:
        catalog = api.portal.get_tool("portal_catalog")
        brains = catalog(portal_type=FORM, edu_kind="form", **search.words(self.typed))
        return sorted(brains, key=lambda brain: fold(brain.Title))

    @cached_property
    def batch(self) -> Batch:
        return Batch(self.found, PAGE, search.number(self.request.form, "b_start"))

    def lines(self) -> list[dict]:
        """Each form with the procedures that ask for it and their services open now."""
        return [self._line(brain) for brain in self.batch]

    @cached_property
    def pages(self) -> list[Entry]:
        return [] if self.typed else beside(self.context, FORM, self.language)

    @property
    def empty(self) -> bool:
        return not (self.found or self.pages or self.typed)

    @cached_property
    def _uses(self) -> dict[str, list[dict]]:
        """By the form's UID the procedures that this visitor may see."""
        online = by_procedure(services())
        uses: dict[str, list[dict]] = {}
        for brain in api.portal.get_tool("portal_catalog")(
            portal_type=TYPE, sort_on="sortable_title"
        ):
            offers = online.get(brain.UID, ())
            apply = next((one.url for one in offers if one.opening in TAKING and one.public), "")
            facts = brain.edu_procedure_facts
            for uid in facts["forms"] if facts else ():
                uses.setdefault(uid, []).append(self._named(brain) | {"apply": apply})
        return uses

    def _line(self, brain) -> dict:
        return self._named(brain) | {
            "description": brain.Description,
            "foreign": "vi" if self.language != "vi" else None,
            "downloads": self._downloads(brain),
            "public": brain.review_state == "published",
            "procedures": self._uses.get(brain.UID, []),
        }

    def _downloads(self, brain) -> list[dict]:
        """The files that there are; which, no column says."""
        kinds = brain.getObject().files()
        return [
            {"url": f"{brain.getURL()}/@@filled-{kind}", "kind": FORMATS[kind]} for kind in kinds
        ]

    def _named(self, brain) -> dict:
        english = self.language == "en"
        title_en = (brain.edu_title_en or "") if english else ""
        return {
            "title": title_en or brain.Title,
            "lang": None if not english or title_en else "vi",
            "url": brain.getURL(),
        }
