from eduportal.uploads import names
import pytest


@pytest.mark.parametrize(
    "given, stored",
    [
        ("Giấy khai sinh.PDF", "Giấy khai sinh.pdf"),
        ("C:\\Users\\A\\đơn.doc", "đơn.pdf"),
        ("../../etc/passwd", "passwd.pdf"),
        ("đơn.pdf.exe", "đơn.pdf.pdf"),
        ("a\r\nSet-Cookie: b.pdf", "aSet-Cookie b.pdf"),
        ("\u202egnp.exe", "gnp.pdf"),
        ('<img src="x">.pdf', "img src= x.pdf"),
        (".htaccess", "htaccess.pdf"),
        ("Quyết định số 1.2024", "Quyết định số 1.pdf"),
        ("a" * 300 + ".pdf", "a" * 94 + ".pdf"),
        (b"\xff\xfe.pdf", "\ufffd\ufffd.pdf"),
        ("", "tep-dinh-kem.pdf"),
        (None, "tep-dinh-kem.pdf"),
        ("...", "tep-dinh-kem.pdf"),
    ],
)
def test_names_stay_readable_and_do_no_harm(given, stored):
    assert names.stored(given, "pdf") == stored
