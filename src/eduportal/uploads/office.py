"""Word, OpenDocument and Excel files: ZIP archives of XML, looked through before they are kept.

They stay byte for byte; one with something in it that runs, loads or unfolds is refused.
"""

from eduportal.uploads import refusals
from io import BytesIO
from xml.parsers import expat
import re
import zipfile
import zlib

MOST_ENTRIES = 2000
MOST_UNPACKED = 100 * 1024**2
MOST_XML = 24 * 1024**2
MOST_RATIO = 200
"""Text of an office file packs 5 to 20 times, empty tables up to 100 times."""
SMALL = 1024**2
"""What unpacks to less than this may pack as well as it likes."""
PART = 1024**2
ACTIVE_PARTS = re.compile(
    r"(^|/)(vbaproject|vbadata)[^/]*$"
    r"|(^|/)(activex|embeddings|externallinks|ctrlprops|macrosheets|dialogsheets|customui)/"
    r"|^(basic|scripts)/"
    r"|(^|/)oleobject[^/]*\.bin$",
    re.IGNORECASE,
)
ACTIVE_TYPES = re.compile(rb"macroEnabled|vbaProject|ms-office\.activeX|oleObject")
HARMLESS_LINKS = ("/hyperlink",)
ACTIVE_ELEMENTS = re.compile(
    r"(^|:)(script|event-listener|dde-source|ddelink|olelink|applet|plugin)$"
)
DDE = re.compile(r"\bDDE(AUTO)?\b", re.IGNORECASE)
FETCHED = re.compile(r"^\s*(https?|ftp|file|smb)?:?(//|\\\\)", re.IGNORECASE)
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError)


class _Active(Exception):
    """Something in a part of the file would run or load something."""


def checked(data: bytes, name: str) -> bytes:
    """The same bytes. Raises UploadRefused."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            _look_at_list(archive, name)
            for entry in archive.infolist():
                _look_at_part(archive, entry, name)
    except refusals.UploadRefused:
        raise
    except (_Active, expat.ExpatError) as error:
        wrong = refusals.active if isinstance(error, _Active) else refusals.damaged
        raise wrong(name) from None
    except (*BROKEN, RuntimeError):
        raise refusals.damaged(name) from None
    return data


def _look_at_list(archive: zipfile.ZipFile, name: str) -> None:
    entries = archive.infolist()
    names = [entry.filename for entry in entries]
    if any(entry.flag_bits & 0x1 for entry in entries):
        raise refusals.locked(name)
    if len(entries) > MOST_ENTRIES or sum(one.file_size for one in entries) > MOST_UNPACKED:
        raise refusals.too_complex(name)
    if any(one.file_size > max(SMALL, MOST_RATIO * one.compress_size) for one in entries):
        raise refusals.too_complex(name)
    if len(set(map(str.lower, names))) < len(names) or any(map(_leads_out, names)):
        raise refusals.damaged(name)
    if any(ACTIVE_PARTS.search(one) for one in names):
        raise refusals.active(name)


def _leads_out(name: str) -> bool:
    return name.startswith("/") or "\\" in name or ".." in name.split("/") or ":" in name


def _look_at_part(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str) -> None:
    """Unpack it to its end: a length that lies or a checksum that is wrong shows there."""
    is_xml = entry.filename.lower().endswith((".xml", ".rels", ".rdf", ".vml"))
    if is_xml and entry.file_size > MOST_XML:
        raise refusals.too_complex(name)
    if is_xml and entry.file_size:
        _Part(archive.read(entry))
        return
    with archive.open(entry) as stream:
        while stream.read(PART):
            pass


class _Part:
    """One XML file, read from end to end. Raises _Active and ExpatError."""

    def __init__(self, data: bytes) -> None:
        if ACTIVE_TYPES.search(data):
            raise _Active
        self._field = False
        self._instructions: list[str] = []
        reader = expat.ParserCreate()
        reader.StartDoctypeDeclHandler = self._doctype
        reader.StartElementHandler = self._start
        reader.EndElementHandler = self._end
        reader.CharacterDataHandler = self._text
        reader.Parse(data, True)
        if DDE.search("".join(self._instructions)):
            raise _Active

    def _doctype(self, *_args) -> None:
        """No office program writes one; entities need one."""
        raise _Active

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if ACTIVE_ELEMENTS.search(name):
            raise _Active
        self._field = name.endswith(":instrText")
        if name.endswith(":fldSimple"):
            self._instructions.append(next(iter(attributes.values()), ""))
        kind = attributes.get("Type", "")
        if attributes.get("TargetMode") == "External" and not kind.endswith(HARMLESS_LINKS):
            raise _Active
        loads = name.startswith("draw:") and name != "draw:a"
        if loads and FETCHED.match(attributes.get("xlink:href", "")):
            raise _Active

    def _end(self, name: str) -> None:
        self._field = False

    def _text(self, text: str) -> None:
        if self._field:
            self._instructions.append(text)
