"""Making a portal's forms, once: afterwards their wording is the editors'."""

from collective.easyform.content import EasyForm
from eduportal import sections
from eduportal.feedback.catalogue import FormText
from eduportal.feedback.catalogue import catalogue
from eduportal.feedback.readers import ensure_readers
from plone import api
from plone.app.multilingual.interfaces import ITranslationManager
from plone.app.uuid.utils import uuidToObject
from plone.dexterity.utils import addContentToContainer
from plone.dexterity.utils import createContent
from zope.annotation.interfaces import IAnnotations

BUILT = "eduportal.feedback.forms"


def ensure_forms(portal, repair: bool = False) -> list[str]:
    """Make the forms that are missing in the portal's sections; those made, ``language/form id``.

    A form that was made once and is gone was removed by somebody and comes back by ``repair``
    alone. A portal without the section has no form.
    """
    ensure_readers()
    built = dict(IAnnotations(portal).get(BUILT, {}))
    created = []
    for form in catalogue():
        pair = {}
        for language in sections.LANGUAGES:
            key = f"{language}/{form.id}"
            section = sections.find(form.section, language)
            present = uuidToObject(built[key], unrestricted=True) if key in built else None
            if present is None and section is not None and (key not in built or repair):
                present = _create(section, form.texts[language])
                built[key] = present.UID()
                created.append(key)
                if form.front and not section.getProperty("default_page"):
                    section.setDefaultPage(present.getId())
            pair[language] = present
        _link(pair)
    if created:
        IAnnotations(portal)[BUILT] = built
    return created


def _create(section, text: FormText) -> EasyForm:
    content = createContent(
        "EasyForm",
        title=text.title,
        description=text.description,
        language=text.language,
        fields_model=text.fields,
        actions_model=text.actions,
        submitLabel=text.submit,
        thankstitle=text.thanks,
        thanksdescription=text.thanks_text,
        showAll=False,
        autofocus=False,
        form_tabbing=False,
        unload_protection=False,
        exclude_from_nav=True,
    )
    content.id = text.slug
    form = addContentToContainer(section, content, checkConstraints=False)
    # Whoever runs the set-up must not own a form that others write confidential things into.
    form.manage_delLocalRoles([user for user, _roles in form.get_local_roles()])
    with api.env.adopt_roles(["Manager"]):
        api.content.transition(form, to_state="published")
    form.reindexObject()
    return form


def _link(pair: dict) -> None:
    if None in pair.values():
        return
    manager = ITranslationManager(pair["vi"])
    if not manager.has_translation("en"):
        manager.register_translation("en", pair["en"])
