"""Each kind of file gives its words; hostile, broken and huge ones give a sentence, in time."""

from datetime import date
from eduportal.extraction import Limits
from eduportal.extraction import extract
from eduportal.extraction import recognition_present
from eduportal.extraction.environment import environment
from io import BytesIO
from pathlib import Path
from PIL import Image
from tests.fulltext import made
import os
import pytest
import re
import shutil
import socket
import subprocess
import sys
import time
import zipfile

LETTER = """SỞ GIÁO DỤC VÀ ĐÀO TẠO TỈNH MẪU
Số: 1502/SGDĐT-GDTH
V/v tổ chức Hội khỏe Phù Đổng năm học 2025-2026

Kính gửi: các trường tiểu học trên địa bàn tỉnh.
Thực hiện Thông tư số 37/2020/TT-BGDĐT ngày 05 tháng 10 năm 2020
của Bộ trưởng Bộ Giáo dục và Đào tạo, Sở yêu cầu các đơn vị
nghiêm túc triển khai, báo cáo kết quả trước ngày 15/12/2025."""
SHEETS = {"Điểm": [["Họ tên", "Ngày sinh"], ["Ê Ban", date(2015, 9, 5)]], "Lớp": [[3.0, 2.5]]}
PAGE = (
    "<!DOCTYPE html><html><head><title>Thông báo</title><script>giấu</script></head>"
    "<body><p>Nghỉ học</p><table><tr><td>Sáng</td><td>Chiều</td></tr></table></body></html>"
)
RTF = (
    rb"{\rtf1\ansi\ansicpg1258{\fonttbl{\f0 Times;}}H\u7897?i \b kh\u7887?e\b0\par tr\'ea tr\'ean}"
)


@pytest.fixture
def find(tmp_path):
    """What is found in a file of these bytes."""

    def found(content, name="tep", **limits):
        path = tmp_path / "file"
        path.write_bytes(content)
        return extract(path, name, tmp_path / "work", Limits(**limits))

    return found


def test_letters_of_a_second_font_stay_in_their_words(find):
    drawn = "BT /F1 20 Tf 1 0 0 1 72 700 Tm (T yen s nh) Tj 1 0 0 1 84 700 Tm (u) Tj"
    found = find(made.raw_pdf(f"{drawn} 1 0 0 1 156 700 Tm (i) Tj ET"), "a.pdf")
    assert found.pages == ["Tuyen sinh"]


@pytest.mark.parametrize(
    ("content", "name", "pages"),
    [
        (made.pdf("Hội khỏe\nPhù Đổng", "đường"), "a.pdf", ["Hội khỏe\nPhù Đổng", "đường"]),
        (made.docx("Kính gửi", "Hội khỏe"), "a.docx", ["Kính gửi\nHội khỏe"]),
        (made.odt("Kính gửi", "Hội khỏe"), "a.odt", ["Kính gửi\nHội khỏe"]),
        (made.ods(Điểm=[["Ê", "10"]], Lớp=[["1A"]]), "a.ods", ["Điểm\nÊ 10", "Lớp\n1A"]),
        (made.odp("Mục tiêu", "Kết luận"), "a.odp", ["Mục tiêu", "Kết luận"]),
        (made.xlsx(**SHEETS), "a", ["Điểm\nHọ tên Ngày sinh\nÊ Ban 05/09/2015", "Lớp\n3 2.5"]),
        (made.pptx("Mục tiêu", "Hết", notes="Ghi chú"), "a", ["Mục tiêu\nGhi chú", "Hết\nGhi chú"]),
        (RTF, "cong-van.doc", ["Hội khỏe\ntrê trên"]),
        (PAGE.encode(), "bang.xls", ["Thông báo\nNghỉ học\nSáng Chiều"]),
        ("Họ tên,Điểm\r\nÊ Ban,10\r\n".encode(), "a.csv", ["Họ tên,Điểm\nÊ Ban,10"]),
        ("\ufeffQuyết định".encode("utf-16"), "a.txt", ["Quyết định"]),
    ],
)
def test_the_words_of_each_kind_of_file_are_found_whatever_its_name(find, content, name, pages):
    found = find(content, name)
    assert (found.state, found.reason, found.pages) == ("read", "", pages)


def test_text_is_composed_and_runs_of_blanks_are_one(find):
    typed = "  Ho\u0300a \u00a0\t bi\u0300nh \r\n\n\n\n tha\u00adng\u200b  "
    assert find(typed.encode(), "a.txt").pages == ["Hòa bình\n\nthang"]


@pytest.mark.parametrize(
    ("content", "name", "outcome"),
    [
        (made.locked_pdf(), "a.pdf", ("encrypted", "encrypted")),
        (made.ole("EncryptedPackage"), "a.docx", ("encrypted", "encrypted")),
        (made.pdf("Hội khỏe")[:3000], "a.pdf", ("broken", "damaged")),
        (b"%PDF-1.7\n" + os.urandom(5000), "a.pdf", ("broken", "damaged")),
        (made.docx("Hội khỏe")[:400], "a.docx", ("broken", "damaged")),
        (made.picture("Hội")[:500], "a.png", ("broken", "damaged")),
        (made.bomb(), "a.docx", ("too-large", "unpacked-too-large")),
        (b"MZ\x90\x00\x03" + bytes(100), "a.exe", ("unsupported", "unsupported")),
        (made.zipped({"a.txt": "chữ"}), "a.zip", ("unsupported", "unsupported")),
        (b"Qu\xd1c ng\xf7 \xe2\xe3", "a.txt", ("unsupported", "unknown-encoding")),
        (b"   ", "a.txt", ("unsupported", "unsupported")),
        (made.docx(), "a.docx", ("empty", "nothing-found")),
    ],
)
def test_what_cannot_be_read_gets_a_state_and_a_reason(find, content, name, outcome):
    found = find(content, name)
    assert (found.state, found.reason, found.pages, found.pictures) == (*outcome, [], [])


def test_a_file_of_more_than_the_limit_is_not_even_opened(tmp_path):
    path = tmp_path / "file"
    with path.open("wb") as stream:
        stream.truncate(300 * 1024**2)
    began = time.monotonic()
    found = extract(path, "a.pdf", tmp_path / "work")
    assert (found.state, found.reason) == ("too-large", "too-large")
    assert time.monotonic() - began < 1
    assert not (tmp_path / "work").exists()


def test_a_very_long_text_is_cut_and_says_so(find):
    found = find(made.xlsx(A=[["một hai ba"]] * 5, B=[["bốn"]]), characters=30)
    assert (found.state, found.reason, found.pages) == (
        "read",
        "cut",
        ["A\nmột hai ba\nmột hai ba\nmột ha"],
    )


def test_reading_that_takes_too_long_is_given_up(find):
    row = "<row><c t='inlineStr'><is><t>chữ</t></is></c></row>"
    members = zipfile_members(made.xlsx(A=[["a"]]))
    sheet = members["xl/worksheets/sheet1.xml"].decode()
    rows = re.sub("<sheetData>.*</sheetData>", f"<sheetData>{row * 900_000}</sheetData>", sheet)
    began = time.monotonic()
    found = find(made.zipped(members | {"xl/worksheets/sheet1.xml": rows}), seconds=1)
    assert (found.state, found.reason) == ("failed", "too-slow")
    assert time.monotonic() - began < 30


def test_reading_that_takes_too_much_memory_is_given_up(find):
    stream = BytesIO()
    Image.new("RGBA", (6000, 6500)).save(stream, "PNG")
    found = find(stream.getvalue(), memory_bytes=300 * 1024**2)
    assert (found.state, found.reason) == ("failed", "too-much-memory")


def test_a_file_reads_no_other_file_of_the_machine(find, tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("bí mật của máy")
    entity = f'<!DOCTYPE d [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
    assert find(made.docx("trước &x; sau", entity=entity)).pages == ["trước"]


def test_the_reader_has_no_network(tmp_path):
    code = (
        "import socket, eduportal.extraction.limits as limits\n"
        "limits.leave_the_network()\n"
        "socket.create_connection(('127.0.0.1', PORT), 5)"
    )
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = str(server.getsockname()[1])
        done = subprocess.run(
            [sys.executable, "-c", code.replace("PORT", port)], capture_output=True, text=True
        )
    assert done.returncode == 1
    assert "PermissionError: no network while a file is read" in done.stderr


def test_passwords_of_the_readers_surroundings_are_not_handed_on(monkeypatch, tmp_path):
    monkeypatch.setenv("ADMIN_PASSWORD", "bi-mat")
    assert "bi-mat" not in environment(tmp_path).values()


def zipfile_members(content):
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def words(text):
    return set(re.findall(r"[^\W_]+", text))


@pytest.mark.parametrize(
    "content",
    [
        made.scan(LETTER),
        made.scan(LETTER, turned=90),
        made.picture(LETTER, "JPEG"),
        made.picture(LETTER, "TIFF"),
    ],
    ids=["pdf", "lying on its side", "jpeg", "tiff"],
)
def test_most_words_of_a_vietnamese_scan_are_recognised_with_their_marks(find, content):
    found = find(content)
    recognised = words(found.pages[0])
    assert (found.state, found.reason, found.recognised_pages, found.unread_pages) == (
        "read",
        "",
        [0],
        0,
    )
    assert len(words(LETTER) & recognised) / len(words(LETTER)) > 0.9


def test_of_a_mixed_file_only_the_scanned_pages_are_recognised(find):
    stamp = "Ký bởi: Sở Giáo dục và Đào tạo"
    first, last = "Công văn gửi các trường trong tỉnh", "Nơi nhận: như trên; lưu văn thư"
    found = find(made.joined(made.pdf(first), made.scan(LETTER), made.pdf(stamp), made.pdf(last)))
    assert (found.state, found.recognised_pages) == ("read", [1])
    assert [found.pages[index] for index in (0, 2, 3)] == [first, stamp, last]
    assert "Kính gửi: các trường tiểu học" in found.pages[1]


def test_without_the_tools_a_scan_says_so_and_a_mixed_file_keeps_its_text(find, monkeypatch):
    monkeypatch.setenv("PATH", "/nowhere")
    text = made.pdf("Công văn gửi các trường trong tỉnh")
    scan = find(made.scan(LETTER))
    assert (scan.state, scan.reason, scan.unread_pages) == ("empty", "no-recognition", 1)
    shutil.rmtree(Path(scan.pictures[0]).parent)
    mixed = find(made.joined(text, made.scan(LETTER)))
    assert (mixed.state, mixed.reason, mixed.unread_pages, mixed.pages) == (
        "read",
        "no-recognition",
        1,
        ["Công văn gửi các trường trong tỉnh", ""],
    )


def test_recognition_stops_in_time_and_keeps_the_rest(find):
    found = find(
        made.joined(made.pdf("Trang đầu có chữ"), made.scan(LETTER)), recognition_seconds=0.1
    )
    assert (found.state, found.reason, found.unread_pages, found.pages) == (
        "read",
        "recognition-stopped",
        1,
        ["Trang đầu có chữ", ""],
    )
    assert len(found.pictures) == 2


def test_the_first_twenty_pages_have_a_picture_a_thousand_pixels_wide(find):
    found = find(made.pdf(*(f"Trang {number}" for number in range(1, 24))))
    assert [Path(path).name for path in found.pictures] == [
        f"page-{number}.webp" for number in range(1, 21)
    ]
    with Image.open(found.pictures[19]) as drawn:
        assert (drawn.format, drawn.width, drawn.height) == ("WEBP", 1000, 1416)


def test_the_picture_of_a_scan_lying_on_its_side_stands_upright(find):
    found = find(made.scan(LETTER, turned=90))
    with Image.open(found.pictures[0]) as drawn:
        assert drawn.height > drawn.width


@pytest.mark.parametrize(
    ("name", "ending"), [("don.doc", "odt"), ("diem.xls", "ods"), ("bai.ppt", "odp")]
)
def test_old_office_files_are_read_where_libreoffice_is(find, name, ending, tmp_path):
    """Where it is not, the file says so: CI has none, and then this is what is tested."""
    office = shutil.which("soffice")
    if office is None:
        found = find(made.ole("WordDocument"), "don.doc")
        assert (found.state, found.reason) == ("unsupported", "no-converter")
        return
    newer = {
        "odt": made.odt("Đơn xin nghỉ học"),
        "ods": made.ods(Đơn=[["Đơn xin nghỉ học"]]),
        "odp": made.odp("Đơn xin nghỉ học"),
    }
    source = tmp_path / f"{name[:-4]}.{ending}"
    source.write_bytes(newer[ending])
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", name[-3:], "--outdir", tmp_path]
    subprocess.run([*command, source], check=True, capture_output=True)
    found = find((tmp_path / name).read_bytes(), name)
    assert (found.state, "Đơn xin nghỉ học" in "".join(found.pages)) == ("read", True)


def test_this_machine_recognises_vietnamese():
    """``make test`` installs the tools: without them half of these tests would test nothing."""
    assert recognition_present()
