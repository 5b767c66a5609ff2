"""Which kind of file it is: by what it holds. Its name and what the browser says do not count."""

from io import BytesIO
import zipfile

JPEG = b"\xff\xd8\xff"
PNG = b"\x89PNG\r\n\x1a\n"
HEIF_BRANDS = (b"heic", b"heix", b"heim", b"heis", b"mif1", b"hevc")
ODT = b"application/vnd.oasis.opendocument.text"
PARTS = {"word/document.xml": "docx", "xl/workbook.xml": "xlsx"}
TYPES = {
    "pdf": "application/pdf",
    "jpg": "image/jpeg",
    "png": "image/png",
    "heic": "image/heic",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "odt": "application/vnd.oasis.opendocument.text",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
PICTURES = ("jpg", "png", "heic")


def kind_of(data: bytes) -> str:
    """A key of ``TYPES``, or "" for anything else, a damaged ZIP file included."""
    if data.startswith(b"%PDF-"):
        return "pdf"
    if data.startswith(JPEG):
        return "jpg"
    if data.startswith(PNG):
        return "png"
    if data[4:8] == b"ftyp" and any(brand in data[8:40] for brand in HEIF_BRANDS):
        return "heic"
    if data.startswith(b"PK\x03\x04"):
        return _kind_of_zip(data)
    return ""


def _kind_of_zip(data: bytes) -> str:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = set(archive.namelist())
            if "mimetype" in names and archive.getinfo("mimetype").file_size < 100:
                return "odt" if archive.read("mimetype") == ODT else ""
    except (zipfile.BadZipFile, OSError, NotImplementedError, RuntimeError, ValueError, EOFError):
        return ""
    if "[Content_Types].xml" not in names:
        return ""
    return next((kind for part, kind in PARTS.items() if part in names), "")
