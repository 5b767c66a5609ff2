"""A board behind a real HTTP server, and a clock that ticks when it is told to."""

from DateTime import DateTime
from eduportal import clock
from eduportal import sections
from eduportal.provisioning.requests import fresh
from plone import api
from plone.dexterity.utils import createContentInContainer
from tests.editorial.conftest import Office
from tests.editorial.conftest import recruit
import pytest
import transaction

MINUTE = 1 / 1440


@pytest.fixture
def office(http):
    recruit()
    api.portal.set_registry_record("plone.enable_sitemap", True)
    transaction.commit()
    return Office(http["portal"], f"http://{http['host']}:{http['port']}")


@pytest.fixture
def write():
    """Make an item, a piece of news unless said otherwise, and take steps with it."""

    def item(*steps, kind="News Item", section="news", effective=None, expires=None, **fields):
        with api.env.adopt_user("contributor"), api.env.adopt_roles(["Manager"]):
            values = {"title": "Bài viết", **fields}
            parent = sections.find(section)
            content = createContentInContainer(parent, kind, checkConstraints=False, **values)
        content.setEffectiveDate(effective)
        content.setExpirationDate(expires)
        with api.env.adopt_roles(["Manager"]):
            for step in steps:
                api.content.transition(content, step, comment="Thử nghiệm")
        content.reindexObject()
        transaction.commit()
        return content

    return item


@pytest.fixture
def at_its_hour():
    """Let the hour of an item come: its date is moved into the past, as if time had gone by."""

    def come(content, effective=None, expires=None):
        if effective is not None:
            content.setEffectiveDate(effective)
        if expires is not None:
            content.setExpirationDate(expires)
        content.reindexObject(idxs=["effective", "expires", "effectiveRange"])
        transaction.commit()

    return come


@pytest.fixture
def tick():
    """One tick of a clock of its own, on the database as it is now."""

    def once(portal, holder=None):
        done = clock.tick(portal.aq_parent, holder or clock.new_holder(), fresh, lambda one: None)
        transaction.begin()
        return done

    return once


@pytest.fixture
def soon():
    return DateTime() + MINUTE


@pytest.fixture
def just_now():
    return DateTime() - MINUTE / 60
