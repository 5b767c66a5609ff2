"""The result of a search to take away: CSV, XLSX and RSS."""

from DateTime import DateTime
from datetime import datetime
from datetime import timedelta
from eduportal import sections
from email.utils import parsedate_to_datetime
from io import BytesIO
from lxml import etree
from openpyxl import load_workbook
import csv
import io
import pytest
import transaction

HEAD = [
    "STT",
    "Số, ký hiệu",
    "Hình thức văn bản",
    "Trích yếu",
    "Cơ quan ban hành",
    "Người ký",
    "Ngày ban hành",
    "Ngày có hiệu lực",
    "Ngày hết hiệu lực",
    "Hiệu lực",
    "Lĩnh vực",
    "Địa chỉ",
]
RECORDS = (
    {
        "title": '=HYPERLINK("http://mau.vn";"Bấm")',
        "number": "-1/2024/TT-MAU",
        "kind": "thong-tu",
        "issuer": "@Bộ Mẫu",
        "signer": "+84 Nguyễn Văn An",
        "subject_areas": ["Y tế trường học", "Giáo dục tiểu học"],
        "issued_on": "2024-03-15",
        "effective_on": "2024-05-01",
        "expires_on": "2099-01-01",
    },
    {"title": "Thư ngỏ, không số", "kind": "thu-cong"},
)


@pytest.fixture
def register(rest):
    for record in RECORDS:
        answer = rest.add("document-register", **{"@type": "OfficialDocument"} | record)
        assert answer.status_code == 201, answer.text
        rest.publish(answer.json()["@id"])
    return rest


def taken(register, form, **asked):
    address = f"{register.address('document-register')}/@@register-export"
    answer = register.page(address, format=form, **asked)
    assert answer.status_code == 200
    assert answer.headers["X-Robots-Tag"] == "noindex, nofollow"
    return answer


def test_csv_has_quoted_formulas_and_vietnamese_dates(register):
    place = register.address("document-register")
    answer = taken(register, "csv")
    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert answer.content.startswith(b"\xef\xbb\xbf")
    lines = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert lines == [
        HEAD,
        [
            "1",
            "'-1/2024/TT-MAU",
            "Thông tư",
            '\'=HYPERLINK("http://mau.vn";"Bấm")',
            "'@Bộ Mẫu",
            "'+84 Nguyễn Văn An",
            "15/03/2024",
            "01/05/2024",
            "01/01/2099",
            "Còn hiệu lực",
            "Giáo dục tiểu học; Y tế trường học",
            f"{place}/1-2024-tt-mau",
        ],
        ["2", "", "Thư công", "Thư ngỏ, không số", *[""] * 5, lines[2][9], "", lines[2][11]],
    ]


def test_xlsx_has_real_dates_and_no_formula(register):
    answer = taken(register, "xlsx")
    sheet = load_workbook(BytesIO(answer.content)).active
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert rows[0] == HEAD
    assert rows[1][:9] == [
        1,
        "-1/2024/TT-MAU",
        "Thông tư",
        '=HYPERLINK("http://mau.vn";"Bấm")',
        "@Bộ Mẫu",
        "+84 Nguyễn Văn An",
        datetime(2024, 3, 15),
        datetime(2024, 5, 1),
        datetime(2099, 1, 1),
    ]
    assert [cell.data_type for cell in sheet[2]][:9] == ["n", *["s"] * 5, *["d"] * 3]
    assert [cell.number_format for cell in sheet[2]][6] == "dd/mm/yyyy"
    assert sheet["D2"].quotePrefix is True


def test_a_search_is_taken_away_whole_and_alone(register):
    lines = taken(register, "csv", kind="thong-tu", b_size="1", b_start="7").text.splitlines()
    assert len(lines) == 2
    assert taken(register, "csv", q="ngo").text.splitlines()[1].startswith("1,,Thư công")


def test_too_many_rows_end_with_a_note(register, monkeypatch):
    monkeypatch.setattr("eduportal.register.export.MOST_ROWS", 1)
    lines = taken(register, "csv").text.splitlines()
    assert len(lines) == 3
    assert "1" in lines[2]


def test_the_feed_is_valid_and_never_repeats_the_search(register):
    place = register.address("document-register")
    answer = register.page(f"{place}/@@register.rss", q="ngỏ", signer="")
    assert answer.headers["Content-Type"] == "application/rss+xml; charset=utf-8"
    assert answer.headers["X-Robots-Tag"] == "noindex, nofollow"
    channel = etree.fromstring(answer.content).find("channel")
    told = {one.tag: one.text for one in channel if one.tag != "item"}
    assert told == {
        "title": "Văn bản – Trường Tiểu học Hoa Sen (mẫu)",
        "link": place,
        "description": told["description"],
        "language": "vi",
        "lastBuildDate": channel.find("item/pubDate").text,
    }
    (item,) = channel.findall("item")
    found = {one.tag: one.text for one in item}
    assert (found["title"], found["link"]) == (
        "Thư ngỏ, không số",
        f"{place}/thu-ngo-khong-so",
    )
    assert parsedate_to_datetime(found["pubDate"]).utcoffset() == timedelta(hours=7)
    assert "ngỏ" not in etree.tostring(channel.find("description"), encoding="unicode")


def test_a_feed_shows_first_what_was_published_last(register):
    place = register.address("document-register")
    transaction.begin()
    circular = sections.find("document-register")["1-2024-tt-mau"]
    circular.effective_date = DateTime() - 7
    circular.reindexObject()
    transaction.commit()
    feed = etree.fromstring(register.page(f"{place}/@@register.rss").content)
    titles = [one.text for one in feed.findall("channel/item/title")]
    assert titles == [
        "Thư ngỏ, không số",
        '-1/2024/TT-MAU – =HYPERLINK("http://mau.vn";"Bấm")',
    ]
    nothing = register.page(f"{place}/@@register.rss", kind="casino")
    assert "casino" not in nothing.text
    assert etree.fromstring(nothing.content).findall("channel/item") == []
