"""``GET …/@documents``: the register over REST, for a section, a language or the whole portal."""

from eduportal import _
from eduportal.register.facets import FACETS
from eduportal.register.place import path_of
from eduportal.register.query import Query
from eduportal.register.result import Result
from eduportal.register.result import run
from eduportal.register.rows import Pieces
from eduportal.register.rows import Row
from eduportal.register.rows import rows
from eduportal.search import keep_out
from html import escape
from plone import api
from plone.restapi.services import Service
from zExceptions import BadRequest
from zope.i18n import translate


class DocumentsGet(Service):
    """``total``, ``items``, ``facets`` and, where there is more than a page, ``batching``."""

    def reply(self) -> dict:
        keep_out(self.request)
        query = Query.from_form(self.request.form)
        if query.unreadable:
            raise BadRequest(self._refusal(query))
        result = run(query, path_of(self.context))
        language = api.portal.get_current_language()
        listed = rows(result.brains(), language, query.start, query.q)
        answer = {
            "@id": query.address(self._address),
            "total": result.total,
            "items": [_item(row) for row in listed],
            "facets": {
                facet.name: [choice._asdict() for choice in result.choices(facet, language)]
                for facet in FACETS
            },
        }
        if result.total > query.size:
            answer["batching"] = self._batching(result)
        return answer

    @property
    def _address(self) -> str:
        return f"{self.context.absolute_url()}/@documents"

    def _batching(self, result: Result) -> dict[str, str]:
        """Links as plone.restapi gives them."""
        query, size = result.query, result.query.size
        last = (result.total - 1) // size * size
        starts = {"@id": query.start, "first": 0, "last": last}
        if query.start > 0:
            starts["prev"] = max(query.start - size, 0)
        if query.start + size < result.total:
            starts["next"] = query.start + size
        return {
            name: query.but(start=start).address(self._address) for name, start in starts.items()
        }

    def _refusal(self, query: Query) -> str:
        message = _(
            "refused_unreadable_filter",
            default=(
                "Not understood: ${names}. Write dates as dd/mm/yyyy or yyyy-mm-dd, "
                "years with four digits."
            ),
            mapping={"names": ", ".join(query.unreadable)},
        )
        return translate(message, context=self.request)


def _item(row: Row) -> dict:
    return {
        "@id": row.url,
        "number": row.number,
        "title": row.title,
        "kind": row.brain.edu_kind or "",
        "issuer": row.brain.edu_issuer or "",
        "issued_on": row.issued_on.isoformat() if row.issued_on else None,
        "validity": row.validity,
        "snippet": marked(row.snippet),
    }


def marked(pieces: Pieces) -> str:
    """A snippet as safe HTML with the found words in ``<mark>``."""
    return "".join(
        f"<mark>{escape(piece)}</mark>" if found else escape(piece) for piece, found in pieces
    )
