"""Where one arrives after signing in."""

from eduportal import sections
from plone import api
from tests.desk.conftest import Desk
from tests.editorial.conftest import PASSWORD
import pytest
import transaction


def arrives(office, person, came_from=""):
    desk = Desk(office, person)
    answer = desk.sign_in(came_from and f"{office.url}{came_from}")
    return answer.headers["Location"].removeprefix(office.url)


@pytest.mark.parametrize("person", ["contributor", "editor", "chief", "administrator"])
def test_everybody_of_the_board_arrives_at_the_desk(office, person):
    assert arrives(office, person) == "/vi/@@desk"
    assert arrives(office, person, "/vi") == "/vi/@@desk"


def test_who_was_sent_away_to_sign_in_comes_back_to_that_page(office, write):
    item = write("submitted")
    transaction.commit()
    path = "/" + "/".join(item.getPhysicalPath()[2:]) + "/@@review"

    assert arrives(office, "chief", path) == path
    asked = office.ask(None, "GET", f"{office.url}{path}")
    assert asked.status_code == 302
    assert "require_login?came_from=" in asked.headers["Location"]


def test_whoever_has_no_part_in_the_board_arrives_where_plone_leads(office):
    with api.env.adopt_roles(["Manager"]):
        api.user.create(username="parent", email="parent@mau.vn", password=PASSWORD)
    transaction.commit()

    assert arrives(office, "parent", "/vi") == "/vi"


def test_a_role_in_one_section_is_a_part_in_the_board(office):
    with api.env.adopt_roles(["Manager"]):
        api.user.create(username="parent", email="parent@mau.vn", password=PASSWORD)
        sections.find("news").manage_setLocalRoles("parent", ["Contributor"])
    transaction.commit()

    assert arrives(office, "parent", "/vi") == "/vi/@@desk"


def test_the_english_sign_in_form_leads_to_the_english_desk(office):
    desk = Desk(office, "editor")
    desk.session.headers["Accept-Language"] = "en"
    answer = desk.session.post(
        f"{office.url}/en/login",
        data={"__ac_name": "editor", "__ac_password": PASSWORD, "buttons.login": "Log in"},
        allow_redirects=False,
    )

    assert answer.headers["Location"] == f"{office.url}/en/@@desk"
