"""Templates over real HTTP, with an editor, a chief editor and an officer."""

from plone import api
from tests.cases.conftest import PASSWORD
from tests.cases.conftest import new_service
from tests.cases.conftest import open_case
import pytest
import requests
import transaction

PEOPLE = {"officer": "case-officers", "chief": "chief-editors", "contributor": "contributors"}


class Office:
    """The portal as its people reach it; nobody is ``""``."""

    def __init__(self, portal, base):
        self.portal = portal
        self.url = f"{base}/{portal.getId()}"

    def address(self, content):
        return f"{self.url}/{'/'.join(content.getPhysicalPath()[2:])}"

    def ask(self, who, method, address, **more):
        auth = (who, PASSWORD) if who else None
        return requests.request(method, address, auth=auth, allow_redirects=False, **more)


@pytest.fixture
def office(http):
    portal = http["portal"]
    with api.env.adopt_roles(["Manager"]):
        for name, group in PEOPLE.items():
            api.user.create(username=name, email=f"{name}@mau.vn", password=PASSWORD)
            api.group.add_user(groupname=group, username=name)
    transaction.commit()
    return Office(portal, f"http://{http['host']}:{http['port']}")


@pytest.fixture
def service(office):
    return new_service()


@pytest.fixture
def case(service):
    return open_case(service)[0]
