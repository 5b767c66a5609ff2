"""An editorial board at its desks: sessions that signed in through the form."""

from bs4 import BeautifulSoup
from tests.editorial.conftest import PASSWORD
from tests.editorial.conftest import board
from tests.editorial.conftest import office
from tests.editorial.conftest import write
import pytest
import requests
import transaction

__all__ = ["board", "office", "write"]


class Desk:
    """One person's browser session."""

    def __init__(self, office, person):
        self.office = office
        self.person = person
        self.session = requests.Session()
        self.session.headers["Accept-Language"] = "vi"

    def sign_in(self, came_from=""):
        return self.session.post(
            f"{self.office.url}/login",
            data={
                "__ac_name": self.person,
                "__ac_password": PASSWORD,
                "came_from": came_from,
                "buttons.login": "Log in",
            },
            allow_redirects=False,
        )

    def get(self, path, **parameters):
        answer = self.session.get(f"{self.office.url}{path}", params=parameters)
        return answer, BeautifulSoup(answer.text, "html.parser")

    def post(self, path, page, **fields):
        """Send a form of ``page`` with its own authenticator and hidden moment."""
        token = page.select_one("input[name=_authenticator]")["value"]
        data = {"_authenticator": token, **fields}
        answer = self.session.post(f"{self.office.url}{path}", data=data)
        transaction.abort()
        return answer, BeautifulSoup(answer.text, "html.parser")


@pytest.fixture
def sit(office):
    """``sit("chief")``: that person's session, signed in."""

    def down(person):
        desk = Desk(office, person)
        assert desk.sign_in().status_code == 302
        return desk

    return down


def words(element):
    """The text of an element with single spaces."""
    return " ".join(element.get_text(" ").split())


def lists(page):
    """The desk's lists: heading with its number -> titles of its lines."""
    return {
        words(section.h2): [words(one) for one in section.select(".edu-rows__title")]
        for section in page.select("section.edu-worklist")
        if section["id"] != "due"
    }


def path_of(content):
    return "/" + "/".join(content.getPhysicalPath()[2:])
