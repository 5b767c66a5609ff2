"""The editorial board with its mail: a queue of one's own, and what each person found in it."""

from eduportal.mail import queue as mail_queue
from eduportal.testing import SCHOOL
from eduportal.testing import SCHOOL_HTTP
from plone import api
from pytest_plone import fixtures_factory
from tests.editorial.conftest import Office
from tests.editorial.conftest import recruit
import pytest
import transaction

globals().update(fixtures_factory(((SCHOOL_HTTP, "http"),)))


@pytest.fixture
def queue(tmp_path, monkeypatch):
    monkeypatch.setenv("EDUPORTAL_MAIL_QUEUE", str(tmp_path / "queue"))
    return mail_queue.directory()


class Post:
    """The office, and the letters that were queued since one last looked."""

    def __init__(self, office, queue):
        self.office = office
        self.portal = office.portal
        self.queue = queue

    def letters(self):
        """``(to, subject)`` of each, sorted; they are taken out of the queue."""
        return sorted(
            (letter.message["To"], letter.message["Subject"]) for letter in self.messages()
        )

    def messages(self):
        waiting = mail_queue.waiting(self.queue)
        for one in waiting:
            one.path.unlink()
        return waiting


def text(letter):
    return letter.message.get_content().replace("\r\n", "\n")


@pytest.fixture
def post(functional_portal, queue):
    return _post(functional_portal, queue, "http://nohost")


@pytest.fixture
def http_post(http, queue):
    return _post(http["portal"], queue, f"http://{http['host']}:{http['port']}")


def _post(portal, queue, base):
    recruit()
    api.portal.set_registry_record("plone.email_from_address", SCHOOL.email)
    api.portal.set_registry_record("plone.email_from_name", SCHOOL.name)
    transaction.commit()
    return Post(Office(portal, base), queue)
