"""The resource library: the portal's resources by kind, and the ministry's links beside them."""

from eduportal import search
from eduportal.attachments.summary import kind_of
from eduportal.attachments.summary import size_of
from eduportal.content_types.resource.mandate_links import ShownLink
from eduportal.content_types.resource.mandate_links import by_purpose
from eduportal.content_types.resource.settings import shipped
from eduportal.content_types.resource.settings import terms_of
from functools import cached_property
from itertools import groupby
from plone import api
from plone.batching import Batch
from Products.Five.browser import BrowserView

PAGE = 50
LINK_SECTIONS = ("ministry-links", "sector-links")
# Name in the address, catalogue index, list that names the values.
FILTERS = (
    ("kind", "edu_kind", "kinds"),
    ("group", "edu_subject_group", "groups"),
    ("level", "edu_school_levels", "levels"),
)


class ResourceLibrary(BrowserView):
    """Records exist once; both languages list the same ones."""

    @cached_property
    def language(self) -> str:
        return api.portal.get_current_language()

    @cached_property
    def chosen(self) -> dict[str, str]:
        """What the visitor asked for; unreadable values count as not asked."""
        names = ("q", *(name for name, _index, _list in FILTERS))
        return {name: search.text(self.request.form, name) for name in names}

    @property
    def active(self) -> bool:
        return any(self.chosen.values())

    def batch(self) -> Batch:
        """One page of catalogue entries, kind by kind."""
        query = {index: self.chosen[name] for name, index, _list in FILTERS if self.chosen[name]}
        query |= search.words(self.chosen["q"])
        brains = api.portal.get_tool("portal_catalog")(
            portal_type="Resource",
            sort_on=("edu_kind", "edu_subject_group", "sortable_title"),
            **query,
        )
        return Batch(brains, PAGE, search.number(self.request.form, "b_start"))

    def kinds(self, batch: Batch) -> list[dict]:
        """Kind, then subject group, then resource."""
        return [
            {
                "title": self._title("kinds", kind),
                "groups": [
                    {
                        "title": self._title("groups", group),
                        "resources": [self._item(brain) for brain in members],
                    }
                    for group, members in groupby(brains, lambda brain: brain.edu_subject_group)
                ],
            }
            for kind, brains in groupby(batch, lambda brain: brain.edu_kind)
        ]

    def choices(self) -> list[dict]:
        """What can be chosen: kinds and levels as listed, groups that visible resources have."""
        brains = api.portal.get_tool("portal_catalog")(portal_type="Resource")
        groups = sorted({brain.edu_subject_group for brain in brains} - {""})
        values = {
            "kind": [term.token for term in terms_of("kinds")],
            "group": groups,
            "level": [term.token for term in shipped("levels")],
        }
        return [
            {
                "name": name,
                "options": [
                    {
                        "value": value,
                        "title": self._title(listed, value),
                        "selected": value == self.chosen[name],
                    }
                    for value in values[name]
                ],
            }
            for name, _index, listed in FILTERS
        ]

    def links(self) -> list[tuple[str, list[ShownLink]]]:
        """The ministry's and the sector's sites: linked, never copied (TT 53 Điều 14.13)."""
        return by_purpose(LINK_SECTIONS, self.language)

    def _item(self, brain) -> dict:
        files = brain.edu_attachments or ()
        return {
            "url": brain.getURL(),
            "title": brain.Title,
            "title_en": brain.edu_title_en if self.language == "en" else "",
            "description": brain.Description,
            "subject": self._title("subjects", brain.edu_school_subject),
            "origin": self._title("origins", brain.edu_origin),
            "facts": ", ".join(f"{kind_of(file)} {size_of(file, self.language)}" for file in files),
            "link": brain.getRemoteUrl or "",
        }

    def _title(self, name: str, value: str) -> str:
        return self._names[name].get(value, value)

    @cached_property
    def _names(self) -> dict[str, dict[str, str]]:
        """Stored value to name in the reader's language; open lists store the Vietnamese name."""
        lists = {name: terms_of(name) for name in ("kinds", "groups", "levels", "subjects")}
        lists["origins"] = shipped("origins")
        return {
            name: {
                key: term.title(self.language) for term in terms for key in (term.token, term.vi)
            }
            for name, terms in lists.items()
        }
