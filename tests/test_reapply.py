"""The default profile applied again changes nothing that somebody has set."""

from eduportal import sections
from plone import api
from plone.app.viewletmanager.interfaces import IViewletSettingsStorage
from tests.site_state import content
from tests.site_state import difference
from tests.site_state import state
from zope.component import getUtility


def apply_again():
    setup = api.portal.get_tool("portal_setup")
    setup.runAllImportStepsFromProfile("profile-eduportal:default")


def test_on_an_untouched_portal_it_changes_nothing(portal):
    before = state(portal), content(portal)
    apply_again()
    assert difference(before[0], state(portal)) == {}
    assert content(portal) == before[1]


def test_what_administrators_and_editors_set_stays(portal):
    for name, value in CHANGED.items():
        api.portal.set_registry_record(name, value)
    api.group.get(groupname="editors").setGroupProperties({"title": "Ban biên tập"})
    viewlets = getUtility(IViewletSettingsStorage)
    viewlets.setHidden("plone.portalheader", "Plone Default", ())
    home = portal["vi"]
    home.layout = "listing_view"
    form = sections.find("feedback")["gui-gop-y"]
    form.title = "Thư góp ý"
    form.fields_model = form.fields_model.replace("Nội dung", "Điều muốn nói")
    form.reindexObject()
    model = form.fields_model
    news = sections.find("news")
    news.title = "Tin của trường"
    news.reindexObject()
    before = state(portal), content(portal)
    apply_again()

    assert difference(before[0], state(portal)) == {}
    assert content(portal) == before[1]
    assert (home.layout, form.title, form.fields_model == model) == (
        "listing_view",
        "Thư góp ý",
        True,
    )
    assert {name: api.portal.get_registry_record(name) for name in CHANGED} == CHANGED


CHANGED = {
    "plone.first_weekday": 6,
    "plone.default_language": "en",
    "plone.portal_timezone": "UTC",
    "plone.available_timezones": ["Asia/Ho_Chi_Minh", "UTC"],
    "plone.app.theming.interfaces.IThemeSettings.currentTheme": "barceloneta",
    "plone.app.theming.interfaces.IThemeSettings.hostnameBlacklist": ["127.0.0.1"],
    "plone.bundles/plone.expression": "",
    "eduportal.documents.kinds": ("thong-tu | Thông tư | Circular | TT",),
    "eduportal.feedback.visitor_posts": 3,
    "eduportal.unit.phone": "0200 999 9999",
    "plone.site_title": "Cổng của chúng tôi",
}


def test_the_version_of_the_profile_is_recorded(portal):
    setup = api.portal.get_tool("portal_setup")
    version = setup.getVersionForProfile("eduportal:default")
    assert setup.getLastVersionForProfile("eduportal:default") == (version,)
