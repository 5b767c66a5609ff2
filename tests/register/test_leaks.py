"""What a visitor may not see is in no channel and moves no count; who may see it finds it."""

from eduportal import fulltext
from io import BytesIO
from lxml import html
from openpyxl import load_workbook
import base64
import pytest
import requests
import transaction

READER = ("nguoi.doc", "mat khau rat dai")
PUBLIC = {
    "title": "Văn bản công khai cho mọi người",
    "number": "1/2024/TT-MAU",
    "kind": "thong-tu",
    "issuer": "Bộ Giáo dục và Đào tạo",
    "signer": "Nguyễn Văn An",
    "subject_areas": ["Giáo dục tiểu học"],
    "issued_on": "2024-01-15",
}


def text_file(words):
    data = base64.b64encode(words.encode()).decode()
    return {
        "filename": "noi-dung.txt",
        "content-type": "text/plain",
        "data": data,
        "encoding": "base64",
    }


def secret(name, year):
    """A record in which everything could give it away."""
    return {
        "title": f"Kinhmat{year} văn bản công khai {name}",
        "number": f"{year}/QĐ-KIN",
        "kind": {2011: "luat", 2012: "phap-lenh", 2013: "nghi-quyet"}[year],
        "issuer": f"Cơ quan kín {year}",
        "signer": f"Người kín {year}",
        "subject_areas": ["Giáo dục tiểu học", f"Lĩnh vực kín {year}"],
        "issued_on": f"{year}-05-05",
        "attachments": [text_file(f"Trong tệp có chữ baomat{year} rất lạ")],
    }


@pytest.fixture
def register(rest):
    """A public record with a file, so that there is something to see."""
    record = {**PUBLIC, "attachments": [text_file("Trong tệp có chữ hoaphuong rất lạ")]}
    _file(rest, record, "publish")
    rest.portal.acl_users.userFolderAddUser(*READER, ["Member"], [])
    transaction.commit()
    _read(rest)
    rest.reader = requests.Session()
    rest.reader.auth = READER
    return rest


def _file(rest, record, *transitions):
    answer = rest.add("document-register", **{"@type": "OfficialDocument"}, **record)
    assert answer.status_code == 201, answer.text
    for transition in transitions:
        address = f"{answer.json()['@id']}/@workflow/{transition}"
        done = rest.json("POST", address, comment="Không còn cần")
        assert done.status_code == 200, done.text
    return answer.json()


def _read(rest):
    transaction.begin()
    fulltext.read_waiting(rest.portal)
    transaction.commit()


def hide(register):
    """A draft, one shared with a single reader, one that was published and withdrawn."""
    drafted = _file(register, secret("nháp", 2011))
    shared = _file(register, secret("riêng", 2012))
    _file(register, secret("gỡ", 2013), "publish", "withdraw")
    entry = {"id": READER[0], "type": "user", "roles": {"Reader": True}}
    shared_now = register.json("POST", f"{shared['@id']}/@sharing", entries=[entry])
    assert shared_now.status_code == 204, shared_now.text
    _read(register)
    return drafted


ASKED = (
    {},
    {"q": "công khai"},
    {"q": "văn bản"},
    {"q": "Kinhmat2011"},
    {"q": "kinhmat2012"},
    {"q": "kinhmatt2013"},
    {"q": "baomat2011"},
    {"q": "baomat2012"},
    {"q": "baomat20"},
    {"q": "2012/QĐ-KIN"},
    {"kind": "luat"},
    {"issuer": "Cơ quan kín 2012"},
    {"signer": "Người kín 2013"},
    {"area": "Lĩnh vực kín 2011"},
    {"area": "Giáo dục tiểu học"},
    {"year": "2012"},
    {"from": "2010-01-01", "to": "2014-01-01"},
    {"validity": "in-force"},
    {"sort": "number"},
)


def channels(register, user):
    """Everything a person gets, over every channel, for every question."""
    place = register.address("document-register")
    got = {}
    for at, asked in enumerate(ASKED):
        for view in ("", "/@@register.rss", "/@@register-export"):
            answer = user.get(f"{place}{view}", params=asked)
            assert answer.status_code == 200
            body = html.fromstring(answer.content).xpath("//main") if not view else None
            got[at, view] = html.tostring(body[0]) if body else answer.content
        answer = user.get(f"{place}/@documents", params=asked, headers=JSON)
        got[at, "rest"] = answer.json()
        english = register.address("document-register", "en")
        got[at, "english"] = user.get(f"{english}/@documents", params=asked, headers=JSON).json()
    sheet = user.get(f"{place}/@@register-export", params={"format": "xlsx"}).content
    cells = load_workbook(BytesIO(sheet)).active.iter_rows(values_only=True)
    return got | {("xlsx",): list(cells)}


JSON = {"Accept": "application/json"}


def test_hidden_records_change_nothing_that_a_visitor_gets(register):
    before = channels(register, register.visitor)
    assert before[0, "rest"]["total"] == 1
    drafted = hide(register)
    after = channels(register, register.visitor)
    changed = {key for key in before if before[key] != after[key]}
    assert changed == set()

    addresses = [drafted["@id"], f"{drafted['attachments'][0]['@id']}/@@download/file"]
    closed = [register.visitor.get(one, headers=JSON).status_code for one in addresses]
    assert closed == [401, 401]


def test_who_may_see_them_finds_and_counts_them(register):
    hide(register)
    place = register.address("document-register")

    def ask(user, **asked):
        return user.get(f"{place}/@documents", params=asked, headers=JSON).json()

    everything, reader = ask(register.manager), ask(register.reader)
    assert (everything["total"], reader["total"]) == (4, 2)
    years = [one["value"] for one in reader["facets"]["year"]]
    assert years == ["2024", "2012"]
    assert [one["value"] for one in reader["facets"]["kind"]] == ["phap-lenh", "thong-tu"]
    (found,) = ask(register.reader, q="baomat2012")["items"]
    assert found["snippet"] == "Trong tệp có chữ <mark>baomat2012</mark> rất lạ"
    assert ask(register.reader, q="baomat2011")["total"] == 0
    assert ask(register.manager, q="baomat2011", signer="Người kín 2011")["total"] == 1
    rows = register.reader.get(f"{place}/@@register-export").text.splitlines()
    assert len(rows) == 3


def test_a_visitor_finds_the_place_in_a_public_file(register):
    place = register.address("document-register")
    page = html.fromstring(register.page(place, q="hoa phuong").content)
    assert page.xpath("//span[@class='register-snippet']") == []
    page = html.fromstring(register.page(place, q="chu hoaphuong").content)
    (line,) = page.xpath("//span[@class='register-snippet']")
    assert line.text_content() == "Trong tệp có chữ hoaphuong rất lạ"
    assert [mark.text for mark in line.xpath("mark")] == ["chữ", "hoaphuong"]


def test_a_word_of_the_title_needs_no_line_of_the_file(register):
    found = register.page(register.address("document-register"), q="mọi người")
    assert "register-snippet" not in found.text


def test_no_cache_keeps_what_somebody_signed_in_is_shown(register):
    place = register.address("document-register")
    kept = {
        (user is register.reader, view): user.get(
            f"{place}{view}", params={"q": "khai"}, headers=JSON if view == "/@documents" else {}
        ).headers.get("Cache-Control")
        for user in (register.visitor, register.reader)
        for view in ("", "/@@register.rss", "/@@register-export", "/@documents")
    }
    asked_again = {(False, ""): "max-age=0, must-revalidate"}
    assert (
        kept
        == {(mine, view): "private, no-store" if mine else None for mine, view in kept}
        | asked_again
    )


def test_bytes_that_are_no_letters_are_searched_for_like_nothing(register):
    place = register.address("document-register")
    answer = register.visitor.get(f"{place}/@documents?q=%ff%fe%ED%A0%80", headers=JSON)
    assert (answer.status_code, answer.json()["total"]) == (200, 1)
