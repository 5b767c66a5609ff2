from eduportal.uploads import Upload
from eduportal.uploads import serve
from eduportal.uploads.kinds import TYPES
from types import SimpleNamespace
from ZPublisher.HTTPResponse import WSGIResponse
import pytest

CLOSED = "default-src 'none'; style-src 'unsafe-inline'; sandbox"


def answered(kind, inline=False, filename="Giấy khai sinh.pdf"):
    """Body and headers of an answer with a file of one byte."""
    request = SimpleNamespace(response=WSGIResponse())
    body = serve(Upload("f", filename, kind, b"x"), request, inline)
    return body, {name.lower(): value for name, value in request.response.listHeaders()}


def test_a_file_is_saved_and_kept_by_nobody_on_the_way():
    body, headers = answered(TYPES["docx"], filename='Đơn "1".docx')
    del headers["x-powered-by"], headers["date"]
    assert body == b"x"
    assert headers == {
        "cache-control": "private, no-store",
        "content-disposition": 'attachment; filename="__n _1_.docx"; '
        "filename*=UTF-8''%C4%90%C6%A1n%20%221%22.docx",
        "content-length": "1",
        "content-security-policy": CLOSED,
        "content-type": TYPES["docx"],
        "cross-origin-resource-policy": "same-origin",
        "referrer-policy": "no-referrer",
        "x-content-type-options": "nosniff",
        "x-robots-tag": "noindex",
    }


@pytest.mark.parametrize(
    "kind, inline, expected",
    [
        (TYPES["pdf"], True, ("inline", TYPES["pdf"])),
        (TYPES["jpg"], True, ("inline", TYPES["jpg"])),
        (TYPES["jpg"], False, ("attachment", TYPES["jpg"])),
        (TYPES["odt"], True, ("attachment", TYPES["odt"])),
        ("text/html", True, ("attachment", "application/octet-stream")),
        ("image/svg+xml", True, ("attachment", "application/octet-stream")),
    ],
)
def test_only_what_the_portal_looked_through_is_shown_in_the_browser(kind, inline, expected):
    _body, headers = answered(kind, inline)
    shown = headers["content-disposition"].partition(";")[0], headers["content-type"]
    assert shown == expected
