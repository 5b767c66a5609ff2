"""Format and size of a file in the words of its readers."""

from eduportal.attachments.summary import FileSummary
from eduportal.attachments.summary import kind_of
from eduportal.attachments.summary import size_of
import pytest


def a_file(filename="", content_type="", size=0):
    return FileSummary(path="a", title="A", filename=filename, content_type=content_type, size=size)


@pytest.mark.parametrize(
    ("filename", "content_type", "kind"),
    [
        ("a.bin", "application/pdf", "PDF"),
        ("a.mp4", "video/mp4", "MP4"),
        ("a", "video/mp4", "video/mp4"),
    ],
)
def test_the_format_has_its_usual_name(filename, content_type, kind):
    assert kind_of(a_file(filename, content_type)) == kind


@pytest.mark.parametrize(
    ("size", "shown"),
    [(0, "0 B"), (1023, "1023 B"), (1536, "1,5 KB"), (1048576, "1 MB"), (3 * 1024**3, "3 GB")],
)
def test_a_size_has_a_decimal_comma_and_in_english_a_point(size, shown):
    assert size_of(a_file(size=size)) == shown
    assert size_of(a_file(size=size), "en") == shown.replace(",", ".")
