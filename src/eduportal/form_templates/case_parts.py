"""Parts of a case's pages: the applicant's form on the receipt, forms and letters for officers."""

from eduportal import _
from eduportal import audit
from eduportal import cases
from eduportal.cases import StepRefused
from eduportal.face.place import Place
from eduportal.form_templates.filled import TYPES
from eduportal.form_templates.for_cases import file_of
from eduportal.form_templates.for_cases import forms_of
from eduportal.form_templates.for_cases import letters_of
from eduportal.uploads import serve
from functools import cached_property
from plone import api
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import NotFound
from zope.i18n import translate

PURPOSE = "form"
"""Of the pass on the receipt: code and second factor open the status page, which never shows what
somebody wrote of himself; who has just sent the form knows it.
"""
LABELS = {"docx": "Word", "odt": "ODT"}


class Part(Place):
    """What both have in common; ``templates`` says whether there is anything to show."""

    side = ""
    order = 60
    pass_ = ""

    def __init__(self, case, request) -> None:
        self.context = self.case = case
        self.request = request

    @property
    def available(self) -> bool:
        return bool(self.templates)

    @property
    def choices(self) -> list[dict]:
        """One for each file: ``value`` is what a form sends for it."""
        return [
            {
                "value": f"{template.UID()}.{kind}",
                "title": f"{template.title} ({LABELS[kind]})",
                "kind": LABELS[kind],
            }
            for template in self.templates
            for kind in template.files()
        ]

    def render(self) -> str:
        return self.index()

    def handle(self) -> str | None:
        return None


class ReceiptPart(Part):
    """ "Tải đơn đã điền", where the receipt is the answer to the form itself."""

    side = "receipt"
    index = ViewPageTemplateFile("receipt_part.pt")

    @cached_property
    def templates(self) -> list:
        return forms_of(self.case) if self.pass_ else []

    @property
    def form_pass(self) -> str:
        return cases.proof.give_pass(self.case.number, PURPOSE)


class OfficerPart(Part):
    """Forms and letters to save, and to send to the applicant with a message."""

    side = "officer"
    index = ViewPageTemplateFile("officer_part.pt")

    @cached_property
    def templates(self) -> list:
        return [*letters_of(self.case), *forms_of(self.case)]

    def handle(self) -> str | None:
        """Put the letter on the applicant's status page."""
        template, kind = chosen(self.templates, self.request.form.get("template"))
        if template is None:
            raise StepRefused(_("Choose a letter."))
        upload = file_of(self.case, template, kind, self.portal)
        login = api.user.get_current().getUserName()
        said = _(
            "letter_sent",
            default="The office sends you: ${title}.",
            mapping={"title": template.title},
        )
        text = translate(said, target_language=self.case.language)
        cases.say(self.case, text, [upload], by=login)
        return _("The letter stands on the applicant's page.")


class FilledApplication(Place, BrowserView):
    """``@@filled-application``: the form with the answers, to who has just sent them."""

    def __call__(self):
        return _answer(self, cases.proof.read_pass(_post(self).get("form-pass"), PURPOSE), forms_of)


class CaseLetter(Place, BrowserView):
    """``@@case-letter``: a form or letter of a case, to its officers."""

    def __call__(self):
        number = str(_post(self).get("number", ""))
        number = int(number) if number.isascii() and number.isdigit() else None
        case = cases.by_number(self.portal, number) if number is not None else None
        if case is None or self.anonymous or not cases.may_see(case):
            raise NotFound(self.__name__)
        answer = _answer(self, number, lambda case: [*letters_of(case), *forms_of(case)])
        audit.record("case.letter", where=str(number))
        return answer


def chosen(templates: list, value: object):
    """The template and the kind of file that a form sent; ``(None, "")`` for anything else."""
    uid, _point, kind = value.partition(".") if isinstance(value, str) else ("", "", "")
    for template in templates:
        if template.UID() == uid and kind in TYPES and kind in template.files():
            return template, kind
    return None, ""


def _post(view) -> dict:
    """What was posted; a case's number and pass stand in no address."""
    if view.request.method != "POST":
        raise NotFound(view.__name__)
    return view.request.form


def _answer(view, number: int | None, offered):
    case = cases.by_number(view.portal, number) if number is not None else None
    if case is None:
        raise NotFound(view.__name__)
    template, kind = chosen(offered(case), view.request.form.get("template"))
    if template is None:
        raise NotFound(view.__name__)
    return serve(file_of(case, template, kind, view.portal), view.request)
