"""An editorial board behind a real HTTP server, its people with names and posts."""

from plone import api
from tests.audit.conftest import journal
from tests.editorial.conftest import Office
from tests.editorial.conftest import recruit
import pytest
import transaction

__all__ = ["journal"]

NAMES = {
    "chief": ("Trần Thị Hoa", "Hiệu trưởng"),
    "editor": ("Lê Văn Bình", "Tổ trưởng tổ Toán"),
    "administrator": ("Phạm Minh An", ""),
    "contributor": ("Ngô Cộng Tác", ""),
}


@pytest.fixture
def office(http, journal):
    recruit()
    for login, (name, position) in NAMES.items():
        api.user.get(username=login).setMemberProperties({"fullname": name, "position": position})
    transaction.commit()
    return Office(http["portal"], f"http://{http['host']}:{http['port']}")


@pytest.fixture
def keep():
    """Set the page's settings."""

    def put(**values):
        for name, value in values.items():
            api.portal.set_registry_record(f"eduportal.board.{name}", value)
        transaction.commit()

    return put
