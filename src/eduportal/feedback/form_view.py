"""easyform's pages with a guard before them: honeypot and rate limit.

The guard stands where a post takes effect, not at an address: the same form is posted to as
``/form``, ``/form/view``, ``/form/embedded`` and through the section whose first page it is.
"""

from collective.easyform.browser.view import EasyFormForm
from collective.easyform.browser.view import EasyFormFormEmbedded
from collective.easyform.browser.view import EasyFormFormWrapper
from collective.easyform.config import FORM_ERROR_MARKER
from collective.honeypot.utils import deny
from collective.honeypot.utils import found_honeypot
from eduportal import _
from eduportal.feedback.settings import settings
from eduportal.safety import limits
from plone.uuid.interfaces import IUUID
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from z3c.form.interfaces import ITextAreaWidget
from zope.i18n import translate
import math

posts = limits.Limiter()
COUNTED = "eduportal.feedback.counted"
AUTOCOMPLETE = {"name": "name", "phone": "tel", "email": "email"}
"""WCAG 2.2, 1.3.5: a field about the visitor says so to the browser."""


class GuardedForm(EasyFormForm):
    """A form that only takes posts of its own page, and not too many of them."""

    formErrorsMessage = _(
        "feedback_errors", default="Nothing has been sent yet. Please see the marked fields."
    )

    def updateWidgets(self, prefix=None):
        """Let the browser help: it stops at a field's length and fills in what it knows."""
        super().updateWidgets(prefix)
        for name, widget in self.widgets.items():
            longest = getattr(widget.field, "max_length", None)
            known = AUTOCOMPLETE.get(name)
            rows = "8" if ITextAreaWidget.providedBy(widget) else None
            added = {"maxlength": longest and str(longest), "autocomplete": known, "rows": rows}
            widget.attributes.update({key: value for key, value in added.items() if value})

    def processActions(self, fields):
        """Refuse or count, then act; only posts that passed validation reach this."""
        if found_honeypot(self.request.form, required=True):
            deny()
        limit = self._limits()
        # A post that a write conflict makes Zope repeat is one post.
        counted = COUNTED in self.request.environ
        wait = 0 if counted else max(posts.wait(*args) for args in limit)
        if wait:
            return self._refuse(wait)
        errors = super().processActions(fields)
        if not errors and not counted:
            self.request.environ[COUNTED] = True
            for key, _most, window in limit:
                posts.count(key, window)
        return errors

    def _limits(self) -> list[tuple[object, int, float]]:
        allowed = settings()
        form = IUUID(self.context)
        client = limits.visitor(self.request.getClientAddr())
        return [
            ((form, client), allowed.visitor_posts, allowed.visitor_minutes * 60),
            (form, allowed.form_posts, allowed.form_minutes * 60),
        ]

    def _refuse(self, wait: int) -> dict[str, str]:
        """429; the form comes back with what was typed."""
        self.request.response.setStatus(429)
        self.request.response.setHeader("Retry-After", str(wait))
        message = _(
            "feedback_too_many",
            default=(
                "Too many messages were sent through this form in a short time. Yours was not "
                "sent; what you typed is still below. Please send it again in ${minutes} minutes."
            ),
            mapping={"minutes": math.ceil(wait / 60)},
        )
        return {FORM_ERROR_MARKER: translate(message, context=self.request)}


class GuardedFormView(EasyFormFormWrapper):
    """A form's own page, with its description, which easyform leaves out."""

    form = GuardedForm
    index = ViewPageTemplateFile("form_view.pt")


class GuardedFormEmbedded(GuardedForm, EasyFormFormEmbedded):
    """The same form inside another page."""
