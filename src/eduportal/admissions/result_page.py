"""``@@admission-result?season=…``: the form, and the answer to a post; nothing of it is kept."""

from eduportal import _
from eduportal.admissions import results
from eduportal.admissions import seasons
from eduportal.admissions.lookup import look_up
from eduportal.admissions.page import SeasonPage
from eduportal.admissions.page import chosen
from eduportal.cases import codes
from eduportal.cases import proof
from eduportal.cases import remember_device
from eduportal.cases import status_address as address
from eduportal.face.dates import short
from functools import cached_property

NOT_FOUND = _(
    "admission_result_not_found",
    default=(
        "No application to this season has this code or registration number together with this "
        "date of birth or phone number."
    ),
)
TOO_MANY = _(
    "admission_result_too_many",
    default="This was asked too often. Please try again later.",
)


class ResultPage(SeasonPage):
    """A season's results one by one, after the hour; before it nothing is looked for."""

    page_heading = _("Look up an admission result")
    problem = ""
    case = None

    def __call__(self) -> str:
        for name, value in (
            ("Cache-Control", "private, no-store"),
            ("Referrer-Policy", "same-origin"),
            ("X-Robots-Tag", "noindex, nofollow"),
        ):
            self.request.response.setHeader(name, value)
        if self.request.method == "POST" and self.public:
            self._look_up()
        return self.index()

    @cached_property
    def season(self):
        return chosen(self.request)

    @property
    def url(self) -> str:
        return self.lookup_url

    @property
    def season_url(self) -> str:
        if self.language == "en":
            return f"{self.root_url}/@@admission-season?season={self.season.UID()}"
        return self.season.absolute_url()

    @property
    def which(self) -> str:
        return self._text("which")

    @cached_property
    def result(self) -> results.Result:
        return results.result_of(self.case)

    @property
    def outcome(self):
        """None where nothing was decided on this application."""
        return results.OUTCOMES.get(self.result.outcome)

    @property
    def points(self) -> str:
        return results.points_shown(self.result.points, self.language)

    @property
    def may_reply(self) -> bool:
        return self.result.outcome == results.ADMITTED and seasons.may_reply(
            self.season, self.result
        )

    @property
    def until(self) -> str:
        return short(self.result.until or self.season.enrol_until)

    @property
    def status_url(self) -> str:
        return address(self.portal, self.language)

    @cached_property
    def pass_(self) -> str:
        """Opens the case's own page for half an hour: letter and confirmation are there.

        Only to who has the code. Registration numbers may be public, and then a date of birth is
        all that would keep a stranger from the letter, or from giving the place up.
        """
        return proof.give_pass(self.case.number) if self.by_code else ""

    @property
    def by_code(self) -> bool:
        return codes.is_well_formed(self.which)

    def _look_up(self) -> None:
        factor = self._text("factor")
        self.case, wait = look_up(self.portal, self.request, self.season, self.which, factor)
        if wait:
            self.request.response.setStatus(429)
            self.request.response.setHeader("Retry-After", str(wait))
            self.problem = TOO_MANY
        elif self.case is None:
            self.request.response.setStatus(404)
            self.problem = NOT_FOUND
        elif self.by_code:
            remember_device(self.request, self.case)

    def _text(self, name: str) -> str:
        value = self.request.form.get(name, "")
        return value[:200] if isinstance(value, str) else ""
