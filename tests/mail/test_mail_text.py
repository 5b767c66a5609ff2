"""Addresses that strangers and editors type."""

from eduportal.mail.text import is_address
from email.headerregistry import Address
import pytest


@pytest.mark.parametrize("value", ["a@mau.vn", "a.b+c@mail.mau.edu.vn", "_a-b'@mau.vn"])
def test_to_every_address_a_letter_can_be_written(value):
    assert is_address(value)
    assert Address(addr_spec=value).addr_spec == value


@pytest.mark.parametrize(
    "value",
    [
        "",
        "a",
        "a@b",
        "a..b@mau.vn",
        ".a@mau.vn",
        "a.@mau.vn",
        "a@mau..vn",
        "a@mau.vn.",
        "a b@mau.vn",
        "a@mau.vn\n",
        "a@mau.vn\nBcc: b@mau.vn",
        "Tên <a@mau.vn>",
        f"{'a' * 65}@mau.vn",
        f"{'.'.join('a' * 40)}@mau.vn",
        f"a@{'b' * 260}.vn",
    ],
)
def test_what_is_no_plain_address_is_none(value):
    assert not is_address(value)
