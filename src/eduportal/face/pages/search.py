"""The search page: works without scripts, is no business of search engines, repeats no advert."""

from eduportal import _
from eduportal import fulltext
from eduportal import search
from eduportal.face.pages.entries import Entry
from eduportal.face.pages.entries import entries
from eduportal.face.pages.plain_text import plain_text
from eduportal.face.place import Place
from eduportal.vietnamese import fold
from functools import cached_property
from plone import api
from plone.batching import Batch
from Products.Five.browser import BrowserView

Pieces = list[tuple[str, bool]]

BATCH = 20
WHOLE_TITLE = 10_000
KINDS = {
    "documents": _("Official documents"),
    "procedures": _("Procedures, services, forms"),
    "news": _("News and events"),
    "resources": _("Learning resources"),
    "pages": _("Pages and sections"),
    "files": _("Files"),
}


class SearchPage(Place, BrowserView):
    """One field, the kinds of results, the results, pages of them."""

    page_heading = _("Search")

    def __call__(self) -> str:
        search.keep_out(self.request)
        form = self.request.form
        kept = {"SearchableText": self.shown, "kind": self.hits.kind}
        # the pagination's links convert it themselves: b_start:int=20
        start = search.number({"b_start": str(form.get("b_start"))}, "b_start")
        # Everything on a page that repeats parameters, above all its pagination, sees these alone.
        form.clear()
        form.update({name: value for name, value in kept.items() if value})
        self.start = start
        return self.index()

    @cached_property
    def asked(self) -> str:
        return search.text(self.request.form, "SearchableText")

    @cached_property
    def shown(self) -> str:
        """What was typed, if it may be repeated."""
        return search.shown(self.asked)

    @cached_property
    def hits(self) -> search.Hits:
        catalog = api.portal.get_tool("portal_catalog")
        kind = search.text(self.request.form, "kind")
        return search.Hits(catalog, self.asked, self.language, kind)

    @property
    def choices(self) -> list[dict]:
        """The kinds to choose from, with their counts; none if there is only one."""
        counts = self.hits.counts
        if len(counts) < 2 and not self.hits.kind:
            return []
        every = {"kind": "", "title": _("Everything"), "count": self.hits.all}
        found = [{"kind": kind, "title": KINDS[kind], "count": count} for kind, count in counts]
        return [{**one, "chosen": one["kind"] == self.hits.kind} for one in [every, *found]]

    @cached_property
    def batch(self) -> Batch:
        """Only the page that is shown is looked up."""
        total = self.hits.total
        start = self.start // BATCH * BATCH if self.start < total else 0
        page = _Page(self.hits.brains(start, BATCH))
        page.actual_result_count = total
        return Batch(page, BATCH, start)

    @property
    def lines(self) -> list[dict]:
        """Each result with the words marked: in its title, and in the best place of its text."""
        return [
            {
                "entry": entry,
                "title": search.snippet(entry.title, self.asked, WHOLE_TITLE),
                "snippet": self._snippet(brain, entry),
            }
            for brain, entry in self._entries
        ]

    @cached_property
    def did_you_mean(self) -> str:
        """Other words, all of them from what this visitor may see."""
        if self.hits.total >= search.FEW or not self.shown:
            return ""
        return search.did_you_mean(self.hits.catalog, self.asked, self.hits.scope)

    @cached_property
    def parts(self) -> list[str]:
        """Parts of the words that find something alone, where nothing has them all."""
        if self.hits.total or not self.shown:
            return []
        return search.in_parts(self.hits.catalog, self.asked, self.hits.scope)

    @property
    def _entries(self) -> list[tuple[object, Entry]]:
        brains = list(self.batch)
        return list(zip(brains, entries(brains, self.language), strict=True))

    def _snippet(self, brain, entry: Entry) -> Pieces:
        """Of the description, or of the text, whichever says more than the title; else none."""
        known = _marked(search.snippet(entry.title, self.asked, WHOLE_TITLE))
        described = search.snippet(entry.description, self.asked)
        if _says_more(described, known):
            return described
        content = brain.getObject()
        text = fulltext.texts_of(content) or plain_text(content)
        found = search.snippet(text, self.asked) if text else []
        return found if _says_more(found, known) else search.snippet(entry.description, "")


def _marked(pieces: Pieces) -> set[str]:
    return {fold(piece) for piece, marked in pieces if marked}


def _says_more(pieces: Pieces, known: set[str]) -> bool:
    """Whether a snippet marks something, and not merely a few of the title's words again."""
    found = _marked(pieces)
    return bool(found) and not found < known


class _Page(list):
    """The entries of one page, as a batch takes them that is told how many there are in all."""

    actual_result_count = 0
