"""An editorial board behind a real HTTP server, and a person who may write nowhere yet."""

from plone import api
from tests.audit.conftest import journal
from tests.audit.conftest import office
from tests.editorial.conftest import PASSWORD
from tests.editorial.conftest import write
import pytest
import transaction

__all__ = ["journal", "office", "write"]


@pytest.fixture
def lan(office):
    with api.env.adopt_roles(["Manager"]):
        api.user.create(
            username="lan",
            email="lan@mau.vn",
            password=PASSWORD,
            properties={"fullname": "Bùi Lan"},
        )
    transaction.commit()
    return "lan"
