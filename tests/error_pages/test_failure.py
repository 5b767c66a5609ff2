"""The answer to whatever else goes wrong."""

from eduportal.interfaces import IEduportal
from lxml import html
from plone.base.interfaces import IPloneSiteRoot
from Products.Five.browser import BrowserView
from zExceptions import BadRequest
from zExceptions import HTTPGone
from zExceptions import MethodNotAllowed
from zExceptions import Redirect
from zExceptions import ResourceLockedError
from ZODB.POSException import ConflictError
from zope.component import getGlobalSiteManager
from zope.interface import Interface
import json
import pytest
import re
import requests

SECRET = "mat-khau-bi-mat"
NUMBER = re.compile(r"[0-9A-F]{4}-[0-9A-F]{4}")


@pytest.fixture
def failing(opened):
    """Open a page of the portal that raises; the browser with the answer."""
    components = getGlobalSiteManager()
    made = []

    def open_failing(error: Exception, accept: str = "text/html"):
        class Failing(BrowserView):
            def __call__(self):
                raise error

        registration = (Failing, (IPloneSiteRoot, IEduportal), Interface, "fails")
        components.registerAdapter(*registration)
        made.append(registration)
        return opened("/fails", accept)

    yield open_failing
    for registration in made:
        components.unregisterAdapter(*registration)


def headings(browser) -> list[str]:
    page = html.fromstring(browser.contents)
    return [one.text_content() for one in page.xpath("//main//h1 | //main//h2")]


def test_a_failure_is_said_by_a_page_that_needs_nothing_and_told_to_the_log(failing, caplog):
    browser = failing(RuntimeError(SECRET))
    page = html.fromstring(browser.contents)
    numbers = NUMBER.findall(browser.contents)
    assert browser.headers["status"] == "500 Internal Server Error"
    assert browser.headers["Cache-Control"] == "no-store"
    assert headings(browser) == ["Trang này đang gặp lỗi", "Something went wrong"]
    assert page.xpath("//@src | //link | //script | //form") == []
    assert len(numbers) == 2
    assert len(set(numbers)) == 1
    told = [one for one in caplog.records if one.name == "eduportal.error_pages"]
    assert [one.getMessage() for one in told] == [
        f"Error {numbers[0]} at http://nohost/plone/fails"
    ]
    assert told[0].exc_info[1].args == (SECRET,)
    assert SECRET not in browser.contents
    assert "Traceback" not in browser.contents


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (BadRequest(SECRET), "400 Bad Request"),
        (MethodNotAllowed(SECRET), "405 Method Not Allowed"),
        (HTTPGone(SECRET), "410 Gone"),
        (ResourceLockedError(SECRET), "423 Locked"),
    ],
)
def test_what_a_person_can_mend_is_said_within_the_portal(failing, error, status):
    browser = failing(error)
    assert browser.headers["status"] == status
    assert browser.headers["Cache-Control"] == "no-store"
    assert len(headings(browser)) == 1
    assert html.fromstring(browser.contents).cssselect(".edu-menu")
    assert SECRET not in browser.contents


def test_a_database_in_trouble_asks_to_come_back(failing):
    browser = failing(ConflictError())
    assert browser.headers["status"] == "503 Service Unavailable"
    assert browser.headers["Retry-After"] == "30"
    assert headings(browser) == [
        "Cổng thông tin đang được bảo trì",
        "The portal is being maintained",
    ]


@pytest.mark.parametrize(
    ("error", "status"), [(RuntimeError(SECRET), 500), (BadRequest(SECRET), 400)]
)
def test_other_programs_get_json(failing, error, status):
    browser = failing(error, accept="application/xml")
    assert int(browser.headers["status"][:3]) == status
    assert browser.headers["Content-Type"].startswith("application/json")
    assert json.loads(browser.contents) == {"error_type": type(error).__name__}


def test_clients_of_the_rest_services_get_what_plone_gives_them(failing):
    browser = failing(BadRequest("nope"), accept="application/json")
    assert browser.headers["status"] == "400 Bad Request"
    assert {"type": "BadRequest", "message": "nope"}.items() <= json.loads(browser.contents).items()


def test_redirections_still_lead_on(failing):
    assert failing(Redirect("http://nohost/plone/vi")).url == "http://nohost/plone/vi"


def test_somebody_without_the_right_is_told_as_whom_and_whom_to_ask(district):
    answer = requests.get(
        f"{district.url}/hoa-sen/vi/insufficient-privileges",
        auth=("admin", "mat-khau-nguoi-thu"),
        timeout=60,
    )
    page = html.fromstring(answer.content)
    (person,) = page.xpath("//main//strong")
    assert (answer.status_code, answer.headers["Cache-Control"]) == (403, "no-store")
    assert person.text_content() == "admin"
    assert page.xpath("//main//a[contains(@href, '/logout')]")


def test_a_visitor_without_the_right_is_led_to_signing_in(district):
    answer = requests.get(f"{district.url}/hoa-sen/vi/@@edit", timeout=60)
    assert answer.url.startswith(f"{district.url}/hoa-sen/vi/login?came_from=")


@pytest.mark.parametrize("method", ["OPTIONS", "PUT", "PROPFIND"])
def test_a_way_of_asking_that_a_page_does_not_know_is_no_failure(district, method):
    answer = requests.request(
        method, f"{district.url}/hoa-sen/vi/@@search", headers={"Accept": "text/html"}, timeout=60
    )
    assert (answer.status_code, answer.headers["Allow"]) == (405, "GET, HEAD, POST")
    assert answer.json() == {"error_type": "AttributeError"}
