"""A date of publication that an item may not get, refused in form, REST and contents screen."""

from DateTime import DateTime
from eduportal.editorial import refused_date
from eduportal.interfaces import IEduportal
from plone.app.content.browser.contents.properties import PropertiesActionView
from plone.app.dexterity.behaviors.metadata import IPublication
from plone.base import PloneMessageFactory as PMF
from plone.dexterity.interfaces import IDexterityContent
from z3c.form.interfaces import IEditForm
from z3c.form.validator import SimpleFieldValidator
from z3c.form.validator import WidgetValidatorDiscriminators
from zExceptions import BadRequest
from zope.component import adapter
from zope.globalrequest import getRequest
from zope.i18n import translate
from zope.interface import Invalid
from zope.lifecycleevent.interfaces import IObjectModifiedEvent


class DateOfPublication(SimpleFieldValidator):
    """The field of the edit form, which shows the sentence beside itself."""

    def validate(self, value, force=False) -> None:
        super().validate(value, force)
        message = refused_date(self.context, value) if self._edits() else None
        if message is not None:
            raise Invalid(message)

    def _edits(self) -> bool:
        """Whether the field stands, maybe on a tab, in the form that edits this very item."""
        form = self.view
        while (around := getattr(form, "parentForm", None)) is not None:
            form = around
        return IEditForm.providedBy(form)


WidgetValidatorDiscriminators(
    DateOfPublication,
    context=IDexterityContent,
    request=IEduportal,
    field=IPublication["effective"],
)


@adapter(IDexterityContent, IObjectModifiedEvent)
def refuse_the_date(content: IDexterityContent, event: IObjectModifiedEvent) -> None:
    """Whoever else sets the date, plone.restapi above all: 400 with the sentence."""
    # Named "IPublication.effective", or "IDublinCore.effective" by types with that behaviour.
    named = [name for one in event.descriptions for name in getattr(one, "attributes", ())]
    if not any(name.endswith(".effective") for name in named):
        return
    message = refused_date(content, content.effective_date)
    if message is not None:
        raise BadRequest(translate(message, context=getRequest()))


class Properties(PropertiesActionView):
    """Dates for many items in the contents screen, which sets them without an event.

    Inside a folder Plone asks for no permission: who may edit a section would end the display of
    what is published in it.
    """

    def action(self, obj, bypass_recurse: bool = False) -> None:
        if not self.mtool.checkPermission(self.required_obj_permission, obj):
            message = PMF('Permission denied for "${title}"', mapping={"title": obj.Title()})
            self.errors.append(message)
            return
        message = refused_date(obj, self._wanted(obj))
        if message is not None:
            self.errors.append(f"{obj.Title()}: {translate(message, context=self.request)}")
            return
        super().action(obj, bypass_recurse)

    def _wanted(self, obj) -> DateTime | None:
        return DateTime(self.effectiveDate) if self.effectiveDate else obj.effective_date
