"""The whole way: a scan sent over HTTP to a running instance is found by a word inside it."""

from tests.district import PASSWORD
from tests.fulltext import made
import base64
import pytest
import requests
import time

LETTER = "SỞ GIÁO DỤC VÀ ĐÀO TẠO TỈNH MẪU\n\nKế hoạch tổ chức Hội khỏe Phù Đổng\nnăm học 2025-2026"


@pytest.fixture
def session():
    made = requests.Session()
    made.auth = ("admin", PASSWORD)
    made.headers["Accept"] = "application/json"
    return made


def upload(session, portal, content, name):
    data = {"data": base64.b64encode(content).decode(), "encoding": "base64", "filename": name}
    answer = session.post(
        f"{portal}/vi/tin-tuc-su-kien", json={"@type": "File", "title": name, "file": data}
    )
    assert answer.status_code == 201, answer.text
    return answer.json()


def hits(session, portal, words):
    found = session.get(f"{portal}/@search", params={"SearchableText": words}).json()
    return [item["title"] for item in found["items"]]


def test_a_running_instance_reads_what_is_sent_to_it(district, session):
    unit_id = district.json("units", "list")[0]["id"]
    portal = f"{district.url}/{unit_id}"
    upload(session, portal, made.scan(LETTER), "ke-hoach.pdf")
    upload(session, portal, made.locked_pdf(), "khoa.pdf")
    deadline = time.monotonic() + 120
    while not hits(session, portal, '"hội khỏe phù đổng"') and time.monotonic() < deadline:
        time.sleep(0.5)
    found = hits(session, portal, '"hội khỏe phù đổng"')
    log = (district.var / "log" / "reading.log").read_text()

    assert found == ["ke-hoach.pdf"], log
    listed = district.json("files", "list", "--unit", unit_id)
    assert [
        (one["path"].rpartition("/")[2], one["state"], one["recognised"]) for one in listed
    ] == [
        ("ke-hoach.pdf", "read", True),
        ("khoa.pdf", "encrypted", False),
    ]
    locked = district.json("files", "list", "--unit", unit_id, "--state", "encrypted")
    assert [(one["reason"], one["pages"]) for one in locked] == [("encrypted", 0)]
    assert not (district.var / "reading" / unit_id).exists()
