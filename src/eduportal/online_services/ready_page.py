"""``@@ready-services``: ready-made services are added as drafts."""

from eduportal import _
from eduportal.online_services.adding import add
from eduportal.online_services.adding import place_of
from eduportal.online_services.adding import present
from eduportal.online_services.ready import ReadyService
from eduportal.online_services.ready import ready_services
from eduportal.units.settings import current_unit
from plone import api
from plone.protect import CheckAuthenticator
from plone.protect import PostOnly
from Products.Five.browser import BrowserView


class ReadyServicesPage(BrowserView):
    """All ready-made services, those for this kind of unit first."""

    page_heading = _("Ready-made services")

    def __call__(self) -> str:
        chosen = self.request.form.get("service")
        if chosen is None:
            return self.index()
        PostOnly(self.request)
        CheckAuthenticator(self.request)
        ready = ready_services().get(chosen) if isinstance(chosen, str) else None
        if ready is None or place_of(ready) is None or present(ready) is not None:
            api.portal.show_message(
                _("This service cannot be added: it is there already, or it has no section."),
                self.request,
                "error",
            )
            self.request.response.redirect(f"{self.context.absolute_url()}/@@ready-services")
            return ""
        service = add(ready)
        api.portal.show_message(
            _(
                "The service was added as a draft. Check its texts, its term and its form, then "
                "publish it."
            ),
            self.request,
        )
        self.request.response.redirect(service.absolute_url())
        return ""

    def rows(self) -> list[dict]:
        language = "en" if api.portal.get_current_language() == "en" else "vi"
        return [self._row(ready, language) for ready in sorted(_all(), key=_for_others)]

    def _row(self, ready: ReadyService, language: str) -> dict:
        service = present(ready)
        return {
            "id": ready.id,
            "title": ready.words[language]["title"],
            "description": ready.words[language]["description"],
            "url": service.absolute_url() if service is not None else "",
            "addable": service is None and place_of(ready) is not None,
        }


def _all() -> tuple[ReadyService, ...]:
    return tuple(ready_services().values())


def _for_others(ready: ReadyService) -> bool:
    unit = current_unit()
    return unit is None or not {unit.kind.code, unit.kind.tier} & set(ready.kinds)
