"""What may be written of a season: school years, and lines of its calendar."""

from datetime import date
from eduportal.content_types.admission_season import rules
from zope.interface import Invalid
import pytest


@pytest.mark.parametrize("text", ["2026-2027", " 2026 - 2027", "2026–2027"])
def test_a_school_year_is_two_years_that_follow_each_other(text):
    assert rules.check_year(text)


@pytest.mark.parametrize("text", ["2026", "2026-2028", "2027-2026", "26-27", "năm học 2026-2027"])
def test_anything_else_is_no_school_year(text):
    with pytest.raises(Invalid):
        rules.check_year(text)


@pytest.mark.parametrize(
    ("line", "first", "last", "text"),
    [
        ("01/06/2026: Đăng ký", date(2026, 6, 1), date(2026, 6, 1), "Đăng ký"),
        ("1/6/2026 - 15/6/2026: Đăng ký", date(2026, 6, 1), date(2026, 6, 15), "Đăng ký"),
        ("01.06.2026–02.06.2026 : a: b", date(2026, 6, 1), date(2026, 6, 2), "a: b"),
    ],
)
def test_a_line_of_the_calendar_begins_with_its_days(line, first, last, text):
    assert rules.milestone(line) == rules.Milestone(first, last, text)


@pytest.mark.parametrize(
    "line", ["Đăng ký", "31/02/2026: x", "02/06/2026 - 01/06/2026: x", "01/06/2026:", "01/06: x"]
)
def test_another_line_gets_a_sentence(line):
    with pytest.raises(Invalid) as refused:
        rules.check_milestone(line)
    assert refused.value.args[0].mapping == {"line": line}
