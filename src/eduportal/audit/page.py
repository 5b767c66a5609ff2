"""``@@audit``: the journal for administrators; it can be read and exported, never changed here."""

from collections import deque
from datetime import date
from eduportal import _
from eduportal.audit import reading
from eduportal.audit import table
from eduportal.audit.events import EVENTS
from eduportal.audit.events import FIELDS
from eduportal.audit.events import KINDS
from eduportal.audit.place import journal
from eduportal.audit.reading import Asked
from eduportal.audit.recording import COMMAND
from eduportal.audit.recording import record
from eduportal.editorial import STATES
from eduportal.editorial import STEPS
from functools import cached_property
from io import StringIO
from plone import api
from Products.Five.browser import BrowserView
from urllib.parse import urlencode
from zope.i18nmessageid import Message
import json

LENGTH = 50
MOST_EXPORTED = 50_000
FORMATS = {
    "csv": "text/csv; charset=utf-8",
    "jsonl": "application/jsonl; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
WORDS = {"state": STATES, "step": STEPS}


class Journal(BrowserView):
    """What a request asks the portal's journal for."""

    page_heading = _("Audit journal")

    @property
    def journal(self):
        return journal(api.portal.get().getId())

    @cached_property
    def asked(self) -> Asked:
        form = self.request.form
        return Asked(
            who=_text(form.get("who")),
            what=_text(form.get("what")),
            where=_text(form.get("where")),
            since=_day(form.get("since")),
            until=_day(form.get("until")),
        )

    @property
    def query(self) -> dict[str, str]:
        asked = vars(self.asked)
        return {name: str(value) for name, value in asked.items() if value}


class AuditPage(Journal):
    """The newest entries that fit what is asked for, and a link to older ones."""

    def __call__(self) -> str:
        self.request.response.setHeader("Cache-Control", "private, no-store")
        return self.index()

    @cached_property
    def page(self) -> reading.Page:
        return reading.page(self.journal, self.asked, LENGTH, _text(self.request.form.get("older")))

    @property
    def url(self) -> str:
        return f"{self.context.absolute_url()}/@@audit"

    @property
    def is_first(self) -> bool:
        return "older" not in self.request.form

    def older_url(self) -> str:
        return f"{self.url}?{urlencode({**self.query, 'older': self.page.older})}"

    def export_url(self, form: str) -> str:
        query = urlencode({**self.query, "format": form})
        return f"{self.context.absolute_url()}/@@audit-export?{query}"

    def choices(self) -> list[dict]:
        """Kinds of events, each followed by its events: ``id``, ``title``, ``chosen``."""
        found = []
        for kind, title in KINDS.items():
            title = self.context.translate(title)
            found.append(self._choice(kind, title))
            found += [
                self._choice(event, f"{title}: {self.context.translate(name)}")
                for event, name in EVENTS.items()
                if event.startswith(f"{kind}.")
            ]
        return found

    def rows(self) -> list[dict]:
        return [self._row(entry) for entry in self.page.entries]

    def _choice(self, name: str, title: str) -> dict:
        return {"id": name, "title": title, "chosen": name == self.asked.what}

    def _row(self, entry: reading.Entry) -> dict:
        where = entry.get("where", "")
        return {
            "when": f"{reading.moment(entry):%d/%m/%Y %H:%M:%S}",
            "who": entry.get("who") or self._nobody(entry.get("from", "")),
            "from": self._network(entry.get("from", "")),
            "what": EVENTS.get(entry["event"], entry["event"]),
            "where": where,
            "url": self._address(where) if entry["event"].startswith("content.") else "",
            "changes": list(self._values(entry.get("before"), entry.get("after"))),
        }

    def _nobody(self, network: str) -> str:
        """Who acts without an account: a visitor, or the clock and the like."""
        by_itself = network == COMMAND
        return self.context.translate(_("The portal itself") if by_itself else _("A visitor"))

    def _network(self, network: str):
        return self.context.translate(_("Command line")) if network == COMMAND else network

    def _address(self, where: str) -> str:
        """Where the item can still be found, if it can."""
        portal = api.portal.get()
        path = "/".join(portal.getPhysicalPath()) + where
        catalog = api.portal.get_tool("portal_catalog")
        found = catalog.unrestrictedSearchResults(path={"query": path, "depth": 0})
        return f"{portal.absolute_url()}{where}" if found else ""

    def _values(self, before, after):
        """``name``, ``before``, ``after`` and ``diff`` of each value that was changed."""
        if not isinstance(before or {}, dict) or not isinstance(after or {}, dict):
            yield {"name": "", "before": _shown(before), "after": _shown(after), "diff": ""}
            return
        before, after = before or {}, after or {}
        for name in dict.fromkeys([*before, *after]):
            old, new = before.get(name), after.get(name)
            diff = new.get("diff", "") if isinstance(new, dict) else ""
            yield {
                "name": FIELDS.get(name, name),
                "before": self._word(name, old),
                "after": self._word(name, new),
                "diff": diff,
            }

    def _word(self, name: str, value) -> str:
        known = WORDS.get(name, {}).get(value) if isinstance(value, str) else None
        if name == "reason" and isinstance(value, str):
            # the clock's reasons are ours, a person's are in no catalogue and stay as they are
            known = Message(value, domain="eduportal")
        return self.context.translate(known) if known else _shown(value)


class AuditExport(Journal):
    """The same as a file, oldest first; that it was taken away is noted too."""

    def __call__(self) -> bytes:
        form = self.request.form.get("format")
        form = form if form in FORMATS else "csv"
        record("audit.export", after={**self.query, "format": form})
        found = deque(reading.entries(self.journal, self.asked), maxlen=MOST_EXPORTED)
        response = self.request.response
        name = f"nhat-ky-{api.portal.get().getId()}.{form}"
        response.setHeader("Cache-Control", "private, no-store")
        response.setHeader("Content-Type", FORMATS[form])
        response.setHeader("Content-Disposition", f'attachment; filename="{name}"')
        if form == "xlsx":
            return table.as_xlsx(found)
        stream = StringIO()
        write = table.write_jsonl if form == "jsonl" else table.write_csv
        write(found, stream)
        return stream.getvalue().encode("utf-8", "replace")


def _shown(value) -> str:
    """A value for people: a text as it is, a long one by its length, others as JSON."""
    if value is None:
        return ""
    if isinstance(value, dict):
        value = {name: one for name, one in value.items() if name not in ("diff", "sha256")}
        if list(value) == ["text"]:
            return str(value["text"])
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return ", ".join(value)
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _text(value) -> str:
    return value.strip() if isinstance(value, str) else ""


def _day(value) -> date | None:
    try:
        return date.fromisoformat(_text(value))
    except ValueError:
        return None
