"""Parts put into an archive in the order given, without a clock."""

from io import BytesIO
from zipfile import ZIP_DEFLATED
from zipfile import ZIP_STORED
from zipfile import ZipFile
from zipfile import ZipInfo

MOMENT = (2026, 1, 1, 0, 0, 0)
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def pack(parts: dict[str, str]) -> bytes:
    """XML parts by name; ``mimetype``, which is none, is stored as it is."""
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        for name, text in parts.items():
            plain = name == "mimetype"
            info = ZipInfo(name, MOMENT)
            info.compress_type = ZIP_STORED if plain else ZIP_DEFLATED
            archive.writestr(info, text if plain else DECLARATION + text)
    return out.getvalue()
