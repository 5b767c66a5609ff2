"""Files as visitors send them, good and bad; each function returns bytes."""

from io import BytesIO
from PIL import Image
from pillow_heif import register_heif_opener
import openpyxl
import pikepdf
import zipfile

register_heif_opener()
GPS = 0x8825
TURNED_BY = 0x0112
LYING_ON_ITS_SIDE = 6
EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"


def photo(width=1200, height=900, kind="JPEG", turned=0, **options) -> bytes:
    """A camera's picture that says where it was taken; red on the left, blue on the right."""
    picture = Image.new("RGB", (width, height), "red")
    picture.paste("blue", (width // 2, 0, width, height))
    exif = picture.getexif()
    exif[0x010F] = "Camera"
    exif.get_ifd(GPS)[1] = "N"
    exif.get_ifd(GPS)[2] = (21.0, 2.0, 10.0)
    if turned:
        exif[TURNED_BY] = turned
    out = BytesIO()
    picture.save(out, kind, exif=exif.tobytes(), **options)
    return out.getvalue()


def pdf(change=lambda document: None, **options) -> bytes:
    """A PDF of one page; ``change`` gets the open document."""
    document = pikepdf.new()
    document.add_blank_page()
    change(document)
    out = BytesIO()
    document.save(out, **options)
    return out.getvalue()


def word(*parts: tuple[str, bytes], replace: dict[str, bytes] | None = None) -> bytes:
    """A Word file with more parts than it should have, or with other ones."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("[Content_Types].xml", '<Types xmlns="urn:types"/>')
        archive.writestr("word/document.xml", '<w:document xmlns:w="urn:w"/>')
    return with_parts(out.getvalue(), *parts, replace=replace)


def workbook() -> bytes:
    out = BytesIO()
    book = openpyxl.Workbook()
    book.active.append(["Họ và tên", "Ngày sinh"])
    book.save(out)
    return out.getvalue()


def open_document(*parts: tuple[str, bytes]) -> bytes:
    office = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    content = f"<office:document-content {office}><office:body/></office:document-content>"
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", content)
        for name, data in parts:
            archive.writestr(name, data)
    return out.getvalue()


def with_parts(data: bytes, *parts, replace: dict[str, bytes] | None = None) -> bytes:
    out = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(data)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            new.writestr(name, (replace or {}).get(name, old.read(name)))
        for name, part in parts:
            new.writestr(name, part)
    return out.getvalue()
