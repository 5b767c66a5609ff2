from eduportal.content_types.official_document.official_document import IOfficialDocument
from eduportal.content_types.official_document.relations import RELATIONS
from eduportal.filing.columns import columns
from eduportal.filing.columns import spreadsheet
from pathlib import Path
import pytest
import re

PAGE = (Path(__file__).parents[2] / "docs" / "filing.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("heading", "token"),
    [
        ("Số, ký hiệu", "number"),
        ("SỐ KÍ HIỆU", "number"),
        ("so/ky hieu", "number"),
        ("Ngày, tháng, năm ban hành", "issued_on"),
        ("Loại văn bản", "kind"),
        ("Cơ quan ban hành", "issuer"),
        ("Trích yếu nội dung", "title"),
        ("V/v", "title"),
        ("Người ký:", "signer"),
        ("Tệp đính kèm", "files"),
        ("Tên file", "files"),
        ("Lĩnh vực", "areas"),
        ("Nơi nhận", "addressees"),
        ("Thay thế", "replaces"),
        ("Subject", "title"),
        ("Tình hình", None),
    ],
)
def test_offices_own_headings_are_understood(heading, token):
    assert spreadsheet().column_of(heading) == token


def test_every_column_of_a_field_names_a_field_of_the_record():
    fields = {column.field for column in columns()} - {"", "attachments"}
    assert fields == set(IOfficialDocument.names())
    assert [relation.token for relation in RELATIONS] == [
        column.token for column in columns() if column.value == "documents"
    ]


def test_no_heading_stands_for_two_columns():
    written = [
        (spreadsheet().column_of(heading), column.token)
        for column in columns()
        for heading in (column.token, column.vi, column.en, *column.aliases)
    ]
    assert [pair for pair in written if pair[0] != pair[1]] == []


def test_every_column_stands_on_the_page():
    rows = re.findall(r"^\| `(\w+)` \| ([^|]+) \| ([^|]+) \|", PAGE, re.MULTILINE)
    assert [(token, vi.strip(), en.strip()) for token, vi, en in rows] == [
        (column.token, column.vi, column.en) for column in columns()
    ]
