"""VietQR codes against those that NAPAS and others published."""

from eduportal.payments import banks
from eduportal.payments import vietqr
import pytest
import re

# NAPAS, QR format for IBFT 1.5.2: dynamic code for a transfer to an account
NAPAS = (
    "00020101021238570010A00000072701270006970403011300110123456780208QRIBFTTA530370454061800005802"
    "VN62340107NPS68690819thanh toan don hang63042E2E"
)
# README of github.com/subiz/vietqr
SUBIZ = (
    "00020101021238570010A00000072701270006970415011300110019324180208QRIBFTTA530370454061200005802"
    "VN62170813ung ho lu lut6304C15C"
)


def test_a_code_is_the_one_that_napas_published():
    made = vietqr.payload("970403", "0011012345678", 180_000, "thanh toan don hang", "NPS6869")
    assert made == NAPAS


def test_a_code_is_the_one_that_others_make():
    assert vietqr.payload("970415", "0011001932418", 120_000, "ung ho lu lut") == SUBIZ


@pytest.mark.parametrize(
    "wrong",
    [
        ("97043", "0011", 1000, "HS1"),
        ("970436", "00 11", 1000, "HS1"),
        ("970436", "1" * 20, 1000, "HS1"),
        ("970436", "0011", 0, "HS1"),
        ("970436", "0011", 500_000_000, "HS1"),
        ("970436", "0011", 1000, "ủng hộ"),
        ("970436", "0011", 1000, "A" * 26),
    ],
)
def test_what_a_code_cannot_say_is_refused(wrong):
    with pytest.raises(ValueError, match="an? (bank|account|amount|purpose)"):
        vietqr.payload(*wrong)


def test_the_picture_is_a_drawing_of_its_own_without_scripts_or_addresses():
    picture = vietqr.picture(NAPAS)
    assert re.fullmatch(r'<svg viewBox="[\d ]+" class="segno">.*</svg>', picture)
    assert "http" not in picture


def test_every_bank_has_a_number_of_its_own_and_two_names():
    listed = banks.banks()
    assert len(listed) == 48
    assert listed["970436"].title == "Vietcombank (Ngân hàng TMCP Ngoại thương Việt Nam)"
    assert len({bank.short for bank in listed.values()}) == 48
