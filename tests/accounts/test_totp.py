"""The codes are those of RFC 6238, Appendix B (SHA-1, last six of eight digits)."""

from eduportal.accounts import totp
import pytest

SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"


@pytest.mark.parametrize(
    "moment, expected",
    [
        (59, "287082"),
        (1111111109, "081804"),
        (1111111111, "050471"),
        (1234567890, "005924"),
        (2000000000, "279037"),
        (20000000000, "353130"),
    ],
)
def test_the_codes_of_the_standard(moment, expected):
    assert totp.code(SECRET, moment // totp.SECONDS) == expected
    assert totp.matching_step(SECRET, expected, moment) == moment // totp.SECONDS


def test_a_clock_may_be_half_a_minute_wrong_and_no_more():
    now = 100 * totp.SECONDS
    taken = [
        away
        for away in range(-3, 4)
        if totp.matching_step(SECRET, totp.code(SECRET, 100 + away), now) is not None
    ]

    assert taken == [-1, 0, 1]


def test_what_the_phone_reads_names_unit_and_login():
    address = totp.address(SECRET, "binh", "Trường Hoa Sen")

    assert address == (
        "otpauth://totp/Tr%C6%B0%E1%BB%9Dng%20Hoa%20Sen%3Abinh"
        f"?secret={SECRET}&issuer=Tr%C6%B0%E1%BB%9Dng%20Hoa%20Sen"
    )
