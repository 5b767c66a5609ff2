"""What a form service lacks before it may be published."""

from collective.easyform.api import get_actions
from collective.easyform.api import get_schema
from eduportal import _
from eduportal.content_types.service import IService
from eduportal.content_types.service import Service
from eduportal.editorial import StepRefused
from eduportal.online_services.consent import CONSENT
from eduportal.online_services.intake import CaseIntake
from eduportal.online_services.making import form_of
from Products.DCWorkflow.interfaces import IBeforeTransitionEvent
from zope.component import adapter
from zope.i18nmessageid import Message
from zope.schema import getFieldNames
from zope.schema import getFieldsInOrder

APPROVING = ("publish", "schedule")
LANGUAGES = {
    "vi": _("service_form_vi", default="Vietnamese"),
    "en": _("service_form_en", default="English"),
}


def lacks(service: Service) -> list[Message]:
    """A sentence for each thing that stands against publication; a link lacks nothing."""
    if service.kind != "form":
        return []
    form, english = form_of(service), form_of(service, "en")
    if form is None:
        return [_("The service has no form yet. Save it once more to have one made.")]
    found = _lacks_of(form, service, LANGUAGES["vi"])
    if english is not None:
        found += _lacks_of(english, service, LANGUAGES["en"])
        asked = set(getFieldNames(get_schema(form)))
        other = set(getFieldNames(get_schema(english)))
        if asked != other:
            found.append(
                _(
                    "service_forms_differ",
                    default="The two forms do not ask for the same: ${names}.",
                    mapping={"names": ", ".join(sorted(asked ^ other))},
                )
            )
    return found


def _lacks_of(form, service: Service, language: Message) -> list[Message]:
    fields = dict(getFieldsInOrder(get_schema(form)))
    found = []
    factors = [name for name in service.factors if name in fields]
    if not any(fields[name].required for name in factors):
        found.append(
            _(
                "service_lacks_factor",
                default=(
                    "The ${language} form has no required field “phone” or “birth_date”, as the "
                    "service's verification wants it: nobody could look the case up."
                ),
                mapping={"language": language},
            )
        )
    if CONSENT not in fields:
        found.append(
            _(
                "service_lacks_consent",
                default="The ${language} form has no field “consent” (yes or no).",
                mapping={"language": language},
            )
        )
    actions = [action for _name, action in getFieldsInOrder(get_actions(form))]
    if len(actions) != 1 or not isinstance(actions[0], CaseIntake):
        found.append(
            _(
                "service_other_actions",
                default=(
                    "The ${language} form must have the one action that takes applications: "
                    "answers are neither mailed nor kept elsewhere."
                ),
                mapping={"language": language},
            )
        )
    return found


@adapter(IService, IBeforeTransitionEvent)
def hold_back(service: IService, event: IBeforeTransitionEvent) -> None:
    """Refuse publication with the first thing that is lacking."""
    if event.transition is None or event.transition.getId() not in APPROVING:
        return
    for message in lacks(service):
        raise StepRefused(message)
