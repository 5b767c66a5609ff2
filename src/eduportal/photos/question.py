"""The question on the way to publication: without an answer the step is refused."""

from eduportal import _
from eduportal.editorial import IStepPart
from eduportal.editorial import StepRefused
from eduportal.interfaces import IEduportal
from eduportal.photos.pupils import ANSWERS
from eduportal.photos.pupils import CONSENT
from eduportal.photos.pupils import NO_RECORD
from eduportal.photos.pupils import IPupils
from eduportal.photos.pupils import unanswered
from eduportal.vietnamese import nfc
from plone.dexterity.interfaces import IDexterityContent
from plone.rest.interfaces import IAPIRequest
from Products.DCWorkflow.interfaces import IBeforeTransitionEvent
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.component import adapter
from zope.globalrequest import getRequest
from zope.interface import implementer

ASKED_AT = ("submit", "publish", "schedule")
ANSWER = "pupil_pictures"
RECORD = "consent_record"
UNANSWERED = _(
    "pupils_unanswered",
    default=(
        "The item has pictures: say whether pupils can be recognised in them, and how their "
        "consent was given (Law 91/2025/QH15, Điều 24)."
    ),
)


@adapter(IPupils, IBeforeTransitionEvent)
def demand_answer(content, event: IBeforeTransitionEvent) -> None:
    """On the web only: who calls REST or runs an import answers for what it sends."""
    if event.transition is None or event.transition.getId() not in ASKED_AT:
        return
    request = getRequest()
    if not IEduportal.providedBy(request) or IAPIRequest.providedBy(request):
        return
    if request.get("REQUEST_METHOD") == "POST" and unanswered(content):
        raise StepRefused(UNANSWERED)


@implementer(IStepPart)
@adapter(IDexterityContent, IEduportal)
class PupilsQuestion(BrowserView):
    """Part of ``@@step``, for pictures whose author has not said it in the item's form."""

    template = ViewPageTemplateFile("question.pt")

    def html(self, transition: str) -> str:
        return self.template() if transition in ASKED_AT and unanswered(self.context) else ""

    def take(self, transition: str) -> None:
        if transition not in ASKED_AT or not unanswered(self.context):
            return
        answer, record = self.chosen, self.record
        if answer not in ANSWERS:
            raise StepRefused(UNANSWERED)
        if answer == CONSENT and not record:
            raise StepRefused(NO_RECORD)
        self.context.pupil_pictures = answer
        self.context.consent_record = record or None

    @property
    def answers(self) -> list:
        return list(ANSWERS)

    @property
    def chosen(self) -> str:
        return str(self.request.form.get(ANSWER, ""))

    @property
    def record(self) -> str:
        return nfc(str(self.request.form.get(RECORD, ""))).strip()
