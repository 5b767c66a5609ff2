from eduportal.clean_text import tidy
from eduportal.clean_text import tidy_line
import pytest


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("\ufeff Xin  cha\u0300o\u00a0 các\u200b bạn ", "Xin chào các bạn"),
        (
            "10\u00a0000 đồng, 5\u00a0%, «\u00a0oui\u00a0»",
            "10\u00a0000 đồng, 5\u00a0%, «\u00a0oui\u00a0»",
        ),
        ("Phổ\u00adthông", "Phổthông"),
        ("Tr\u00adêng §¹i häc", "Tr\u00adêng §¹i häc"),
        ("👨\u200d👩\u200d👧 gia\u200d đình", "👨\u200d👩\u200d👧 gia đình"),
        ("một\x0bhai\ud800", "mộthai"),
        ("a\u2009b\u3000c", "a b c"),
        ("English, plain", "English, plain"),
    ],
)
def test_a_line(typed, stored):
    assert tidy_line(typed) == stored
    assert tidy_line(stored) == stored


def test_a_text_keeps_its_lines():
    assert tidy("Một\u00a0 hai\n\n  ba") == "Một hai\n\n  ba"
