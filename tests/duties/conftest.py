"""A school's portal with its board, and items that were published some days ago."""

from DateTime import DateTime
from datetime import datetime
from datetime import timedelta
from eduportal import sections
from eduportal.testing import SCHOOL_HTTP
from plone import api
from plone.dexterity.utils import createContentInContainer
from pytest_plone import fixtures_factory
from tests.editorial.conftest import Office
from tests.editorial.conftest import recruit
from zoneinfo import ZoneInfo
import pytest
import transaction

globals().update(fixtures_factory(((SCHOOL_HTTP, "http"),)))

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")


@pytest.fixture
def board(portal):
    recruit()
    return portal


@pytest.fixture
def office(http):
    recruit()
    transaction.commit()
    return Office(http["portal"], f"http://{http['host']}:{http['port']}")


@pytest.fixture
def published():
    """Publish an item so many days ago."""

    def publish(section="news", days=0, by="contributor", kind="News Item", **fields):
        at = DateTime(datetime.now(ZONE) - timedelta(days=days))
        parent = sections.find(section) if isinstance(section, str) else section
        with api.env.adopt_user(by), api.env.adopt_roles(["Manager"]):
            values = {"title": "Khai giảng năm học mới", **fields}
            made = createContentInContainer(parent, kind, checkConstraints=False, **values)
            api.content.transition(made, "publish")
        made.setEffectiveDate(at)
        made.setModificationDate(at)
        made.reindexObject(idxs=["modified", "effective"])
        return made

    return publish


@pytest.fixture
def aged(portal):
    """The portal's sections, as if made so many days ago."""

    def age(days):
        then = DateTime() - days
        for section in sections.sections_by_id(portal).values():
            section.creation_date = then
            section.reindexObject(idxs=["created"])

    return age
