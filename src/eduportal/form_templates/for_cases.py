"""Which templates a case fills in, and the file that comes of it."""

from eduportal.cases import Case
from eduportal.cases import service_of
from eduportal.content_types.form_template.form_template import FormTemplate
from eduportal.content_types.service import Service
from eduportal.editorial import PUBLISHED
from eduportal.form_templates.case_values import values_of_case
from eduportal.form_templates.filled import TYPES
from eduportal.form_templates.filled import file_name
from eduportal.form_templates.filled import filled
from eduportal.form_templates.shipped.making import made
from eduportal.form_templates.shipped.reading import texts
from eduportal.uploads import Upload
from hashlib import sha256
from plone import api
from plone.app.uuid.utils import uuidToObject


def forms_of(case: Case) -> list[FormTemplate]:
    """The published forms that name the case's service, or that its procedure asks for."""
    wanted = _forms_of_procedure(service_of(case))
    return [
        one
        for one in _published("form")
        if case.service_uid in (one.services or ()) or one.UID() in wanted
    ]


def letters_of(case: Case) -> list[FormTemplate]:
    """The published letters for the case's service, and those for all services."""
    return [
        one for one in _published("letter") if not one.services or case.service_uid in one.services
    ]


def file_of(case: Case, template: FormTemplate, kind: str, portal) -> Upload:
    """The template with the unit's and the case's values, under a name that tells nothing of it."""
    data = filled(template, kind, portal, values_of_case(case))
    name = file_name(template, kind)
    return Upload("", name, TYPES[kind], data, sha256(data).hexdigest())


def use_for(ready_id: str, service: Service) -> None:
    """Let the cases of a service that was added from a ready-made one fill in its shipped forms."""
    for text in texts():
        uid = made(api.portal.get()).get(text.id)
        template = uuidToObject(uid, unrestricted=True) if uid else None
        if ready_id in text.services and template is not None:
            template.services = (*(template.services or ()), service.UID())


def _published(purpose: str) -> list[FormTemplate]:
    brains = api.portal.get_tool("portal_catalog")(
        portal_type="FormTemplate",
        review_state=PUBLISHED,
        edu_kind=purpose,
        sort_on="sortable_title",
    )
    return [brain.getObject() for brain in brains]


def _forms_of_procedure(service: Service | None) -> frozenset[str]:
    uid = getattr(service, "procedure", None)
    procedure = uuidToObject(uid, unrestricted=True) if uid else None
    return frozenset(getattr(procedure, "forms", None) or ())
