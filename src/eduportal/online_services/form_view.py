"""The page of a service's form: facts, the form, and the receipt as the answer to its post.

Nothing of a case is in an address: the receipt answers the post itself. Sent again by a double
click, a reload or a retry, the same page is answered by the same receipt.
"""

from collective.easyform.browser.view import EasyFormFormWrapper
from datetime import UTC
from datetime import datetime
from datetime import timedelta
from eduportal import _
from eduportal import cases
from eduportal.online_services.facts import facts
from eduportal.online_services.making import language_of
from eduportal.online_services.making import service_of
from eduportal.online_services.opening import opening
from eduportal.online_services.service_form import ServiceForm
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import NotFound
from zExceptions import Unauthorized

NAMED_FOR = timedelta(minutes=30)
"""As long as a pass is good."""


class ServiceFormView(EasyFormFormWrapper):
    """The page; never kept by anybody on the way."""

    form = ServiceForm
    index = ViewPageTemplateFile("form_view.pt")

    def __init__(self, context, request) -> None:
        self.service = service_of(context)
        if self.service is None:
            raise NotFound(context.getId())
        super().__init__(context, request)

    def __call__(self):
        # a copy of the form may lie where everybody looks
        if not api.user.has_permission("View", obj=self.service):
            raise Unauthorized("View", self.context)
        self.request.response.setHeader("Cache-Control", "private, no-store")
        return super().__call__()

    @property
    def answer_heading(self):
        """The title of the window says that the form came back."""
        came_back = self.form_instance.posted and self.form_instance.case is None
        return _("Not sent yet") if came_back else ""

    @property
    def language(self) -> str:
        return language_of(self.context)

    @property
    def title(self) -> str:
        return self.service.words("title", self.language)

    @property
    def description(self) -> str:
        return self.service.words("description", self.language)

    @property
    def prepare(self) -> tuple[str, ...]:
        return tuple(self.service.words("prepare", self.language) or ())

    def facts(self) -> list[dict]:
        return facts(self.service, self.language)

    def opening(self):
        return opening(self.service)

    @property
    def may_edit(self) -> bool:
        return api.user.has_permission("Modify portal content", obj=self.service)

    @property
    def shows_form(self) -> bool:
        """Who began in time sees his answers again; editors always see the form."""
        return self.opening().takes or self.form_instance.posted or self.may_edit

    def render(self):
        case = self.form_instance.case
        if case is None:
            return super().render()
        # a page that somebody on the same computer finds and sends again tells no name
        just_sent = datetime.now(UTC) - case.opened < NAMED_FOR
        return cases.render_receipt(case, self.context, self.request, named=just_sent)
