"""A case is opened, once for each page."""

from datetime import date
from datetime import datetime
from datetime import UTC
from eduportal import cases
from freezegun import freeze_time
from plone import api
import pytest


@pytest.fixture
def opened(service):
    from tests.cases.conftest import open_case
    return lambda **more: open_case(service, **more)
