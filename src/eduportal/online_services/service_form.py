"""A service's form: what it refuses, what it asks again, and the one case that it opens."""

from collective.easyform.api import get_actions
from collective.easyform.browser.view import EasyFormForm
from collective.honeypot.utils import deny
from collective.honeypot.utils import found_honeypot
from datetime import UTC
from datetime import datetime
from eduportal import _
from eduportal import cases
from eduportal import uploads
from eduportal.face.kept import kept
from eduportal.online_services import checks
from eduportal.online_services import guard
from eduportal.online_services import page_token
from eduportal.online_services.asked import asked
from eduportal.online_services.asked import same_for_all
from eduportal.online_services.intake import SENDING
from eduportal.online_services.intake import CaseIntake
from eduportal.online_services.intake import Sending
from eduportal.online_services.making import service_of
from eduportal.online_services.opening import began_in_time
from eduportal.online_services.opening import opening
from html import escape
from plone import api
from plone.base import PloneMessageFactory
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from z3c.form import button
from z3c.form.interfaces import ICheckBoxWidget
from z3c.form.interfaces import IRadioWidget
from z3c.form.interfaces import ISelectWidget
from z3c.form.interfaces import ITextAreaWidget
from zExceptions import NotFound
from zope.annotation.interfaces import IAnnotations
from zope.i18n import translate
from zope.schema import getFieldsInOrder
import math

AUTOCOMPLETE = {"applicant_name": "name", "parent_name": "name", "phone": "tel", "email": "email"}
"""WCAG 2.2, 1.3.5: a field about whoever fills in the form says so to the browser."""
NUMERIC = {"phone": "tel", **dict.fromkeys(checks.PERSONAL_IDS, "numeric")}
"""The keyboard a telephone shows."""


class ServiceForm(EasyFormForm):
    """A form that opens one case for each page, from its own page, while its service is open."""

    # Answers in an address would stand in every log on the way.
    allow_prefill_from_GET_request = False
    formErrorsMessage = _(
        "service_form_errors",
        default=(
            "Nothing has been sent yet. Please see the marked fields; files that are not shown any "
            "more have to be chosen again."
        ),
    )
    template_of_form = ViewPageTemplateFile("form.pt")
    template_of_fields = ViewPageTemplateFile("fields.pt")

    def __init__(self, context, request) -> None:
        super().__init__(context, request)
        self.service = service_of(context)
        self.service_uid = self.service.UID()
        given = page_token.read(self.service_uid, request.form.get("token"))
        self.posted = request.method == "POST"
        # Plone's own check of the method does not reach into fieldsets
        self.ignoreRequest = not self.posted
        if self.posted:
            uploads.refuse_odd(request, self.schema)
        self.token = given or page_token.new(self.service_uid)
        self.known = given is not None
        before = cases.received_before(self.service, given.text) if self.posted and given else None
        self.case = before

    @property
    def schema(self):
        """Read once for all; easyform reads its XML at every look."""
        if "_schema" not in self.__dict__:
            self._schema = asked(self.context, self.service)
        return self._schema

    def update(self) -> None:
        """What is sent is looked at now; fields of an empty page are made when it shows them."""
        self.template = self.template_of_form
        if self.posted and self.case is None:
            self.make_fields()

    def make_fields(self) -> None:
        """Not easyform's own, which shows the answers again on a page of thanks."""
        super(EasyFormForm, self).update()
        for group in self.groups:
            self.help_along(group.widgets)
        self.markWidgets()

    @property
    def fields_shown(self) -> str:
        """The fields and the button; of an empty page the same for all visitors, so made once."""
        if self.posted:
            return self.template_of_fields()
        if not same_for_all(self.context, self.service):
            return self._empty_fields()
        language = api.portal.get_current_language()
        depends = (self.context.UID(), language, self.context.absolute_url())
        return kept(api.portal.get(), "service-fields", depends, self._empty_fields)

    def _empty_fields(self) -> str:
        self.make_fields()
        return self.template_of_fields()

    @property
    def mistakes(self) -> list[dict[str, str]]:
        """What is wrong, in the page's order: ``id`` of the control, ``label``, ``message``."""
        shown = (self.widgets, *(group.widgets for group in self.groups))
        return [
            {
                "id": _control(widget),
                # a tick is named beside its box alone
                "label": widget.label or widget.field.title,
                "message": widget.error.message,
            }
            for widgets in shown
            for widget in widgets.values()
            if getattr(widget, "error", None)
        ]

    def render(self) -> str:
        """Nothing where the receipt is shown in its place."""
        return super().render() if self.case is None else ""

    def updateFields(self) -> None:
        super().updateFields()
        for group in self.groups:
            uploads.prepare(group.fields)

    def updateWidgets(self, prefix=None) -> None:
        """Let the browser help: lengths, what it knows, the right keyboard."""
        uploads.prepare(self.fields)
        super().updateWidgets(prefix)
        self.help_along(self.widgets)

    def help_along(self, widgets) -> None:
        for name, widget in widgets.items():
            longest = getattr(widget.field, "max_length", None)
            added = {
                "maxlength": longest and str(longest),
                "autocomplete": AUTOCOMPLETE.get(name),
                "inputmode": NUMERIC.get(name),
                "rows": "4" if ITextAreaWidget.providedBy(widget) else None,
            }
            if ISelectWidget.providedBy(widget) and not widget.multiple:
                # the first choice is nobody's answer
                widget.prompt = True
            if isinstance(getattr(widget, "attributes", None), dict):
                widget.attributes.update({key: value for key, value in added.items() if value})
        uploads.tell(widgets, uploads.Rules.of(self.service))

    def extractData(self, setErrors=True):
        data, errors = super().extractData(setErrors)
        found = {
            name: translate(message, context=self.request)
            for name, message in checks.problems(data).items()
            if name in self.schema and not _marked(errors, name)
        }
        if found:
            self.setErrorsMessage(found)
        return data, (*errors, *found)

    @button.buttonAndHandler(PloneMessageFactory("Submit"), name="submit")
    def handleSubmit(self, action) -> None:
        """Refuse, ask for corrections, or open the case."""
        if found_honeypot(self.request.form, required=True):
            deny()
        watch = guard.Guard(self.service_uid, self.request)
        if self._refused(watch):
            return
        watch.tried()
        data, errors = self.extractData()
        if errors:
            self._come_back(422, self.formErrorsMessage)
            return
        errors = self.processActions(self.updateServerSideData(data))
        if errors:
            self.setErrorsMessage(errors)
            self._come_back(422, self.status)
            return
        watch.kept()

    def processActions(self, fields) -> dict[str, str] | None:
        """Of the form's actions none but ours: no mail with answers, no second store."""
        sending = Sending(self.service, self.token)
        IAnnotations(self.request)[SENDING] = sending
        for _name, action in getFieldsInOrder(get_actions(self.context)):
            if isinstance(action, CaseIntake):
                errors = action.onSuccess(fields, self.request)
                self.case = sending.case
                return errors
        raise NotFound("The form has no action that takes applications.")

    def setErrorsMessage(self, errors: dict[str, str]) -> None:
        """easyform's own, which does not look into fieldsets."""
        top = self.widgets
        left = dict(errors)
        for widgets in (top, *(group.widgets for group in self.groups)):
            here = {name: left.pop(name) for name in errors if name in widgets and name in left}
            self.widgets = widgets
            super().setErrorsMessage(here)
        self.widgets = top
        if left:
            # shown as markup by Plone's template; a file's name may be in it
            self.status = escape(" ".join(left.values()))

    def _refused(self, watch: guard.Guard) -> bool:
        """Whether this page cannot be sent now; it comes back with what was typed."""
        if api.content.get_state(self.service) != "published":
            self._come_back(403, _("The service is not published yet; nothing was sent."))
        elif not self._in_time():
            self._come_back(403, opening(self.service).sentence)
        elif not self.known or not self.token.fresh:
            self.token = page_token.new(self.service_uid)
            self._come_back(409, _STALE)
        elif wait := watch.wait():
            self.request.response.setHeader("Retry-After", str(wait))
            self._come_back(429, _too_many(wait))
        else:
            return False
        return True

    def _in_time(self) -> bool:
        state = self.service.opening(datetime.now(UTC))
        if state == "after" and self.known:
            return began_in_time(self.service, self.token.made)
        return state == "open"

    def _come_back(self, status: int, sentence) -> None:
        self.request.response.setStatus(status, lock=True)
        # Plone's template shows a status of this name as an error
        self.status = self.formErrorsMessage = sentence


def _marked(errors, name: str) -> bool:
    return any(getattr(error.widget, "__name__", "") == name for error in errors if error.widget)


def _control(widget) -> str:
    """The id of what one types into; of ticks and dots the first."""
    if ICheckBoxWidget.providedBy(widget) or IRadioWidget.providedBy(widget):
        return next((item["id"] for item in widget.items), widget.id)
    return widget.id


def _too_many(wait: int):
    return _(
        "service_too_many",
        default=(
            "Very many applications came from your network in a short time. Yours was not sent "
            "yet; what you typed is still below. Please send it again in ${minutes} minutes."
        ),
        mapping={"minutes": math.ceil(wait / 60)},
    )


_STALE = _(
    "service_stale",
    default=(
        "This page was open for a very long time. Nothing was sent yet; what you typed is still "
        "below. Please check it and send it again; files have to be chosen anew."
    ),
)
