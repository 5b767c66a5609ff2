"""The result on a case's own page: for the family after the hour, for officers at any time."""

from eduportal import _
from eduportal.admissions import deciding
from eduportal.admissions import results
from eduportal.admissions import seasons
from eduportal.admissions.letters import may_have_letter
from eduportal.admissions.words import REPLIES
from eduportal.cases import StepRefused
from eduportal.cases import say
from eduportal.face.dates import short
from eduportal.face.place import Place
from functools import cached_property
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.i18n import translate
import secrets

SAID = {
    results.YES: _("The family confirms: the child comes."),
    results.NO: _("The family declines: the child does not come."),
}


class ResultPart(Place, BrowserView):
    """What both sides share."""

    order = 5
    pass_ = ""

    @cached_property
    def case(self):
        return self.context

    @cached_property
    def season(self):
        return seasons.season_of(self.case.service_uid)

    @cached_property
    def result(self) -> results.Result:
        return results.result_of(self.case)

    @property
    def outcome(self):
        return results.OUTCOMES.get(self.result.outcome)

    @property
    def points(self) -> str:
        return results.points_shown(self.result.points, self.language)

    @property
    def until(self) -> str:
        return short(self.result.until or self.season.enrol_until)

    @property
    def reply(self):
        return REPLIES[self.result.reply]

    def handle(self) -> str | None:
        return None


class ForApplicant(ResultPart):
    """Nothing at all before the hour, whatever the officers have entered."""

    side = "applicant"
    render = ViewPageTemplateFile("part.pt")
    once = ""

    @property
    def available(self) -> bool:
        return (
            self.season is not None
            and bool(self.outcome)
            and seasons.results_are_public(self.season)
        )

    @property
    def may_reply(self) -> bool:
        """Once declined the place may be somebody else's: only the office can undo that."""
        return (
            self.result.outcome == results.ADMITTED
            and self.result.reply != results.NO
            and seasons.may_reply(self.season, self.result)
        )

    @property
    def letter_url(self) -> str:
        if not may_have_letter(self.season, self.case):
            return ""
        return f"{self.root_url}/@@admission-letter"

    @cached_property
    def new(self) -> str:
        """Makes this page's post one of its own."""
        return secrets.token_hex(16)

    def handle(self) -> str | None:
        answer = self.request.form.get("answer")
        if answer not in SAID:
            raise StepRefused(_("Please choose whether the child comes."))
        if not (self.available and self.may_reply):
            raise StepRefused(_("The time to answer is over. Please call the admission office."))
        if answer == results.NO and self.request.form.get("sure") != "yes":
            raise StepRefused(_("Please tick that you give the place up."))
        deciding.reply(self.portal, self.season, self.case, answer)
        say(self.case, translate(SAID[answer], target_language=self.case.language))
        del self.result
        return _("Thank you. The school has your answer.")


class ForOfficer(ResultPart):
    side = "officer"
    render = ViewPageTemplateFile("part_officer.pt")

    @property
    def available(self) -> bool:
        return self.season is not None

    @property
    def season_url(self) -> str:
        return f"{self.root_url}/@@applicants?season={self.season.UID()}"

    @property
    def public(self) -> bool:
        return seasons.results_are_public(self.season)
