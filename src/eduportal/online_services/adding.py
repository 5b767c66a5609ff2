"""A ready-made service becomes a draft of the portal, with its form in both languages."""

from eduportal import form_templates
from eduportal import sections
from eduportal.content_types.service import Service
from eduportal.online_services.making import ensure_english
from eduportal.online_services.making import ensure_form
from eduportal.online_services.making import form_of
from eduportal.online_services.ready import ReadyService
from eduportal.online_services.ready import model
from plone import api
from plone.dexterity.utils import addContentToContainer
from plone.dexterity.utils import createContent


def place_of(ready: ReadyService):
    """The portal's section for it; None where it has neither of the two."""
    return sections.find(ready.section, "vi") or sections.find("service-catalogue", "vi")


def present(ready: ReadyService) -> Service | None:
    """The service of that name that the portal has already."""
    place = place_of(ready)
    if place is None:
        return None
    title = ready.words["vi"]["title"]
    brains = api.content.find(context=place, portal_type="Service", depth=1)
    return next((brain.getObject() for brain in brains if brain.Title == title), None)


def add(ready: ReadyService, **values) -> Service:
    """Create the service and its forms; ``values`` go before those of the data."""
    vietnamese, english = ready.words["vi"], ready.words["en"]
    content = createContent(
        "Service",
        **{
            **{name: _plain(value) for name, value in vietnamese.items()},
            **{f"{name}_en": _plain(value) for name, value in english.items()},
            **ready.values,
            "kind": "form",
        }
        | values,
    )
    service = addContentToContainer(place_of(ready), content, checkConstraints=False)
    form = form_of(service) or ensure_form(service)
    form.fields_model = model(ready, "vi")
    ensure_english(service, model(ready, "en"))
    form_templates.use_for(ready.id, service)
    return service


def _plain(value):
    return tuple(value) if isinstance(value, list) else value
