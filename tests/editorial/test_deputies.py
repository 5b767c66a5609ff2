"""Deputies: named for some days, with the role on those days and on no others."""

from datetime import date
from datetime import timedelta
from eduportal import editorial
from eduportal.editorial.deputies import naming
from eduportal.editorial.deputies.plugin import Deputy
from eduportal.editorial.deputies.plugin import ensure_plugin
from eduportal.editorial.deputies.plugin import plugin
from eduportal.editorial.deputies.plugin import today
from plone import api
from Products.PluggableAuthService.interfaces.plugins import IRolesPlugin
import pytest
import transaction

TODAY = today()
DAY = timedelta(days=1)


def named(first, last, person="other", chief="chief"):
    return Deputy(person, chief, TODAY + first * DAY, TODAY + last * DAY)


def form(office, person, deputy, **more):
    data = {
        "name": "1",
        "person": deputy.person,
        "chief": deputy.chief,
        "first": deputy.first.isoformat(),
        "last": deputy.last.isoformat(),
        "_authenticator": office.token(person),
        **more,
    }
    answer = office.ask(person, "POST", f"{office.url}/@@deputies", data=data)
    transaction.begin()
    return answer


@pytest.mark.parametrize(
    ("first", "last", "approves"),
    [(0, 0, True), (-3, 0, True), (0, 3, True), (-3, -1, False), (1, 3, False)],
)
def test_the_role_comes_and_goes_with_the_day(board, write, first, last, approves):
    content = write("submitted")
    plugin().keep([named(first, last)])
    with api.env.adopt_user("other"):
        may = "publish" in editorial.steps(content)
        roles = "Reviewer" in api.user.get_roles()
    assert (may, roles, editorial.deputies_today()) == (
        approves,
        approves,
        ["other"] if approves else [],
    )


def test_a_deputy_sees_what_waits_and_publishes_it(office, write):
    content = write("submitted")
    transaction.commit()
    address = office.address(content)
    before = office.rest("other", "GET", address).status_code
    assert form(office, "chief", named(0, 0)).status_code == 302
    found = office.rest("other", "GET", f"{office.url}/@search?UID={content.UID()}").json()
    published = office.rest("other", "POST", f"{address}/@workflow/publish")
    assert (before, found["items_total"], published.status_code) == (401, 1, 200)


def test_chief_editors_and_administrators_name_deputies(office):
    kept = []
    for person, first in (("chief", 0), ("administrator", 10)):
        deputy = named(first, first + 3)
        assert form(office, person, deputy).status_code == 302
        kept.append(deputy)
        assert plugin().deputies() == kept


@pytest.mark.parametrize("person", ["contributor", "editor"])
def test_nobody_else_does(office, person):
    assert office.ask(person, "GET", f"{office.url}/@@deputies").status_code == 302
    assert form(office, person, named(0, 0, person=person)).status_code == 302
    assert plugin().deputies() == []


def test_a_deputy_names_no_deputies(office):
    plugin().keep([named(0, 3)])
    transaction.commit()
    form(office, "other", named(0, 3, person="editor"))
    assert plugin().deputies() == [named(0, 3)]


def test_without_the_forms_token_nobody_is_named(office):
    assert form(office, "chief", named(0, 0), _authenticator="x").status_code == 403
    assert plugin().deputies() == []


@pytest.mark.parametrize(
    ("deputy", "sentence"),
    [
        (named(0, 1, person="nobody"), "Hãy chọn người được ủy quyền."),
        (named(0, 1, person=""), "Hãy chọn người được ủy quyền."),
        (named(0, 1, chief="editor"), "Hãy chọn trưởng ban ủy quyền."),
        (named(0, 1, person="chief"), "Người này đã là trưởng ban biên tập."),
        (named(2, 1), "Ngày cuối ở trước ngày đầu."),
        (named(-3, -1), "Ngày cuối đã qua."),
        (named(0, 366), "Mỗi lần ủy quyền tối đa một năm"),
    ],
)
def test_what_cannot_be_is_said(office, deputy, sentence):
    answer = form(office, "chief", deputy)
    assert (answer.status_code, sentence in answer.text) == (400, True)
    assert plugin().deputies() == []


def test_a_day_that_cannot_be_read_is_said(office):
    answer = form(office, "chief", named(0, 1), last="mai")
    assert (answer.status_code, "Hãy nhập ngày đầu và ngày cuối" in answer.text) == (400, True)


def test_nobody_is_named_twice_for_the_same_days(board):
    naming.name_deputy(named(0, 3))
    with pytest.raises(naming.DeputyRefused):
        naming.name_deputy(named(3, 5))
    naming.name_deputy(named(4, 5))
    assert plugin().deputies() == [named(0, 3), named(4, 5)]


def test_ending_is_at_once_and_the_past_stays_on_the_list(office):
    plugin().keep([named(-3, 3), named(0, 3, person="editor"), named(-9, -5)])
    transaction.commit()
    for key in [f"{d.person} {d.first.isoformat()}" for d in plugin().deputies()]:
        data = {"end": key, "_authenticator": office.token("chief")}
        office.ask("chief", "POST", f"{office.url}/@@deputies", data=data)
    transaction.begin()
    assert plugin().deputies() == [named(-3, -1), named(-9, -5)]
    assert editorial.reviewers() == ["chief"]
    page = office.ask("chief", "GET", f"{office.url}/@@deputies")
    assert (page.text.count(">Đã hết<"), page.headers["Cache-Control"]) == (2, "private, no-store")


def test_the_page_offers_members_of_the_board_that_are_no_chief_editors(office):
    page = office.ask("administrator", "GET", f"{office.url}/vi/@@deputies").text
    offered = page.partition('id="deputy-person"')[2].partition("</select>")[0]
    chiefs = page.partition('id="deputy-chief"')[2].partition("</select>")[0]
    people = ("administrator", "contributor", "editor", "other", "chief")
    assert [name for name in people if f'value="{name}"' in offered] == [
        "administrator",
        "contributor",
        "editor",
        "other",
    ]
    assert [name for name in people if f'value="{name}"' in chiefs] == ["chief"]


def test_the_plugin_is_made_once_and_keeps_what_it_holds(portal):
    plugin().keep([named(0, 1)])
    ensure_plugin(portal)
    active = portal.acl_users.plugins.listPluginIds(IRolesPlugin)
    assert (plugin().deputies(), active.count("eduportal_deputies")) == ([named(0, 1)], 1)
    assert type(plugin().rows[0][2]) is str and date.fromisoformat(plugin().rows[0][2]) == TODAY
