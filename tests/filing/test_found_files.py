from eduportal.filing import Archive
from eduportal.filing import ArchiveError
from eduportal.filing import Folder
from eduportal.filing import archive as archive_module
import pytest
import unicodedata
import zipfile

NAME = "Công văn số 12.pdf"


def places(files, name):
    return sorted(found.place for found in files.find(name))


@pytest.fixture
def packed(tmp_path):
    """A ZIP of the given names and contents, opened."""

    def make(*entries, **options):
        path = tmp_path / "tep.zip"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as stream:
            for name, content in entries:
                stream.writestr(name, content)
        return Archive(path)

    return make


@pytest.mark.parametrize(
    "written",
    [
        NAME,
        "CÔNG VĂN SỐ 12.PDF",
        "cong van so 12.pdf",
        unicodedata.normalize("NFD", NAME),
        "công văn số 12",
        "./Công văn số 12.pdf",
        "2019\\Công văn số 12.pdf",
        "2019/cong van so 12.PDF",
    ],
)
def test_a_file_is_found_however_its_name_is_spelled(scans, packed, written):
    scans.write(f"2019/{unicodedata.normalize('NFD', NAME)}", b"x")
    assert places(Folder(scans.folder), written) == [
        unicodedata.normalize("NFD", f"2019/{NAME}").replace("2019", "2019")
    ]
    assert places(packed((f"2019/{NAME}", b"x")), written) == [f"2019/{NAME}"]


def test_a_longer_spelling_tells_two_files_apart(scans):
    for name in ("2019/a.pdf", "2020/a.pdf", "b.pdf", "B.PDF", "so.pdf", "sổ.pdf"):
        scans.write(name, b"x")
    folder = Folder(scans.folder)
    assert places(folder, "a.pdf") == ["2019/a.pdf", "2020/a.pdf"]
    assert places(folder, "2020/A.pdf") == ["2020/a.pdf"]
    assert places(folder, "B.PDF") == ["B.PDF"]
    assert places(folder, "Sổ.pdf") == ["so.pdf", "sổ.pdf"]
    assert places(folder, "sổ.pdf") == ["sổ.pdf"]


def test_nothing_outside_the_folder_is_found(scans, tmp_path):
    (tmp_path / "secret.txt").write_text("x")
    (scans.folder / "link.txt").symlink_to(tmp_path / "secret.txt")
    folder = Folder(scans.folder)
    for name in ("../secret.txt", "secret.txt", "link.txt", str(tmp_path / "secret.txt")):
        assert places(folder, name) == []


def test_an_archives_paths_are_never_written_to(packed, tmp_path):
    files = packed(("../../evil.pdf", b"evil"), ("/etc/evil2.pdf", b"evil"), ("a\\b.pdf", b"x"))
    [found] = files.find("evil.pdf")
    folder = tmp_path / "work"
    folder.mkdir()
    copy = files.copy(found, folder)
    assert (copy.parent, copy.read_bytes()) == (folder, b"evil")
    assert [path.name for path in tmp_path.parent.glob("evil*")] == []
    assert [one.place for one in files.find("b.pdf")] == ["a/b.pdf"]


def test_names_of_windows_and_of_macos_are_read(tmp_path):
    path = tmp_path / "tep.zip"
    with zipfile.ZipFile(path, "w") as stream:
        stream.writestr(zipfile.ZipInfo("MARK1"), b"1")
        stream.writestr("__MACOSX/._MARK1", b"")
    raw = path.read_bytes().replace(b"MARK1", "đ.pd".encode()[:5])
    path.write_bytes(raw)
    assert [one.name for one in Archive(path).find("d.pd")] == ["đ.pd"]


def test_an_archive_that_unpacks_to_too_much_is_refused(packed, monkeypatch):
    monkeypatch.setattr(archive_module, "LARGEST", 1000)
    with pytest.raises(ArchiveError) as refused:
        packed(("a.pdf", b"x" * 2000))
    assert "giải nén ra quá lớn" in refused.value.vi
    monkeypatch.undo()
    with pytest.raises(ArchiveError):
        packed(("a.pdf", bytes(20_000_000)))


def test_an_archive_with_a_password_or_a_lie_is_refused(tmp_path):
    for content in (b"no zip", b"PK\x03\x04 broken"):
        path = tmp_path / "a.zip"
        path.write_bytes(content)
        with pytest.raises(ArchiveError) as refused:
            Archive(path)
        assert refused.value.vi == "tệp ZIP bị hỏng hoặc không phải là tệp ZIP."
