"""Plone's panels as a unit's administrator gets them (see ``raw_settings`` for the reasons)."""

from importlib.resources import files
from plone import api
from Products.CMFPlone.controlpanel.browser import resourceregistry
from Products.CMFPlone.controlpanel.browser.site import SiteControlPanel
from Products.CMFPlone.controlpanel.browser.site import SiteControlPanelForm
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile

PANELS = files("Products.CMFPlone.controlpanel.browser")


class UnitSiteForm(SiteControlPanelForm):
    """Title, logo and the like, without ``webstats_js`` for who may not write it."""

    def updateFields(self) -> None:
        super().updateFields()
        if not api.user.has_permission("Manage portal", obj=self.context):
            self.fields = self.fields.omit("webstats_js")


class UnitSitePanel(SiteControlPanel):
    """The panel that shows the form."""

    form = UnitSiteForm


class ResourceRegistryPanel(resourceregistry.ResourceRegistryControlPanelView):
    """Plone's own; registered again because Plone opens it to whoever may set the site's title."""

    index = ViewPageTemplateFile(str(PANELS / "resourceregistry.pt"))

    def __call__(self) -> str:
        return self.index()
