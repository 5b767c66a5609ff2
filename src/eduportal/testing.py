"""Test layers: a Zope with the kit loaded, and one school's portal in it."""

from eduportal.provisioning import install
from eduportal.units.model import Unit
from plone.app.testing import PLONE_FIXTURE
from plone.app.testing import FunctionalTesting
from plone.app.testing import IntegrationTesting
from plone.app.testing import PloneSandboxLayer
from plone.testing.zope import WSGI_SERVER_FIXTURE
from zope.globalrequest import clearRequest
from zope.globalrequest import setRequest
import eduportal

SCHOOL = Unit(
    id="plone",
    name="Trường Tiểu học Hoa Sen (mẫu)",
    name_en="Hoa Sen Primary School (sample)",
    tier="C1",
    parent="",
    domain="c1hoasen.tinhmau.edu.vn",
    email_domain="c1hoasen.tinhmau.edu.vn",
    address="Số 1 đường Mẫu, xã Mẫu, tỉnh Mẫu",
    phone="0200 000 0001",
    email="vanthu@c1hoasen.tinhmau.edu.vn",
    admin_name="Nguyễn Thị Mẫu",
    admin_email="quantri@c1hoasen.tinhmau.edu.vn",
    palette="sky",
)


class SchoolLayer(PloneSandboxLayer):
    """A primary school's portal with its whole section tree, in Vietnamese and English."""

    defaultBases = (PLONE_FIXTURE,)

    def setUpZope(self, app, configurationContext):
        self.loadZCML("meta.zcml", package=eduportal)
        self.loadZCML(package=eduportal)

    def setUpPloneSite(self, portal):
        setRequest(portal.REQUEST)
        try:
            install(portal, SCHOOL)
        finally:
            clearRequest()


SCHOOL_FIXTURE = SchoolLayer()
SCHOOL_INTEGRATION = IntegrationTesting(bases=(SCHOOL_FIXTURE,), name="school:integration")
SCHOOL_FUNCTIONAL = FunctionalTesting(bases=(SCHOOL_FIXTURE,), name="school:functional")
SCHOOL_HTTP = FunctionalTesting(bases=(SCHOOL_FIXTURE, WSGI_SERVER_FIXTURE), name="school:http")
"""The same behind a real HTTP server, at ``layer["host"]:layer["port"]``."""
