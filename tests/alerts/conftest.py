"""A register behind a real HTTP server, a queue, empty counters, and a reader of mail."""

from datetime import UTC
from datetime import date
from datetime import datetime
from datetime import timedelta
from eduportal import alerts
from eduportal import sections
from eduportal.alerts.ask import posts
from eduportal.mail import queue as mail_queue
from eduportal.testing import SCHOOL
from eduportal.testing import SCHOOL_HTTP
from lxml import html
from plone import api
from plone.dexterity.utils import createContentInContainer
from pytest_plone import fixtures_factory
from zoneinfo import ZoneInfo
import pytest
import re
import requests
import transaction
import ZPublisher.HTTPRequest

globals().update(fixtures_factory(((SCHOOL_HTTP, "http"),)))

CLOCKS = ("ask", "keyed", "publications")


class Clock:
    """The time of day, which a test moves on; it begins on the next morning in Viet Nam.

    So no test meets midnight, whenever it is run.
    """

    def __init__(self):
        now = datetime.now(ZoneInfo("Asia/Ho_Chi_Minh"))
        morning = now.replace(hour=8, minute=0) + timedelta(days=1)
        self.ahead = morning - now

    def now(self, zone=None):
        return datetime.now(zone) + self.ahead


@pytest.fixture
def clock(monkeypatch):
    made = Clock()
    for name in CLOCKS:
        monkeypatch.setattr(f"eduportal.alerts.{name}.datetime", made)
    return made


@pytest.fixture
def queue(tmp_path, monkeypatch):
    monkeypatch.setenv("EDUPORTAL_MAIL_QUEUE", str(tmp_path / "queue"))
    return mail_queue.directory()


class Readers:
    """The portal as who reads its mails meets it."""

    def __init__(self, portal, base, queue, clock):
        self.clock = clock
        self.portal = portal
        self.base = base
        self.url = f"{base}/{portal.getId()}"
        self.queue = queue

    def file(self, number, publish=True, **fields):
        """A document in the register."""
        fields = {"title": "Về việc khai giảng", "issued_on": date(2026, 9, 1)} | fields
        with api.env.adopt_roles(["Manager"]):
            made = createContentInContainer(
                sections.find("document-register"), "OfficialDocument", number=number, **fields
            )
            if publish:
                api.content.transition(made, "publish")
        transaction.commit()
        return made

    def page(self, language="vi", **parameters):
        return requests.get(f"{self.url}/{language}/@@alert-me", params=parameters)

    def ask(self, email="phuhuynh@mau.vn", language="vi", drop=(), **parameters):
        """Fill in the form as a browser does."""
        page = html.fromstring(self.page(language, **parameters).content)
        (form,) = [form for form in page.forms if "alert-me" in (form.get("action") or "")]
        data = {name: value for name, value in form.form_values() if name not in drop}
        answer = requests.post(form.get("action"), data=data | {"email": email})
        transaction.begin()
        return answer

    def letters(self):
        """The messages that wait, oldest first; they are taken out of the queue."""
        waiting = mail_queue.waiting(self.queue)
        for one in waiting:
            one.path.unlink()
        return waiting

    def confirm(self, letter):
        """Open the page that the letter names and press its button."""
        answer = requests.post(link(letter, "alert-confirm"))
        transaction.begin()
        return answer

    def subscribe(self, email="phuhuynh@mau.vn", language="vi", **parameters):
        self.ask(email, language, **parameters)
        (letter,) = self.letters()
        assert self.confirm(letter).status_code == 200

    def send(self, days=0, hours=1):
        """The daily run, so much later; what was published a moment ago has settled."""
        transaction.begin()
        self.clock.ahead += timedelta(days=days, hours=hours)
        return alerts.send(self.portal, self.clock.now(UTC))


def link(letter, view):
    found = re.findall(rf"https?://\S+@@{view}\?key=\S+", text(letter))
    return found[0].rstrip(">")


def text(letter):
    return letter.message.get_content().replace("\r\n", "\n")


@pytest.fixture
def readers(http, queue, clock):
    posts.clear()
    api.portal.set_registry_record("plone.email_from_address", SCHOOL.email)
    api.portal.set_registry_record("plone.email_from_name", SCHOOL.name)
    transaction.commit()
    base = f"http://{http['host']}:{http['port']}"
    return Readers(http["portal"], base, queue, clock)


@pytest.fixture
def proxied(monkeypatch):
    """Visitors of many addresses, as a trusted proxy tells them."""
    monkeypatch.setattr(ZPublisher.HTTPRequest, "trusted_proxies", ["127.0.0.1"])
