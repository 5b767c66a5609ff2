"""``@@step?step=publish``: what a step does, what it asks for, and the button that makes it."""

from datetime import datetime
from datetime import time
from eduportal import _
from eduportal.editorial.chain import EDITORIAL
from eduportal.editorial.history import HERE
from eduportal.editorial.interfaces import IStepPart
from eduportal.editorial.pages.returning import way_back
from eduportal.editorial.refused import StepRefused
from eduportal.editorial.rules import refusal
from eduportal.editorial.stepping import needs
from eduportal.editorial.stepping import not_offered
from eduportal.editorial.stepping import offered
from eduportal.editorial.stepping import step
from eduportal.editorial.words import CONSEQUENCES
from eduportal.editorial.words import STATES
from eduportal.editorial.words import STEPS
from plone import api
from plone.protect import CheckAuthenticator
from Products.Five import BrowserView
from zExceptions import NotFound
from zope.component import getAdapters
import transaction

MORNING = time(7, 0)


class StepPage(BrowserView):
    """One step of one item; without a script, and wide enough for a phone."""

    problem = ""

    def __call__(self) -> str:
        self.request.response.setHeader("Cache-Control", "private, no-store")
        tool = api.portal.get_tool("portal_workflow")
        self.step = self.request.form.get("step", "")
        if self.step not in STEPS or EDITORIAL not in tool.getChainFor(self.context):
            raise NotFound("step")
        if self.request.method == "POST" and "make" in self.request.form:
            CheckAuthenticator(self.request)
            if self._make():
                return self.request.response.redirect(self.way_back())
            self.request.response.setStatus(400)
        return self.index()

    def _make(self) -> bool:
        before = transaction.savepoint(optimistic=True)
        try:
            for _name, part in self._parts():
                part.take(self.step)
            if self.may_expire and self.request.form.get("expires_day") == "":
                # the form showed the day, and it was cleared
                self.context.setExpirationDate(None)
            step(self.context, self.step, **self._answers())
        except StepRefused as refused:
            before.rollback()
            self.problem = refused.message
            return False
        done = _("step_done", default="Done: ${step}.", mapping={"step": STEPS[self.step]})
        api.portal.show_message(done, self.request)
        return True

    def _answers(self) -> dict:
        form = self.request.form
        answers = {
            "reason": form.get("reason", "").strip(),
            "confirmed": bool(form.get("confirmed")),
        }
        if "date" in self.needs:
            answers["at"] = self._moment("at")
        if self.may_expire:
            answers["expires"] = self._moment("expires")
        return answers

    def _moment(self, name: str) -> datetime | None:
        day = self.request.form.get(f"{name}_day", "").strip()
        hour = self.request.form.get(f"{name}_hour", "").strip()
        if not day:
            return None
        try:
            chosen = time.fromisoformat(hour) if hour else MORNING
            return datetime.combine(datetime.strptime(day, "%Y-%m-%d"), chosen, HERE)
        except ValueError:
            raise StepRefused(UNREADABLE) from None

    def _parts(self) -> list:
        return sorted(getAdapters((self.context, self.request), IStepPart))

    @property
    def parts(self) -> list[str]:
        """Markup of what other rooms add."""
        return [html for _name, part in self._parts() if (html := part.html(self.step))]

    @property
    def title(self):
        return STEPS[self.step]

    @property
    def page_heading(self):
        return self.title

    @property
    def consequence(self):
        return CONSEQUENCES[self.step]

    @property
    def state(self):
        return STATES[api.content.get_state(self.context)]

    @property
    def refusal(self):
        """Why the step cannot be made, whatever is entered; ``None`` when it can."""
        if self.step not in offered(self.context):
            return not_offered(self.context, self.step)
        return refusal(self.context, self.step)

    @property
    def needs(self) -> set[str]:
        return needs(self.step)

    @property
    def may_expire(self) -> bool:
        return self.step in ("publish", "schedule")

    @property
    def may_say_why(self) -> bool:
        """A word to whom it concerns, where no reason is demanded."""
        return self.step in ("submit", "examine", "retract")

    def chosen(self, name: str) -> dict[str, str]:
        """Day and hour of "at" or "expires": as posted, else as the item has them."""
        form = self.request.form
        if f"{name}_day" in form:
            return {"day": form[f"{name}_day"], "hour": form.get(f"{name}_hour", "")}
        date = self.context.effective_date if name == "at" else self.context.expiration_date
        if date is None or not date.isFuture():
            return {"day": "", "hour": ""}
        local = date.toZone("UTC").asdatetime().astimezone(HERE)
        return {"day": local.date().isoformat(), "hour": local.strftime("%H:%M")}

    @property
    def reason(self) -> str:
        return self.request.form.get("reason", "")

    @property
    def came_from(self) -> str:
        return self.request.form.get("came_from", "")

    def way_back(self) -> str:
        return way_back(self.request, self.context)


UNREADABLE = _(
    "step_unreadable_date",
    default="The day or the hour cannot be read. Enter them as 2026-12-31 and 07:30.",
)
