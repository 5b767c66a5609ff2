"""``@@duties``: who answers for the portal, who keeps which section, and by when. One form."""

from eduportal import _
from eduportal import audit
from eduportal.duties import store
from eduportal.duties.due import Due
from eduportal.duties.due import due
from eduportal.duties.people import People
from eduportal.duties.register import Duty
from eduportal.duties.register import duties
from eduportal.duties.responsible import LONGEST
from eduportal.duties.responsible import name_responsible_person
from eduportal.duties.responsible import responsible_person
from eduportal.mail.text import one_line
from functools import cached_property
from plone import api
from plone.protect import CheckAuthenticator
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.i18nmessageid import Message

INDENTS = ("ps-0", "ps-3", "ps-5")
FIELDS = ("owner", "update_days", "supply_days")
MOST_DAYS = 3650


class Wrong(ValueError):
    """What stands in a field means nothing; the message says what would."""

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message


class Duties(BrowserView):
    """A field that is left empty takes what its section inherits; 0 days mean no term."""

    page_heading = _("Duties on the portal")

    index = ViewPageTemplateFile("page.pt")
    longest = LONGEST

    def __call__(self) -> str:
        self.request.response.setHeader("Cache-Control", "private, no-store")
        self.errors: dict[str, Message] = {}
        self.typed: dict[str, str] = {}
        if self.request.method == "POST":
            CheckAuthenticator(self.request)
            self._save()
        return self.index()

    @cached_property
    def portal(self):
        return api.portal.get()

    @cached_property
    def people(self) -> People:
        return People()

    @property
    def responsible(self) -> str:
        return responsible_person()

    def choices(self) -> list[str]:
        """What a browser offers while an owner is typed."""
        return list(self.people.labels.values())

    def rows(self) -> list[dict]:
        """One for each section: its fields, what they inherit, what is overdue."""
        overdue: dict[str, list[Due]] = {}
        for one in due(self.portal):
            overdue.setdefault(one.section.uid, []).append(one)
        return [self._row(one, overdue.get(one.place.uid, [])) for one in duties(self.portal)]

    def _row(self, one: Duty, overdue: list[Due]) -> dict:
        uid = one.place.uid
        shown = {
            "owner": self.people.label(one.decided.owner) if one.decided.owner else "",
            "update_days": _number(one.decided.update_days),
            "supply_days": _number(one.decided.supply_days),
        }
        names = {name: f"{name}-{uid}" for name in FIELDS}
        return {
            "title": one.place.title,
            "url": one.place.url,
            "indent": INDENTS[min(one.place.depth, len(INDENTS) - 1)],
            "names": names,
            "shown": {name: self.typed.get(names[name], shown[name]) for name in FIELDS},
            "otherwise": {
                "owner": self.people.label(one.inherited.owner) if one.inherited.owner else "",
                "update_days": _number(one.otherwise("update_days") or None),
                "supply_days": _number(one.otherwise("supply_days") or None),
            },
            "errors": [self.errors[key] for key in names.values() if key in self.errors],
            "overdue": [_sentence(each) for each in overdue],
        }

    def _save(self) -> None:
        """Good rows are kept; a bad field is named and stays as it was typed."""
        form = self.request.form
        before = responsible_person()
        changed = 0
        if "responsible" in form and name_responsible_person(str(form["responsible"])):
            changed += 1
            audit.record("duty.responsible", before=before, after=responsible_person())
        for one in duties(self.portal):
            uid = one.place.uid
            if f"owner-{uid}" in form:
                wanted = self._read(one)
                if wanted is not None and store.decide(self.portal, uid, wanted):
                    changed += 1
                    where = one.place.path.removeprefix("/".join(self.portal.getPhysicalPath()))
                    audit.record(
                        "duty.change", where=where, before=_plain(one.decided), after=_plain(wanted)
                    )
        message = _("duties_kept", default="Kept. Changed: ${count}.", mapping={"count": changed})
        api.portal.show_message(message, self.request)
        if self.errors:
            message = _("Some fields were not kept; see below.")
            api.portal.show_message(message, self.request, type="error")

    def _read(self, one: Duty) -> store.Decided | None:
        """What was typed for a section; None where one of its fields is wrong."""
        owner = one.decided.owner
        readers = {
            # somebody who has left stays until another one is named
            "owner": lambda text: owner if text == owner else self._owner(text),
            "update_days": _days,
            "supply_days": _days,
        }
        found = {}
        for name, read in readers.items():
            key = f"{name}-{one.place.uid}"
            text = one_line(str(self.request.form.get(key, "")))
            try:
                found[name] = read(text) if text else None
            except Wrong as wrong:
                self.errors[key] = wrong.message
        if len(found) == len(FIELDS):
            return store.Decided(**found)
        for name in FIELDS:
            key = f"{name}-{one.place.uid}"
            self.typed[key] = one_line(str(self.request.form.get(key, "")))
        return None

    def _owner(self, text: str) -> str:
        found = self.people.find(text)
        if found is None:
            raise Wrong(
                _(
                    "duties_nobody",
                    default=(
                        "“${text}” is nobody's account and no group. Choose from the list that "
                        "opens while you type."
                    ),
                    mapping={"text": text},
                )
            )
        return found


def _days(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) > MOST_DAYS:
        raise Wrong(
            _(
                "duties_no_days",
                default="“${text}” is no number of days. Write a whole number, or 0 for no term.",
                mapping={"text": text},
            )
        )
    return int(text)


def _number(value: int | None) -> str:
    return "" if value is None else str(value)


def _plain(what: store.Decided) -> dict:
    return {name: getattr(what, name) for name in FIELDS}


def _sentence(one: Due) -> Message:
    words = {"days": one.overdue_days, "count": one.items}
    if one.kind == "supply":
        return _(
            "duties_late",
            default="Documents issued and not published in time: ${count}",
            mapping=words,
        )
    if one.last_change is None:
        return _(
            "duties_empty", default="Nothing published yet; ${days} days overdue", mapping=words
        )
    words["date"] = f"{one.last_change:%d/%m/%Y}"
    return _("duties_stale", default="Last change ${date}; ${days} days overdue", mapping=words)
