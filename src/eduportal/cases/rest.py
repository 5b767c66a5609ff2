"""``POST /<unit>/vi/@case-status`` with ``{"code", "factor"}``: state, days, requests; no person.

Wrong code and wrong factor get one and the same answer.
"""

from eduportal import _
from eduportal.cases.guard import look_up
from eduportal.cases.index import state_of
from eduportal.cases.index import today
from eduportal.cases.words import state_title
from eduportal.content_types.case import Case
from plone import api
from plone.restapi.deserializer import json_body
from plone.restapi.exceptions import DeserializationError
from plone.restapi.services import Service
from zExceptions import BadRequest
from zope.i18n import translate

LONGEST = 200


class CaseStatus(Service):
    """Answers as ``status`` and ``requests``; 404 and 429 with a sentence."""

    def reply(self) -> dict:
        headers = {"Cache-Control": "private, no-store", "X-Robots-Tag": "noindex, nofollow"}
        for name, value in headers.items():
            self.request.response.setHeader(name, value)
        language = "en" if api.portal.get_current_language() == "en" else "vi"
        code, factor = self._asked()
        case, wait = look_up(api.portal.get(), self.request, code, factor)
        if wait:
            self.request.response.setHeader("Retry-After", str(wait))
            return self._refusal(429, "TooManyRequests", TOO_MANY)
        if case is None:
            return self._refusal(404, "NotFound", NOT_FOUND)
        return shown(case, language)

    def _asked(self) -> tuple[str, str]:
        try:
            body = json_body(self.request)
        except (DeserializationError, RecursionError, ValueError):
            body = {}
        asked = body.get("code"), body.get("factor")
        if not all(
            isinstance(one, str) and len(one) <= LONGEST and one.isprintable() for one in asked
        ):
            raise BadRequest(translate(MALFORMED, context=self.request))
        return asked

    def _refusal(self, status: int, kind: str, message) -> dict:
        self.request.response.setStatus(status)
        return {"type": kind, "message": translate(message, context=self.request)}


NOT_FOUND = _(
    "case_not_found",
    default="No case has this code together with this phone number or date of birth.",
)
TOO_MANY = _(
    "case_too_many",
    default="This was asked too often. Please try later, or ask the office with your code at hand.",
)
MALFORMED = _(
    "case_malformed", default='Send {"code": "HS-…", "factor": "phone number or date of birth"}.'
)


def shown(case: Case, language: str) -> dict:
    """What a case tells its applicant over REST; days as ``2026-11-21``, moments with time zone."""
    state = state_of(case)
    return {
        "status": state,
        "status_title": state_title(state, case.waiting, language),
        "waiting_list": case.waiting,
        "service": case.service_name(language),
        "opened": case.opened.isoformat(timespec="seconds"),
        "due": _iso(case.due),
        "term_paused": case.paused_since is not None,
        "overdue": bool(
            state in ("received", "processing") and case.due is not None and case.due < today()
        ),
        "closed": _iso(case.closed_on),
        "requests": [
            {"when": message.when.isoformat(timespec="seconds"), "text": message.text}
            for message in case.messages
            if message.by
        ],
    }


def _iso(day) -> str | None:
    return None if day is None else day.isoformat()
