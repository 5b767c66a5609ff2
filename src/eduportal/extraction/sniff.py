"""Which kind of file it is: by what it holds; its name counts only for plain text."""

from pathlib import Path
import re
import zipfile

STARTS = (
    (b"\xff\xd8\xff", "picture"),
    (b"\x89PNG\r\n\x1a\n", "picture"),
    (b"II*\x00", "picture"),
    (b"MM\x00*", "picture"),
    (b"{\\rtf", "rtf"),
)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# Names in the directory of an OLE file, in the order they are asked for.
STREAMS = (
    ("EncryptedPackage", "encrypted"),
    ("WordDocument", "doc"),
    ("Workbook", "xls"),
    ("Book", "xls"),
    ("PowerPoint Document", "ppt"),
)
FOLDERS = (("word/", "docx"), ("xl/", "xlsx"), ("ppt/", "pptx"))
ODF = "application/vnd.oasis.opendocument."
TEXT_ENDINGS = (".txt", ".csv", ".tsv", ".md", "")
HTML = re.compile(
    rb"\s*(<!--.*?-->\s*|<\?xml[^>]*>\s*)*<(!doctype\s+html|html|head|body)\b", re.S | re.I
)


def kind_of(path: Path, filename: str) -> str:
    """``pdf``, ``docx``, ``odf``, ``xlsx``, ``pptx``, ``rtf``, ``html``, ``plain``, ``picture``,
    ``doc``, ``xls``, ``ppt``, ``encrypted``, ``damaged-zip``; "" for anything else."""
    with path.open("rb") as stream:
        head = stream.read(4096)
    if b"%PDF-" in head[:1024]:
        return "pdf"
    for start, kind in STARTS:
        if head.startswith(start):
            return kind
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "picture"
    if head.startswith(b"PK\x03\x04"):
        return _kind_of_zip(path)
    if head.startswith(OLE):
        return _kind_of_ole(path)
    if HTML.match(head.removeprefix(b"\xef\xbb\xbf")):
        return "html"
    return "plain" if _ending(filename) in TEXT_ENDINGS and _textual(head) else ""


def _kind_of_zip(path: Path) -> str:
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
            if "mimetype" in names:
                with archive.open("mimetype") as stream:
                    return (
                        "odf" if stream.read(100).decode("ascii", "replace").startswith(ODF) else ""
                    )
    except (zipfile.BadZipFile, OSError, NotImplementedError, RuntimeError, ValueError):
        return "damaged-zip"
    for folder, kind in FOLDERS:
        if "[Content_Types].xml" in names and any(name.startswith(folder) for name in names):
            return kind
    return ""


def _kind_of_ole(path: Path) -> str:
    content = path.read_bytes()
    for name, kind in STREAMS:
        if name.encode("utf-16-le") + b"\x00\x00" in content:
            return kind
    return ""


def _ending(filename: str) -> str:
    return Path(filename.lower()).suffix


def _textual(head: bytes) -> bool:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    return bool(head.strip()) and not re.search(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]", head)
