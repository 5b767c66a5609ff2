"""What turns a Plone site into a unit's portal; safe to run again."""

from eduportal import accounts
from eduportal import caching
from eduportal import cases
from eduportal import circulation
from eduportal import clock
from eduportal import editorial
from eduportal import federation
from eduportal import fulltext
from eduportal import search
from eduportal import sections
from eduportal.feedback import ensure_forms
from eduportal.form_templates import ensure_templates
from eduportal.interfaces import IEduportal
from eduportal.look import theming
from eduportal.mail.portal import ensure_outbox
from eduportal.provisioning.reapply import give_back
from eduportal.provisioning.uninstall import TYPES
from eduportal.safety import sign_in
from eduportal.sections import english
from eduportal.units import settings
from eduportal.units.events import UnitSavedEvent
from eduportal.units.model import Unit
from plone import api
from plone.app.multilingual.browser.setup import SetupMultilingualSite
from plone.dexterity.schema import SCHEMA_CACHE
from zope.component import adapter
from zope.component.hooks import setSite
from zope.globalrequest import getRequest
from zope.interface import alsoProvides

PROFILE = "profile-eduportal:default"


def install(portal, unit: Unit) -> None:
    """Make ``portal`` the portal of ``unit``: store the unit, then apply the default profile."""
    setSite(portal)
    settings.register()
    settings.store(unit)
    settings.remember_sheet(unit)
    api.portal.get_tool("portal_setup").runAllImportStepsFromProfile(PROFILE)


def complete(setup_tool) -> None:
    """What the default profile does after its steps.

    Without a unit (the profile applied by hand to some site) it stops after the languages; the
    control panel of the unit completes the portal once the kind of unit is known.

    As a Manager: a section made by somebody who does not approve would wait, hidden.
    """
    with api.env.adopt_roles(["Manager"]):
        _complete(api.portal.get())


def _complete(portal) -> None:
    if not give_back():
        editorial.take_over(portal)
        _reindex()
        caching.switch_on()
    caching.ensure(portal)
    search.ensure_index(portal)
    accounts.ensure_doorkeeper(portal)
    # multilingual gives content its language only while its browser layer is on the request
    alsoProvides(getRequest(), IEduportal)
    # another site's type information may be cached when several sites are made in one process
    SCHEMA_CACHE.clear()
    SetupMultilingualSite().setupSite(portal)
    settings.register()
    fulltext.ensure_queue(portal)
    clock.survey(portal)
    editorial.ensure_plugin(portal)
    unit = settings.current_unit()
    if unit is not None:
        complete_unit(portal, unit)


def _reindex() -> None:
    """Fill new indexes with content of an earlier installation; otherwise sections were lost."""
    catalog = api.portal.get_tool("portal_catalog")
    if catalog._catalog.getIndex("edu_section").indexSize():
        return
    for brain in catalog.unrestrictedSearchResults(portal_type=TYPES):
        # a reindexing of everything would date every item to today
        catalog.indexObject(brain._unrestrictedGetObject())


@adapter(UnitSavedEvent)
def follow_unit(event: UnitSavedEvent) -> None:
    """The unit was saved in its control panel, for the first time or again."""
    with api.env.adopt_roles(["Manager"]):
        complete_unit(event.portal, event.unit)


def complete_unit(portal, unit: Unit) -> sections.Report:
    """The tree, the people and the settings of a unit's portal; makes only what is missing."""
    report = sections.build(portal, unit.tier)
    english.settle(portal)
    editorial.ensure_groups(portal)
    cases.ensure_groups()
    ensure_outbox(portal, unit)
    ensure_forms(portal)
    ensure_templates(portal)
    sign_in.ensure_cookie(portal, unit.id)
    federation.refresh(portal)
    circulation.refresh(portal)
    theming.align(portal)
    return report
