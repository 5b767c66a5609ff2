"""What the form under a list sent: which step, for which lines, seen when."""

from collections.abc import Mapping
from datetime import datetime
from eduportal import _
from eduportal import editorial
from eduportal.desk import bulk
from eduportal.search import number
from zope.i18nmessageid import Message

NOTHING_TICKED = _("Tick at least one line first.")
NO_REASON = _("Write what has to be changed; the authors read it.")
UNCONFIRMED = _("Tick the confirmation first that nothing of this is a state secret.")


class Decision:
    """``found`` is the list the form stands under; nothing outside of it can be named."""

    problem: Message | None = None
    report: bulk.Report | None = None

    def __init__(self, form: Mapping, found) -> None:
        self.whole = bool(form.get("all"))
        self.uids = _uids(form)
        # The list is made anew for each part of a long run; what was refused stands first in it.
        self.skip = number(form, "skip") if self.whole else 0
        self.picked = found[self.skip :] if self.whole else bulk.chosen(found, self.uids)
        self.seen = str(form.get("seen", ""))
        self.wish = bulk.Wish(
            str(form.get("step", "")),
            reason=str(form.get("reason", "")).strip(),
            confirmed=bool(form.get("confirmed")),
            seen=_moment(self.seen),
        )

    def carry_out(self) -> None:
        """One sentence where nothing can be done, else a report with a sentence for each line."""
        self.problem = self._missing()
        if self.problem is None:
            self.report = bulk.run(self.picked, self.wish)
            self.skip += len(self.report.refused)

    def _missing(self) -> Message | None:
        if not self.picked:
            return NOTHING_TICKED
        needed = editorial.needs(self.wish.step)
        if "reason" in needed and not self.wish.reason:
            return NO_REASON
        if "confirmation" in needed and not self.wish.confirmed:
            return UNCONFIRMED
        return None


def _uids(form: Mapping) -> list[str]:
    uids = form.get("uid", [])
    return [uids] if isinstance(uids, str) else uids


def _moment(text: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else None
