"""What the face changed in a site is put back when the kit is taken away."""

from plone import api
from plone.app.viewletmanager.interfaces import IViewletSettingsStorage
from zope.component import getUtility

MANAGERS = ("plone.portalheader", "plone.mainnavigation", "plone.belowcontent")


def state() -> dict:
    storage = getUtility(IViewletSettingsStorage)
    return {
        "theme": api.portal.get_registry_record(
            "plone.app.theming.interfaces.IThemeSettings.currentTheme"
        ),
        "home": api.portal.get_tool("portal_types")["LRF"].default_view,
        "script": api.portal.get_registry_record("plone.bundles/plone.expression"),
        "hidden": [sorted(storage.getHidden(manager, "Plone Default")) for manager in MANAGERS],
    }


def test_theme_home_scripts_and_viewlets_are_plones_again(portal):
    before = state()
    setup = api.portal.get_tool("portal_setup")
    setup.runAllImportStepsFromProfile("profile-eduportal:uninstall")
    assert (before, state()) == (
        {
            "theme": "eduportal",
            "home": "portal_home",
            "script": "python: member is not None",
            "hidden": [
                sorted(
                    [
                        "plone.anontools",
                        "plone.app.i18n.locales.languageselector",
                        "plone.app.multilingual.languageselector",
                        "plone.logo",
                        "plone.membertools",
                        "plone.searchbox",
                    ]
                ),
                ["plone.global_sections"],
                ["plone.manage_portlets_fallback"],
            ],
        },
        {
            "theme": "barceloneta",
            "home": "folder_listing",
            "script": None,
            "hidden": [["plone.app.i18n.locales.languageselector"], [], []],
        },
    )
