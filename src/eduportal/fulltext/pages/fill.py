"""``<record>/@@fill-from-file``: the editor ticks what was read right, and it is written."""

from eduportal import _
from eduportal.content_types.official_document.official_document import IOfficialDocument
from eduportal.fulltext.pages.suggestions import Suggestion
from eduportal.fulltext.pages.suggestions import suggestions
from functools import cached_property
from plone import api
from plone.protect import CheckAuthenticator
from plone.protect import PostOnly
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from z3c.form.validator import Data
from zope.event import notify
from zope.i18n import translate
from zope.interface import Invalid
from zope.lifecycleevent import Attributes
from zope.lifecycleevent import ObjectModifiedEvent
from zope.schema.interfaces import ValidationError


class FillFromFile(BrowserView):
    """The table of suggestions as a form of its own page; the record's page shows it too."""

    page_heading = _("Read from the files")

    index = ViewPageTemplateFile("fill.pt")
    table = ViewPageTemplateFile("suggestions.pt")

    def __call__(self) -> str:
        self.request.response.setHeader("Cache-Control", "private, no-store")
        self.errors = []
        if self.request.method == "POST":
            PostOnly(self.request)
            CheckAuthenticator(self.request)
            self._write()
            if not self.errors:
                self.request.response.redirect(self.context.absolute_url())
                return ""
        return self.index()

    @cached_property
    def suggestions(self) -> list[Suggestion]:
        return suggestions(self.context)

    def is_ticked(self, one: Suggestion) -> bool:
        """What the editor ticked, once he has; before that, what is open."""
        if self.request.method == "POST":
            return self.request.form.get(_name(one)) == one.key
        return one.ticked

    def _write(self) -> None:
        asked = {name for name in self.request.form if name.startswith("take-")}
        taken = [one for one in self.suggestions if self.is_ticked(one)]
        if {_name(one) for one in taken} != asked:
            # Somebody replaced the file or edited the record while the box was open.
            self.errors = [_("The record or its files have changed meanwhile. Please look again.")]
            return
        if not taken:
            self.errors = [_("Nothing was ticked, so nothing was written.")]
            return
        values = {one.field: one.value for one in taken}
        self.errors = list(refusals(self.context, values))
        if not self.errors:
            write(self.context, values)
            api.portal.show_message(_written(taken, self.request), self.request)


def refusals(record, values: dict) -> list[str]:
    """Why the record's edit form would refuse these values."""
    found = []
    for name, value in values.items():
        try:
            IOfficialDocument[name].bind(record).validate(value)
        except ValidationError as error:
            found.append(error.doc())
    # Invariants see what is not written here as it stands in the record.
    broken: list[Invalid] = []
    try:
        IOfficialDocument.validateInvariants(Data(IOfficialDocument, values, record), broken)
    except Invalid:
        found += [error.args[0] for error in broken]
    return found


def write(record, values: dict) -> None:
    """Into the record, as its edit form would."""
    for name, value in values.items():
        setattr(record, name, value)
    notify(ObjectModifiedEvent(record, Attributes(IOfficialDocument, *values)))


def _name(one: Suggestion) -> str:
    return f"take-{one.field}"


def _written(taken: list[Suggestion], request) -> str:
    labels = "; ".join(translate(one.label, context=request) for one in taken)
    return _(
        "written_from_file",
        default="Written from the file: ${fields}. Please check them.",
        mapping={"fields": labels},
    )
