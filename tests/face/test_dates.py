"""Days of publication are those of Viet Nam."""

from DateTime import DateTime
from datetime import date
from eduportal.face.dates import published_on
from types import SimpleNamespace
import pytest


@pytest.mark.parametrize(
    "moment, day",
    [
        ("2026/08/17 00:03:00 Asia/Ho_Chi_Minh", date(2026, 8, 17)),
        ("2026/08/16 23:58:00 Asia/Ho_Chi_Minh", date(2026, 8, 16)),
        ("2026/08/16 17:03:00 UTC", date(2026, 8, 17)),
        ("1969/12/31 00:00:00 UTC", None),
    ],
)
def test_a_minute_after_midnight_is_a_new_day(moment, day):
    assert published_on(SimpleNamespace(effective=DateTime(moment))) == day
