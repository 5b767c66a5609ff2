"""A service's forms: the Vietnamese one inside it, the English one in the English section."""

from AccessControl.PermissionRole import rolesForPermissionOn
from collective.easyform.content import EasyForm
from eduportal import sections
from eduportal.content_types.service import IService
from eduportal.content_types.service import Service
from eduportal.online_services.interfaces import IServiceForm
from eduportal.online_services.ready import model
from eduportal.online_services.ready import ready_services
from eduportal.vietnamese import slug
from lxml import etree
from plone import api
from plone.app.multilingual.interfaces import ITranslationManager
from plone.app.uuid.utils import uuidToObject
from plone.dexterity.utils import addContentToContainer
from plone.dexterity.utils import createContent
from zope.container.interfaces import INameChooser
from zope.interface import alsoProvides

FORM_ID = "to-khai"
ACTION = "eduportal.online_services.intake.CaseIntake"
NAMESPACE = "http://namespaces.plone.org/supermodel/schema"
FOLLOWED = ("View", "Access contents information", "Modify portal content", "Delete objects")
"""Permissions of the English form that are those of its service."""


def form_of(service: Service, language: str = "vi") -> EasyForm | None:
    """The form of a service in one language, whatever its state."""
    form = service.get(FORM_ID)
    if form is None or language == "vi":
        return form
    return ITranslationManager(form).get_translation(language)


def language_of(form: EasyForm) -> str:
    """``vi`` or ``en``, whatever became of the form's own language."""
    return "vi" if IService.providedBy(form.aq_inner.aq_parent) else form.Language() or "vi"


def service_of(form: EasyForm) -> Service | None:
    """The service a form belongs to, whoever asks; a copied service's form is the copy's."""
    parent = form.aq_inner.aq_parent
    if IService.providedBy(parent):
        return parent
    named = etree.fromstring(form.actions_model.encode()).find(f".//{{{NAMESPACE}}}service")
    service = uuidToObject(named.text, unrestricted=True) if named is not None else None
    return service if IService.providedBy(service) else None


def ensure_form(service: Service) -> EasyForm | None:
    """The Vietnamese form of a form service, a general application where it is missing."""
    if service.kind != "form":
        return None
    if FORM_ID not in service:
        general = ready_services()["general"]
        _create(service, service, FORM_ID, "vi", model(general, "vi"))
    form = service[FORM_ID]
    if service.UID() not in form.actions_model:
        form.actions_model = actions(service)
    return form


def ensure_english(service: Service, fields: str = "") -> EasyForm | None:
    """The English form, made where it is missing: with the Vietnamese one's fields, if no others.

    None where the portal has no English section for it.
    """
    form = form_of(service)
    present = form_of(service, "en")
    if form is None or present is not None:
        return present
    section = _english_section(service)
    if section is None:
        return None
    name = INameChooser(section).chooseName(slug(service.words("title", "en")), form)
    made = _create(service, section, name, "en", fields or form.fields_model)
    ITranslationManager(form).register_translation("en", made)
    follow(service, made)
    return made


def follow(service: Service, form: EasyForm) -> None:
    """Let exactly those see and change the English form who may see and change the service."""
    for permission in FOLLOWED:
        roles = list(rolesForPermissionOn(permission, service))
        form.manage_permission(permission, roles, acquire=False)
    for user, local in service.get_local_roles():
        form.manage_setLocalRoles(user, local)
    form.reindexObjectSecurity()


def name_forms(service: Service) -> None:
    """A service that is renamed renames its forms."""
    for language in ("vi", "en"):
        form = form_of(service, language)
        title = _title(service, language)
        if form is not None and form.title != title:
            form.title = title
            form.reindexObject(idxs=["Title", "sortable_title", "SearchableText"])


def actions(service: Service) -> str:
    """The one action of a service's form."""
    model = etree.Element(f"{{{NAMESPACE}}}model", nsmap={None: NAMESPACE})
    schema = etree.SubElement(model, f"{{{NAMESPACE}}}schema")
    field = etree.SubElement(schema, f"{{{NAMESPACE}}}field", name="intake", type=ACTION)
    etree.SubElement(field, f"{{{NAMESPACE}}}title").text = "Tiếp nhận hồ sơ"
    etree.SubElement(field, f"{{{NAMESPACE}}}service").text = service.UID()
    return etree.tostring(model, encoding="unicode", pretty_print=True)


def _create(service, container, name: str, language: str, fields: str) -> EasyForm:
    submit = {"vi": "Nộp hồ sơ", "en": "Send the application"}[language]
    content = createContent(
        "EasyForm",
        title=_title(service, language),
        description=service.words("description", language),
        language=language,
        fields_model=fields,
        actions_model=actions(service),
        submitLabel=submit,
        showAll=False,
        autofocus=False,
        form_tabbing=False,
        unload_protection=False,
        exclude_from_nav=True,
    )
    content.id = name
    alsoProvides(content, IServiceForm)
    form = addContentToContainer(container, content, checkConstraints=False)
    # multilingual takes the language of a child from what it lies in, and a service has none
    form.language = language
    form.reindexObject(idxs=["Language"])
    # Its creator owns nothing that others write personal things into.
    form.manage_delLocalRoles([user for user, _roles in form.get_local_roles()])
    return form


def _title(service: Service, language: str) -> str:
    title = service.words("title", language)
    return {"vi": f"Tờ khai: {title}", "en": title}[language]


def _english_section(service: Service):
    section_id = getattr(service.aq_inner.aq_parent, "section_id", "") or "service-catalogue"
    with api.env.adopt_roles(["Manager"]):
        return sections.find(section_id, "en") or sections.find("service-catalogue", "en")
