"""Whether a service takes applications now, and what visitors are told about it."""

from dataclasses import dataclass
from datetime import UTC
from datetime import datetime
from datetime import timedelta
from eduportal import _
from eduportal.cases import places_taken
from eduportal.content_types.service import Service
from eduportal.content_types.service import aware
from plone import api
from zoneinfo import ZoneInfo
from zope.i18nmessageid import Message

GRACE = timedelta(minutes=15)
"""For whoever had the form before him when it closed."""
HERE = ZoneInfo("Asia/Ho_Chi_Minh")


@dataclass(frozen=True)
class Opening:
    """``state`` is open, before, after, waiting (a waiting list is kept) or full."""

    state: str
    opens: datetime | None = None
    closes: datetime | None = None
    left: int | None = None

    @property
    def takes(self) -> bool:
        return self.state in ("open", "waiting")

    @property
    def sentence(self) -> Message:
        if self.state == "open" and self.closes is not None:
            return _open_until(self)
        return SENTENCES[self.state](self)


def opening(service: Service, now: datetime | None = None) -> Opening:
    """The state of a service; of a link as far as its dates tell."""
    state = service.opening(now)
    opens = aware(service.opens) if service.opens else None
    closes = aware(service.closes) if service.closes else None
    if state != "open" or service.kind != "form" or not service.quota:
        return Opening(state, opens, closes)
    left = max(0, service.quota - places_taken(api.portal.get(), service.UID()))
    if not left:
        state = "waiting" if service.waiting_list else "full"
    return Opening(state, opens, closes, left)


def began_in_time(service: Service, made: int, now: datetime | None = None) -> bool:
    """Whether a page of that second may still be sent although the service has closed."""
    now = now or datetime.now(UTC)
    closes = aware(service.closes) if service.closes else None
    begun = datetime.fromtimestamp(made, UTC)
    return closes is not None and begun < closes <= now < closes + GRACE


def moment(value: datetime) -> str:
    """``07:30 01/06/2026``, in Viet Nam."""
    return aware(value).astimezone(HERE).strftime("%H:%M %d/%m/%Y")


def _before(one: Opening) -> Message:
    return _(
        "service_opens",
        default="Applications are taken from ${opens}.",
        mapping={"opens": moment(one.opens)},
    )


def _after(one: Opening) -> Message:
    return _(
        "service_closed",
        default="Applications were taken until ${closes}.",
        mapping={"closes": moment(one.closes)},
    )


def _open_until(one: Opening) -> Message:
    return _(
        "service_open_until",
        default="Applications are taken until ${closes}.",
        mapping={"closes": moment(one.closes)},
    )


def _open(one: Opening) -> Message:
    return _("Applications are taken at any time.")


def _waiting(one: Opening) -> Message:
    return _(
        "service_waiting",
        default="All places are taken. You may still apply: your application joins the "
        "waiting list.",
    )


def _full(one: Opening) -> Message:
    return _("service_full", default="All places are taken; no more applications are taken.")


SENTENCES = {
    "before": _before,
    "after": _after,
    "open": _open,
    "waiting": _waiting,
    "full": _full,
}
