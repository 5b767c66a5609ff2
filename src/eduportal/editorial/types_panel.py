"""Content types over plone.restapi: shown to a unit's administrator, changed by a Manager.

The service asks for the permission to see the control panels only, and a type names classes,
behaviours and views.
"""

from eduportal import _
from eduportal.editorial.raw_settings import refuse_raw_setting
from plone.base.interfaces import IPloneSiteRoot
from plone.restapi.controlpanels.types import DexterityTypesControlpanel
from plone.restapi.interfaces import IControlpanelLayer
from zope.component import adapter


@adapter(IPloneSiteRoot, IControlpanelLayer)
class UnitTypesPanel(DexterityTypesControlpanel):
    """Plone's own, with a look at who asks before anything is written."""

    def add(self, names: list[str]) -> dict:
        refuse_raw_setting(_("Content types"))
        return super().add(names)

    def update(self, names: list[str]) -> None:
        refuse_raw_setting(_("Content types"))
        super().update(names)

    def delete(self, names: list[str]) -> None:
        refuse_raw_setting(_("Content types"))
        super().delete(names)
