"""Making a portal's forms, once: afterwards their wording is the editors'."""

from collective.easyform.content import EasyForm
from eduportal import sections
from eduportal.feedback.catalogue import FormText
from eduportal.feedback.catalogue import catalogue
from eduportal.feedback.readers import ensure_readers
from plone import api
from plone.app.multilingual.interfaces import ITG
from plone.app.multilingual.interfaces import IMutableTG
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
    # All searches come before the first form: each would have the catalogue index what is new.
    wanted = [(form, language) for form in catalogue() for language in sections.LANGUAGES]
    places = {
        (form.id, language): sections.find(form.section, language) for form, language in wanted
    }
    made = {key: uuidToObject(uid, unrestricted=True) for key, uid in built.items()}
    created = []
    for form in catalogue():
        pair = {}
        for language in sections.LANGUAGES:
            key = f"{language}/{form.id}"
            section = places[form.id, language]
            present = made.get(key)
            if present is None and section is not None and (key not in built or repair):
                partner = pair["vi"] if language == "en" and f"vi/{form.id}" in created else None
                present = _create(section, form.texts[language], partner)
                built[key] = present.UID()
                created.append(key)
                if form.front and not section.getProperty("default_page"):
                    section.setDefaultPage(present.getId())
            pair[language] = present
        _link(pair)
    if created:
        IAnnotations(portal)[BUILT] = built
    return created


def _create(section, text: FormText, partner: EasyForm | None) -> EasyForm:
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
    if partner is not None:
        # Set before it is indexed: registering a translation later asks the catalogue each time.
        IMutableTG(content).set(ITG(partner))
    form = addContentToContainer(section, content, checkConstraints=False)
    # Whoever runs the set-up must not own a form that others write confidential things into.
    form.manage_delLocalRoles([user for user, _roles in form.get_local_roles()])
    with api.env.adopt_roles(["Manager"]):
        api.content.transition(form, to_state="published")
    form.reindexObject()
    return form


def _link(pair: dict) -> None:
    if None in pair.values() or ITG(pair["vi"]) == ITG(pair["en"]):
        return
    manager = ITranslationManager(pair["vi"])
    if not manager.has_translation("en"):
        manager.register_translation("en", pair["en"])
