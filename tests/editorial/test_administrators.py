"""What a unit's administrator may not do while portals share one host, screen by screen."""

from plone import api
from plone.app.testing import SITE_OWNER_NAME
import pytest
import transaction

CLOSED = (
    "@@theming-controlpanel",
    "@@themeFileUpload",
    "@@resourceregistry-controlpanel",
    "@@filter-controlpanel",
    "@@tinymce-controlpanel",
    "@@markup-controlpanel",
    "@@content-controlpanel",
    "@@imaging-controlpanel",
    "@@actions-controlpanel",
    "@@dexterity-types",
    "portal_registry",
    "@@maintenance-controlpanel",
    "@@easyform-controlpanel",
    "portal_skins/manage_main",
    "portal_skins/custom/manage_main",
    "portal_view_customizations/manage_main",
    "portal_workflow/manage_main",
    "portal_setup/manage_main",
    "portal_resources/manage_main",
    "manage_main",
    "manage_access",
)
OPEN = (
    "@@overview-controlpanel",
    "@@site-controlpanel",
    "@@dateandtime-controlpanel",
    "@@security-controlpanel",
    "@@search-controlpanel",
    "@@usergroup-userprefs",
    "@@usergroup-groupprefs",
)


def statuses(office, person, paths):
    return {path: office.ask(person, "GET", f"{office.url}/{path}").status_code for path in paths}


def test_screens_that_bring_in_scripts_are_closed_to_an_administrator(office):
    found = statuses(office, "administrator", CLOSED)
    assert {path: status for path, status in found.items() if status not in (302, 401, 403)} == {}
    assert set(statuses(office, "manager", CLOSED[:4]).values()) <= {200}


def test_screens_an_administrator_needs_are_open(office):
    assert statuses(office, "administrator", OPEN) == dict.fromkeys(OPEN, 200)
    assert set(statuses(office, "chief", OPEN).values()) == {302}


@pytest.mark.parametrize(
    "path",
    [
        "manage_addProduct/PythonScripts/manage_addPythonScript?id=boese",
        "manage_addProduct/PageTemplates/manage_addPageTemplate?id=boese",
        "manage_addProduct/OFSP/manage_addDTMLMethod?id=boese",
        "manage_addFile?id=boese",
        "manage_setLocalRoles?userid=administrator&roles:list=Manager",
        "manage_role?role_to_manage=Site+Administrator&permissions:list=Manage+portal",
        "manage_permission?permission_to_manage=Manage+portal&roles:list=Site+Administrator",
    ],
)
def test_an_administrator_adds_no_code_and_takes_no_rights(office, path):
    sign = "&" if "?" in path else "?"
    token = office.token("administrator")
    for place in (office.url, f"{office.url}/vi"):
        office.ask("administrator", "POST", f"{place}/{path}{sign}_authenticator={token}")
    transaction.begin()
    portal = office.portal
    with api.env.adopt_user("administrator"):
        rights = [api.user.has_permission("Manage portal", obj=o) for o in (portal, portal.vi)]
    ids = portal.objectIds() + portal.vi.objectIds()
    assert (rights, "boese" in ids) == ([False, False], False)


def test_the_raw_script_field_is_a_managers(office):
    page = f"{office.url}/@@site-controlpanel"
    shown = [
        "form.widgets.webstats_js" in office.ask(person, "GET", page).text
        for person in ("administrator", "manager")
    ]
    panel = f"{office.url}/@controlpanels/site"
    refused = office.rest("administrator", "PATCH", panel, json={"webstats_js": "<script>"})
    allowed = office.rest("administrator", "PATCH", panel, json={"site_title": "Trường Hoa Sen"})
    transaction.begin()
    assert (shown, refused.status_code, allowed.status_code) == ([False, True], 403, 204)
    assert api.portal.get_registry_record("plone.webstats_js") == ""
    assert api.portal.get_registry_record("plone.site_title") == "Trường Hoa Sen"


@pytest.mark.parametrize(
    "path, change",
    [
        ("@controlpanels/markup", {"allowed_types": ["text/html", "text/x-web-textile"]}),
        ("@registry", {"plone.app.theming.interfaces.IThemeSettings.enabled": False}),
        ("@registry", {"plone.disable_filtering": True}),
        ("@controlpanels/dexterity-types", {"title": "Boese"}),
        ("@controlpanels/dexterity-types/Document", {"filter_content_types": True}),
    ],
)
def test_rest_opens_no_back_door_to_raw_settings(office, path, change):
    method = "POST" if "title" in change else "PATCH"
    answer = office.rest("administrator", method, f"{office.url}/{path}", json=change)
    assert answer.status_code in (401, 403)


@pytest.fixture
def boss(office):
    """A person who is Manager inside the portal, which no portal should have."""
    with api.env.adopt_roles(["Manager"]):
        api.user.create(username="boss", email="boss@mau.vn", password="mat khau cua boss")
        api.user.grant_roles(username="boss", roles=["Manager"])
        api.portal.get_tool("portal_groups").addGroup("bosses", roles=["Manager"])
    transaction.commit()
    return api.user.get("boss")


def test_an_administrator_grants_nobody_manager(office, boss):
    send = office.rest
    users, groups = f"{office.url}/@users", f"{office.url}/@groups"
    made = {"username": "x", "email": "x@mau.vn", "password": "mat khau dai", "roles": ["Manager"]}
    send("administrator", "PATCH", f"{users}/editor", json={"roles": {"Manager": True}})
    send("administrator", "PATCH", f"{users}/administrator", json={"roles": {"Manager": True}})
    send("administrator", "POST", users, json=made)
    send("administrator", "PATCH", f"{groups}/editors", json={"roles": ["Manager"]})
    send("administrator", "PATCH", f"{groups}/bosses", json={"users": {"editor": True}})
    send("administrator", "POST", groups, json={"groupname": "neu", "roles": ["Manager"]})
    sharing = {"entries": [{"id": "editor", "roles": {"Manager": True}, "type": "user"}]}
    send("administrator", "POST", f"{office.url}/vi/@sharing", json=sharing)
    form = {"_authenticator": office.token("administrator"), "form.submitted": "1"}
    office.ask(
        "administrator",
        "POST",
        f"{office.url}/@@usergroup-groupmembership",
        data={**form, "groupname": "bosses", "add:list": "editor", "form.button.Add": "1"},
    )
    office.ask(
        "administrator",
        "POST",
        f"{office.url}/@@usergroup-groupprefs",
        data={**form, "group_editors:list": "Manager", "form.button.Modify": "1"},
    )
    transaction.begin()
    managers = {
        member.getId()
        for member in api.user.get_users()
        if "Manager" in api.user.get_roles(user=member)
        or "Manager" in api.user.get_roles(user=member, obj=office.portal.vi)
    }
    assert managers - {SITE_OWNER_NAME} == {"boss"}


def test_an_administrator_changes_no_account_of_a_manager(office, boss):
    user = f"{office.url}/@users/boss"
    token = office.token("administrator")
    office.rest("administrator", "PATCH", user, json={"email": "dieb@mau.vn"})
    office.rest("administrator", "PATCH", user, json={"password": "mat khau cua dieb"})
    office.rest("administrator", "PATCH", user, json={"roles": {"Manager": False}})
    office.rest("administrator", "DELETE", user)
    office.ask(
        "administrator",
        "POST",
        f"{office.url}/@@user-information?userid=boss",
        data={
            "form.widgets.email": "dieb@mau.vn",
            "form.widgets.fullname": "",
            "form.buttons.save": "Save",
            "_authenticator": token,
        },
    )
    transaction.begin()
    boss = api.user.get("boss")
    assert boss is not None
    assert (boss.getProperty("email"), "Manager" in boss.getRoles()) == ("boss@mau.vn", True)
    assert office.portal.acl_users.authenticate("boss", "mat khau cua boss", {}) is not None


def test_visitors_make_no_accounts_and_people_get_no_folders(office):
    names = ("enable_self_reg", "enable_user_folders", "enable_user_pwd_choice")
    assert [api.portal.get_registry_record(f"plone.{name}") for name in names] == [False] * 3
    assert office.ask("", "GET", f"{office.url}/@@register").status_code == 302


def test_the_boards_own_rules_are_an_administrators_to_set(office):
    panel = "@@eduportal-editorial-controlpanel"
    found = {
        person: office.ask(person, "GET", f"{office.url}/{panel}").status_code
        for person in ("administrator", "chief", "editor")
    }
    assert found == {"administrator": 200, "chief": 302, "editor": 302}
