"""DOCX and ODT as what they are, archives of XML; opened with limits, written anew.

Refused: bombs, entities, macros, embedded objects, and whatever would make a word processor fetch
something when the file is opened. So a template, and what is rendered from it, is plain text,
pictures and layout.
"""

from dataclasses import dataclass
from eduportal.content_types.form_template import refusals
from io import BytesIO
from lxml import etree
from typing import Literal
from zipfile import ZIP_DEFLATED
from zipfile import ZIP_STORED
from zipfile import BadZipFile
from zipfile import ZipFile
from zipfile import ZipInfo
import re
import zlib

MOST_BYTES = 5_000_000
MOST_UNPACKED = 40_000_000
MOST_PARTS = 500
ODT_TYPE = "application/vnd.oasis.opendocument.text"
WORD_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
WORD_TEXT = ("document.main+xml", "header+xml", "footer+xml", "footnotes+xml", "endnotes+xml")
CONTENT_TYPES = "[Content_Types].xml"
ACTIVE = re.compile(
    r"vbaproject|vbadata|/embeddings/|/activex|/ctrlprops/|oleobject|^basic/|^scripts/|^object ?\d"
    r"|afchunk",
    re.IGNORECASE,
)
FETCHING_FIELDS = re.compile(r"\b(DDE|DDEAUTO|INCLUDEPICTURE|INCLUDETEXT|IMPORT|LINK)\b", re.I)
PLAIN_LINK = re.compile(r"(https?://|mailto:)", re.IGNORECASE)
MOMENT = (2026, 1, 1, 0, 0, 0)
"""A rendered file carries no clock: the same values make the same bytes."""

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
XLINK_HREF = "{http://www.w3.org/1999/xlink}href"
ODT_ACTIVE = ("scripts", "event-listeners", "object", "object-ole", "applet", "plugin")


@dataclass
class Archive:
    """``parts`` as they came; ``texts`` are the parsed ones that people read, the body first."""

    kind: Literal["docx", "odt"]
    parts: dict[str, bytes]
    texts: dict[str, etree._Element]

    def pack(self) -> bytes:
        """The archive with what ``texts`` hold by now."""
        out = BytesIO()
        with ZipFile(out, "w", ZIP_DEFLATED) as archive:
            for name, data in self.parts.items():
                info = ZipInfo(name, MOMENT)
                # ODF 1.3, 2.2.4: "mimetype" comes first and is not compressed
                info.compress_type = ZIP_STORED if name == "mimetype" else ZIP_DEFLATED
                if name in self.texts:
                    data = etree.tostring(
                        self.texts[name], xml_declaration=True, encoding="UTF-8", standalone=True
                    )
                archive.writestr(info, data)
        return out.getvalue()


def open_archive(data: bytes) -> Archive:
    """``data`` as an archive; raises ``TemplateRefused`` where it is not to be trusted."""
    if len(data) > MOST_BYTES:
        raise refusals.too_large()
    parts = _unpack(data)
    for name in parts:
        if ACTIVE.search(name):
            raise refusals.active(name)
    if parts.get("mimetype", b"").strip() == ODT_TYPE.encode():
        return _open_odt({"mimetype": parts["mimetype"], **parts})
    if CONTENT_TYPES in parts:
        return _open_docx(parts)
    raise refusals.not_an_office_file()


def _unpack(data: bytes) -> dict[str, bytes]:
    try:
        with ZipFile(BytesIO(data)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            # what a bomb announces; ``read`` fails where the announcement was a lie
            if len(entries) > MOST_PARTS or sum(e.file_size for e in entries) > MOST_UNPACKED:
                raise refusals.too_large()
            return {entry.filename: archive.read(entry) for entry in entries}
    except (BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError, ValueError) as why:
        if isinstance(why, refusals.TemplateRefused):
            raise
        raise refusals.not_an_office_file() from why


def parse(name: str, data: bytes) -> etree._Element:
    """One part; without entities, which no word processor writes."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as why:
        raise refusals.damaged(name) from why
    if root.getroottree().docinfo.internalDTD is not None:
        raise refusals.damaged(name)
    return root


def _open_docx(parts: dict[str, bytes]) -> Archive:
    texts = {}
    main = False
    for override in parse(CONTENT_TYPES, parts[CONTENT_TYPES]):
        content_type = override.get("ContentType", "")
        name = override.get("PartName", "").lstrip("/")
        if "macroEnabled" in content_type or "vbaProject" in content_type:
            raise refusals.active(name or content_type)
        main = main or content_type == WORD_MAIN
        if content_type.endswith(WORD_TEXT) and name in parts:
            texts[name] = parse(name, parts[name])
    if not main or not texts:
        raise refusals.not_an_office_file()
    for name, data in parts.items():
        if name.endswith(".rels"):
            _refuse_fetching_relations(parse(name, data))
    for name, root in texts.items():
        for field in (*root.iter(f"{W}instrText"), *root.iter(f"{W}fldSimple")):
            said = field.text or field.get(f"{W}instr") or ""
            if FETCHING_FIELDS.search(said):
                raise refusals.fetches(said.strip())
        if next(root.iter(f"{W}altChunk", f"{W}object"), None) is not None:
            raise refusals.active(name)
    body_first = sorted(texts, key=lambda name: "document" not in name.rpartition("/")[2])
    return Archive("docx", parts, {name: texts[name] for name in body_first})


def _refuse_fetching_relations(root: etree._Element) -> None:
    for relation in root:
        target = relation.get("Target", "")
        kind = relation.get("Type", "").rpartition("/")[2]
        if kind in ("oleObject", "package", "control", "vbaProject", "aFChunk"):
            raise refusals.active(target)
        outside = relation.get("TargetMode") == "External" or "://" in target
        if outside and not (kind == "hyperlink" and PLAIN_LINK.match(target)):
            raise refusals.fetches(target)


def _open_odt(parts: dict[str, bytes]) -> Archive:
    if "content.xml" not in parts:
        raise refusals.damaged("content.xml")
    if b"encryption-data" in parts.get("META-INF/manifest.xml", b""):
        raise refusals.not_an_office_file()
    texts = {}
    for name in ("content.xml", "styles.xml"):
        if name not in parts:
            continue
        texts[name] = root = parse(name, parts[name])
        for element in root.iter(etree.Element):
            tag = etree.QName(element).localname
            if tag in ODT_ACTIVE and (len(element) or element.attrib):
                raise refusals.active(tag)
            address = element.get(XLINK_HREF, "")
            if tag == "a" and (PLAIN_LINK.match(address) or address.startswith("#")):
                continue
            if address and address.lstrip("./") not in parts and not address.startswith("#"):
                raise refusals.fetches(address)
    return Archive("odt", parts, texts)
