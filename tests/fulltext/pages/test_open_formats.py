"""An editor with a .doc is told of open formats and, with LibreOffice, offered a copy in one."""

from eduportal import fulltext
from eduportal.attachments.behavior import attached
from eduportal.cli.files_run import Run
from eduportal.extraction import Limits
from eduportal.extraction.conversion import NotConverted
from eduportal.extraction.conversion import command
from eduportal.extraction.conversion import convert
from eduportal.fulltext import open_formats
from eduportal.server.layout import Layout
from pathlib import Path
from plone import api
from tests.fulltext import made
from tests.fulltext.pages.test_editors import reports
import os
import pytest
import shutil
import subprocess
import sys
import time
import transaction

DOC = made.ole("WordDocument")
HINT = (
    "Đây là định dạng Office cũ; nên dùng định dạng mở (PDF hoặc ODF) theo TT 53/2012, Điều 17.8."
)
# Stands for LibreOffice where that is not: a program that is started and answers as it does.
STAND_IN = """#!{python}
import os, pathlib, shutil, socket, sys
folder = pathlib.Path(sys.argv[sys.argv.index("--outdir") + 1])
ending = sys.argv[sys.argv.index("--convert-to") + 1]
source = pathlib.Path(sys.argv[-1])
pathlib.Path({log!r}).write_text(repr(sys.argv[1:]) + chr(10) + os.environ.get("SECRET", "none"))
{deed}
folder.mkdir(exist_ok=True)
shutil.copy({result!r}, folder / (source.stem + "." + ending))
"""


@pytest.fixture
def soffice(tmp_path, monkeypatch):
    """``soffice(deed)``: puts a program of that name on PATH; returns where it logs its call."""

    def install(deed="pass"):
        program, log, result = (tmp_path / name for name in ("soffice", "log", "result.odt"))
        result.write_bytes(made.odt("Mẫu đơn xin học"))
        text = STAND_IN.format(python=sys.executable, log=str(log), result=str(result), deed=deed)
        program.write_text(text)
        program.chmod(0o755)
        monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}/usr/bin{os.pathsep}/bin")
        return log

    return install


@pytest.fixture
def nowhere(tmp_path, monkeypatch):
    """No program on PATH at all."""
    monkeypatch.setenv("PATH", str(tmp_path))


def filed(desk, name="Mẫu đơn.doc", data=DOC, **more):
    return desk.file_record((name, data), read=False, **more)


def only(record):
    (name,) = record.objectIds()
    return record[name]


def ask(desk, record, person="editor"):
    return desk.post(person, f"{desk.address(only(record))}/@@add-open-format")


def test_libreoffice_is_asked_with_a_profile_of_its_own():
    assert command("/usr/bin/soffice", Path("/t/file.doc"), "odt", Path("/t")) == [
        "/usr/bin/soffice",
        "--headless",
        "--norestore",
        "-env:UserInstallation=file:///t/profile",
        "--convert-to",
        "odt",
        "--outdir",
        "/t/made",
        "/t/file.doc",
    ]


def test_without_libreoffice_there_is_the_hint_and_no_offer(desk, nowhere):
    record = filed(desk)
    _answer, page = desk.page("editor", desk.address(record))
    ((_title, sentences, buttons),) = reports(page)
    assert HINT in sentences
    assert buttons == []
    ask(desk, record)
    transaction.begin()
    assert open_formats.convert_waiting(desk.portal) == 0


def test_one_click_has_the_background_run_add_a_copy_behind_the_original(desk, soffice, tmp_path):
    soffice()
    record = filed(desk)
    _answer, page = desk.page("editor", desk.address(record))
    ((_title, _sentences, buttons),) = reports(page)
    assert buttons == ["Thêm bản chuyển đổi (ODT) Mẫu đơn.doc"]

    ask(desk, record)
    _answer, page = desk.page("editor", desk.address(record))
    ((_title, sentences, buttons),) = reports(page)
    assert sentences[-1] == (
        "Đang tạo bản chuyển đổi; bản này sẽ xuất hiện tại đây trong ít phút nữa."
    )
    assert buttons == []

    transaction.begin()
    layout = Layout(tmp_path / "var")
    layout.make()
    assert Run(layout, quiet=True).read([desk.portal])
    assert [(one.title, one.file.filename, one.file.contentType) for one in attached(record)] == [
        ("Mẫu đơn.doc", "Mẫu đơn.doc", "application/msword"),
        ("Mẫu đơn.odt", "Mẫu đơn.odt", "application/vnd.oasis.opendocument.text"),
    ]

    # Its words are read at once. It is done: neither offered nor made a second time.
    assert "Mẫu đơn xin học" in fulltext.texts_of(record)
    assert [open_formats.offered(record[name]) for name in record.objectIds()] == ["", ""]
    assert open_formats.convert_waiting(desk.portal) == 0


def test_the_program_learns_no_password_of_the_instance(desk, soffice, monkeypatch):
    monkeypatch.setenv("SECRET", "mat khau")
    log = soffice()
    record = filed(desk)
    ask(desk, record)
    transaction.begin()
    open_formats.convert_waiting(desk.portal)
    assert log.read_text().splitlines()[-1] == "none"


@pytest.mark.parametrize(
    "name, data, deed, sentence",
    [
        ("a.doc", DOC, "sys.exit(1)", "LibreOffice không chuyển đổi được tệp này."),
        ("a.doc", DOC, "os.abort()", "LibreOffice không chuyển đổi được tệp này."),
        ("a.doc", DOC, "x = bytearray(64 * 1024**3)", "LibreOffice không chuyển đổi được tệp này."),
        (
            "a.doc",
            b"%PDF-1.4",
            "pass",
            "Nội dung tệp không đúng với tên tệp nên không chuyển đổi được.",
        ),
        (
            "a.doc",
            made.ole("EncryptedPackage"),
            "pass",
            "Tệp có mật khẩu nên không chuyển đổi được.",
        ),
    ],
    ids=["refuses", "crashes", "takes all memory", "no Office file", "encrypted"],
)
def test_what_cannot_be_converted_is_said_and_may_be_tried_again(
    desk, soffice, name, data, deed, sentence
):
    soffice(deed)
    record = filed(desk, name, data)
    ask(desk, record)
    transaction.begin()
    assert open_formats.convert_waiting(desk.portal) == 0
    _answer, page = desk.page("editor", desk.address(record))
    ((_title, sentences, buttons),) = reports(page)
    assert (sentences[-1], len(record.objectIds())) == (sentence, 1)
    assert buttons == [f"Thêm bản chuyển đổi (ODT) {name}"]


def test_a_program_that_does_not_end_is_ended(tmp_path, soffice):
    log = soffice("__import__('time').sleep(600)")
    (tmp_path / "work").mkdir()
    source = tmp_path / "a.doc"
    source.write_bytes(DOC)
    started = time.monotonic()
    with pytest.raises(NotConverted, match="too-slow"):
        convert(source, "a.doc", tmp_path / "work", Limits(seconds=2))
    assert time.monotonic() - started < 30
    assert log.exists()
    running = subprocess.run(["ps", "-eo", "args"], capture_output=True, text=True).stdout
    assert str(tmp_path / "work") not in running


def test_a_file_that_goes_before_its_turn_is_forgotten(desk, soffice):
    soffice()
    record = filed(desk)
    ask(desk, record)
    transaction.begin()
    with api.env.adopt_roles(["Manager"]):
        api.content.delete(only(record))
    assert open_formats.convert_waiting(desk.portal) == 0
    assert open_formats.convert_waiting(desk.portal) == 0


def test_a_file_closed_inside_its_record_gets_no_copy_that_would_be_open(desk, soffice):
    soffice()
    record = filed(desk, state="published")
    only(record).manage_permission("View", ["Manager", "Editor"], acquire=False)
    transaction.commit()
    ask(desk, record)
    transaction.begin()
    assert open_formats.offered(only(record)) == ""
    assert (open_formats.convert_waiting(desk.portal), len(record.objectIds())) == (0, 1)


@pytest.mark.parametrize("person", ["", "other"])
def test_only_who_may_edit_asks_for_a_copy(desk, soffice, person):
    soffice()
    record = filed(desk, state="published")
    address = f"{desk.address(only(record))}/@@add-open-format"
    assert desk.ask(person, "POST", address).status_code == 302
    transaction.begin()
    assert open_formats.convert_waiting(desk.portal) == 0


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed here")
def test_libreoffice_itself_makes_the_copy(desk, tmp_path):
    (tmp_path / "don.odt").write_bytes(made.odt("Mẫu đơn xin học"))
    profile = (tmp_path / "profile").as_uri()
    line = ["soffice", "--headless", f"-env:UserInstallation={profile}", "--convert-to", "doc"]
    subprocess.run([*line, "don.odt"], cwd=tmp_path, capture_output=True, check=True)
    record = filed(desk, "don.doc", (tmp_path / "don.doc").read_bytes())
    ask(desk, record)
    transaction.begin()
    assert open_formats.convert_waiting(desk.portal) == 1
    fulltext.read_waiting(desk.portal)
    original, copy = (record[name] for name in record.objectIds())
    assert (copy.file.filename, fulltext.text_of(copy)) == ("don.odt", "Mẫu đơn xin học")
