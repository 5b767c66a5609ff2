"""The action of a service's form: what was sent becomes a case.

easyform stores an action's dotted name in each form, so
``eduportal.online_services.intake.CaseIntake`` is frozen.
"""

from collective.easyform.actions import Action
from collective.easyform.actions import ActionFactory
from collective.easyform.api import get_context
from collective.easyform.config import FORM_ERROR_MARKER
from collective.easyform.interfaces import IAction
from eduportal import _
from eduportal import cases
from eduportal import uploads
from eduportal.content_types.service import Service
from eduportal.online_services import answers
from eduportal.online_services.asked import asked
from eduportal.online_services.consent import CONSENT
from eduportal.online_services.consent import consent_text
from eduportal.online_services.making import form_of
from eduportal.online_services.making import language_of
from eduportal.online_services.opening import Opening
from eduportal.online_services.page_token import PageToken
from plone import api
from plone.supermodel.exportimport import BaseHandler
from zExceptions import Forbidden
from zope import schema
from zope.annotation.interfaces import IAnnotations
from zope.i18n import translate
from zope.interface import implementer

SENDING = "eduportal.online_services.sending"


class Sending:
    """One post of a service's form: the guard fills it in, the action answers with a case."""

    def __init__(self, service: Service, token: PageToken) -> None:
        self.service = service
        self.token = token
        self.case: cases.Case | None = None


class ICaseIntake(IAction):
    """Opens a case of the service."""

    service = schema.ASCIILine(title=_("UID of the service"), required=False, default="")


@implementer(ICaseIntake)
class CaseIntake(Action):
    """Takes only what has passed the guard of the form's own page (``service_form``)."""

    def __init__(self, **kw):
        for name, field in ICaseIntake.namesAndDescriptions():
            setattr(self, name, kw.pop(name, getattr(field, "default", None)))
        super().__init__(**kw)

    def onSuccess(self, fields, request) -> dict[str, str] | None:
        """Open the case; a dictionary of field and sentence where the form must come back."""
        sending = IAnnotations(request).get(SENDING)
        if sending is None:
            raise Forbidden("A service's form is sent from its own page.")
        service, form = sending.service, get_context(self)
        language = language_of(form)
        schema = asked(form, service)
        try:
            files = uploads.of_form(schema, fields, service)
        except uploads.UploadRefused as refused:
            return {refused.field: translate(refused.message, context=request)}
        # the answer is the file as it is kept, several pages as the one they became
        fields = fields | {file.field: file for file in files}
        waiting = False
        if service.quota:
            place = _place(service)
            if not place.takes:
                return {FORM_ERROR_MARKER: translate(place.sentence, context=request)}
            waiting = place.state == "waiting"
        official = form_of(service) or form
        sending.case, _new = cases.receive(
            service,
            token=sending.token.text,
            form=form,
            language=language,
            entries=[
                *answers.entries(schema, asked(official, service), fields),
                # what was agreed to, in the words that were read
                cases.Entry(CONSENT, consent_text(service, language), "bool", True),
            ],
            uploads=files,
            applicant=answers.applicant(service, fields),
            waiting=waiting,
        )
        return None


def _place(service: Service) -> Opening:
    """A place of the quota; of those who ask at the same time all but one are tried again."""
    portal, uid = api.portal.get(), service.UID()
    taken = cases.places_taken(portal, uid)
    if taken < service.quota:
        taken = cases.take_turn(portal, uid)
    if taken < service.quota:
        return Opening("open", left=service.quota - taken)
    return Opening("waiting" if service.waiting_list else "full", left=0)


CaseIntakeAction = ActionFactory(
    CaseIntake, _("Receive the application"), "collective.easyform.EditTechnicalFields"
)
CaseIntakeHandler = BaseHandler(CaseIntake)
