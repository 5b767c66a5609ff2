"""The page of a service: what it is, for whom, what to have at hand, and the way in."""

from eduportal import _
from eduportal import caching
from eduportal.online_services.facts import facts
from eduportal.online_services.making import ensure_english
from eduportal.online_services.making import form_of
from eduportal.online_services.opening import opening
from eduportal.online_services.readiness import lacks
from functools import cached_property
from plone import api
from plone.protect import CheckAuthenticator
from plone.protect import PostOnly
from Products.Five.browser import BrowserView
from urllib.parse import urlsplit

COUNTED_SECONDS = 60
"""How long a page may tell the number of free places."""


class ServicePage(BrowserView):
    """One page for both kinds of service."""

    def __call__(self) -> str:
        here = self.opening
        for moment in (here.opens, here.closes):
            if moment is not None:
                caching.expires(self.request, at=moment)
        if here.left is not None:
            caching.expires(self.request, seconds=COUNTED_SECONDS)
        return self.index()

    @property
    def language(self) -> str:
        return "en" if api.portal.get_current_language() == "en" else "vi"

    @cached_property
    def opening(self):
        return opening(self.context)

    @property
    def facts(self) -> list[dict[str, str]]:
        return facts(self.context, self.language)

    @property
    def elsewhere(self) -> bool:
        return self.context.kind == "link"

    @property
    def host(self) -> str:
        """Where a link leads, said before it is pressed."""
        return urlsplit(self.context.url or "").netloc

    @cached_property
    def apply_url(self) -> str:
        if self.elsewhere:
            return self.context.url
        form = form_of(self.context, self.language) or form_of(self.context)
        return form.absolute_url() if form is not None else ""

    @property
    def english_url(self) -> str:
        """The English form, for whoever reads this page in Vietnamese."""
        english = form_of(self.context, "en") if self.language == "vi" else None
        if english is None or not api.user.has_permission("View", obj=english):
            return ""
        return english.absolute_url()

    def words(self, name: str):
        return self.context.words(name, self.language)

    def paragraphs(self, name: str) -> list[str]:
        return [part.strip() for part in str(self.words(name)).split("\n\n") if part.strip()]

    @property
    def procedure(self) -> dict[str, str] | None:
        """The procedure that it carries out, if this visitor may see it."""
        uid = self.context.procedure
        brains = api.content.find(UID=uid, portal_type="Procedure") if uid else ()
        return next(({"title": one.Title, "url": one.getURL()} for one in brains), None)


class ServiceEditors(BrowserView):
    """What editors of a service see above its page: what is lacking, where the forms are."""

    @property
    def shown(self) -> bool:
        return self.context.kind == "form" and (self.edits or self.sets)

    @property
    def edits(self) -> bool:
        return api.user.has_permission("Modify portal content", obj=self.context)

    @property
    def sets(self) -> bool:
        return api.user.has_permission("eduportal: Manage services", obj=self.context)

    @property
    def lacks(self) -> list:
        return lacks(self.context)

    @property
    def forms(self) -> list[dict[str, str]]:
        found = [(_("Vietnamese form"), "vi"), (_("English form"), "en")]
        forms = [(label, form_of(self.context, language)) for label, language in found]
        return [
            {"label": label, "url": form.absolute_url()}
            for label, form in forms
            if form is not None
        ]

    @property
    def has_english(self) -> bool:
        return form_of(self.context, "en") is not None


class MakeEnglishForm(BrowserView):
    """The English form is made with the Vietnamese one's questions, to be translated."""

    def __call__(self) -> str:
        PostOnly(self.request)
        CheckAuthenticator(self.request)
        made = ensure_english(self.context)
        if made is None:
            api.portal.show_message(
                _("This portal has no English section for the form."), self.request, "error"
            )
            self.request.response.redirect(self.context.absolute_url())
            return ""
        api.portal.show_message(
            _("The English form was made. Translate its title and its fields now."), self.request
        )
        self.request.response.redirect(f"{made.absolute_url()}/fields")
        return ""
