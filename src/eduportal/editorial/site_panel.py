"""Plone's site panel for a unit's administrator: all of it but the raw script field."""

from plone import api
from Products.CMFPlone.controlpanel.browser.site import SiteControlPanel
from Products.CMFPlone.controlpanel.browser.site import SiteControlPanelForm


class UnitSiteForm(SiteControlPanelForm):
    """Without ``webstats_js`` for who may not write it (see ``raw_settings``)."""

    def updateFields(self) -> None:
        super().updateFields()
        if not api.user.has_permission("Manage portal", obj=self.context):
            self.fields = self.fields.omit("webstats_js")


class UnitSitePanel(SiteControlPanel):
    """The panel that shows the form."""

    form = UnitSiteForm
