"""Against a small server that speaks clamd's protocol; a real one where CLAMD_TEST names it."""

from eduportal.uploads import UploadRefused
from eduportal.uploads import accept
from eduportal.uploads import scan
from tests.uploads import files
import os
import pytest


@pytest.fixture
def configured(monkeypatch):
    def configure(address, down="", seconds="0.3"):
        monkeypatch.setenv("EDUPORTAL_CLAMD", address)
        monkeypatch.setenv("EDUPORTAL_CLAMD_DOWN", down)
        monkeypatch.setenv("EDUPORTAL_CLAMD_SECONDS", seconds)

    return configure


def test_a_virus_named_pdf_is_refused_and_a_paper_is_scanned_as_it_was_sent(clamd, configured):
    with clamd() as server:
        configured(server.address)
        sent = files.pdf() + b"\n% " + files.EICAR
        with pytest.raises(UploadRefused) as refused:
            accept("paper", "đơn.pdf", sent)
        paper = accept("paper", "đơn.pdf", files.photo(1800, 1800))
    message = refused.value.message
    assert (message, message.mapping) == ("upload_infected", {"name": "đơn.pdf"})
    assert server.seen == [sent, files.photo(1800, 1800)]
    assert paper.unscanned is False


def test_a_large_file_is_sent_in_parts(clamd, configured):
    with clamd() as server:
        configured(server.address, seconds="5")
        assert scan(bytes(10**6)) is True
        assert [len(data) for data in server.seen] == [10**6]


@pytest.mark.parametrize(
    "says", ["sleep", b"", b"INSTREAM size limit exceeded. ERROR\0", b"stream: broken\0"]
)
def test_a_scanner_without_a_clear_answer_refuses_or_marks(clamd, configured, says):
    with clamd(says) as server:
        configured(server.address)
        with pytest.raises(UploadRefused) as refused:
            accept("paper", "đơn.pdf", files.pdf())
        configured(server.address, down="mark")
        assert accept("paper", "đơn.pdf", files.pdf()).unscanned is True
    assert refused.value.message == "upload_not_scanned"


@pytest.mark.parametrize("address", ["tcp:127.0.0.1:1", "unix:/nowhere/clamd.ctl", "tcp:x"])
def test_a_scanner_that_is_down_or_wrongly_named_refuses(configured, address):
    configured(address)
    with pytest.raises(UploadRefused) as refused:
        scan(b"data", "đơn.pdf")
    assert refused.value.message == "upload_not_scanned"


def test_without_a_scanner_nothing_is_asked(configured):
    configured("")
    assert scan(files.EICAR) is True


@pytest.mark.skipif("CLAMD_TEST" not in os.environ, reason="CLAMD_TEST names no clamd")
def test_a_real_clamd_finds_the_test_virus(configured):
    configured(os.environ["CLAMD_TEST"], seconds="30")
    assert scan(files.pdf()) is True
    with pytest.raises(UploadRefused) as refused:
        scan(files.EICAR, "đơn.pdf")
    assert refused.value.message == "upload_infected"
