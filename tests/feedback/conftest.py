"""A portal behind a real HTTP server, people of every role, a queue and empty counters."""

from eduportal import sections
from eduportal.feedback.form_view import posts
from eduportal.feedback.readers import READERS
from eduportal.mail import queue as mail_queue
from eduportal.testing import SCHOOL_HTTP
from lxml import html
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from pytest_plone import fixtures_factory
import pytest
import requests
import transaction

PASSWORD = "mat-khau-dai-cua-nguoi-thu"
GROUPS = {
    "contributor": "contributors",
    "editor": "editors",
    "reviewer": "chief-editors",
    "owner": "editors",
    "reader": READERS,
    "administrator": "administrators",
}

globals().update(fixtures_factory(((SCHOOL_HTTP, "http"),)))


@pytest.fixture
def queue(tmp_path, monkeypatch):
    monkeypatch.setenv("EDUPORTAL_MAIL_QUEUE", str(tmp_path / "queue"))
    return mail_queue.directory()


class Site:
    """The portal as its visitors and its people meet it."""

    def __init__(self, portal, base):
        self.portal = portal
        self.url = f"{base}/{portal.getId()}"

    def form(self, section="feedback", language="vi"):
        found = sections.find(section, language).listFolderContents({"portal_type": "EasyForm"})
        return found[0]

    def address(self, section="feedback", language="vi"):
        path = "/".join(self.form(section, language).getPhysicalPath()[2:])
        return f"{self.url}/{path}"

    def send(self, address, drop=(), headers=None, **values):
        """Fill in the form at ``address`` as a browser does and submit it."""
        session = requests.Session()
        page = html.fromstring(session.get(address).content)
        (form,) = [form for form in page.forms if "easyformForm" in (form.get("class") or "")]
        data = {name: value for name, value in form.form_values() if name not in drop}
        for name, value in values.items():
            key = f"form.widgets.{name}"
            data[f"{key}:list" if f"{key}:list" in form.fields else key] = value
        data["form.buttons.submit"] = "1"
        return session.post(form.get("action"), data=data, headers=headers)

    def get(self, person, path, **more):
        auth = (person, PASSWORD) if person in GROUPS else None
        if person == "manager":
            auth = (SITE_OWNER_NAME, SITE_OWNER_PASSWORD)
        return requests.get(f"{self.url}/{path}", auth=auth, allow_redirects=False, **more)


@pytest.fixture
def site(http, queue):
    posts.clear()
    portal = http["portal"]
    with api.env.adopt_roles(["Manager"]):
        for name, group in GROUPS.items():
            api.user.create(username=name, email=f"{name}@mau.vn", password=PASSWORD)
            api.group.add_user(groupname=group, username=name)
    transaction.commit()
    return Site(portal, f"http://{http['host']}:{http['port']}")


COMPLAINT = {
    "kind": "phan-anh",
    "subject": "Về cô giáo lớp 3A",
    "message": "Cô giáo Nguyễn Thị Bí Mật mắng học sinh.\n<script>x</script> https://vi.du/",
    "name": "Trần Văn Phụ Huynh",
    "phone": "0912 000 000",
    "email": "phuhuynh@mau.vn",
    "consent": "selected",
}


@pytest.fixture
def complaint():
    return dict(COMPLAINT)
