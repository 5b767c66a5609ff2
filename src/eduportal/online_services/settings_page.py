"""What an administrator sets of a service at any time: officers, fee, retention.

A published service is changed by the chief editor alone, as any published content; who handles its
cases and what it costs is not his to set, and changes when somebody leaves the office.
"""

from eduportal import _
from eduportal.content_types.service import IService
from plone import api
from plone.z3cform.layout import wrap_form
from z3c.form import button
from z3c.form import field
from z3c.form import form
from z3c.form.browser.checkbox import CheckBoxFieldWidget
from zope.event import notify
from zope.lifecycleevent import Attributes
from zope.lifecycleevent import ObjectModifiedEvent


class ServiceSettings(form.EditForm):
    """``@@service-settings``: three fields of the service, in whatever state it is."""

    label = _("Officers, fee and retention")
    fields = field.Fields(IService).select("officers", "fee", "retention_months")
    fields["officers"].widgetFactory = CheckBoxFieldWidget

    @property
    def description(self) -> str:
        return self.context.Title()

    @button.buttonAndHandler(_("Save"), name="save")
    def save(self, action) -> None:
        data, errors = self.extractData()
        if errors:
            self.status = self.formErrorsMessage
            return
        changes = form.applyChanges(self, self.getContent(), data)
        if changes:
            # Only a catalogue that knows of it makes the pages of the service anew.
            self.context.reindexObject(idxs=["modified"])
            notify(
                ObjectModifiedEvent(
                    self.context, *(Attributes(schema, *names) for schema, names in changes.items())
                )
            )
        api.portal.show_message(
            _("Changes saved.") if changes else _("Nothing was changed."), self.request
        )
        self.request.response.redirect(f"{self.context.absolute_url()}/@@service-settings")


ServiceSettingsPage = wrap_form(ServiceSettings)
