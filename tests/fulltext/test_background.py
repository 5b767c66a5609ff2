"""The whole way: a scan sent over HTTP to a running instance is found by a word inside it."""

from tests.district import PASSWORD
from tests.fulltext import made
import base64
import pytest
import requests
import time

UNIT = "so-mau"
LETTER = "SỞ GIÁO DỤC VÀ ĐÀO TẠO TỈNH MẪU\n\nKế hoạch tổ chức Hội khỏe Phù Đổng\nnăm học 2025-2026"


@pytest.fixture
def session():
    made = requests.Session()
    made.auth = ("admin", PASSWORD)
    made.headers["Accept"] = "application/json"
    return made


@pytest.fixture
def upload(session):
    """Send a file into a portal's news; it is taken away afterwards."""
    sent = []

    def send(portal, content, name):
        data = {"data": base64.b64encode(content).decode(), "encoding": "base64", "filename": name}
        body = {"@type": "File", "title": name, "file": data}
        answer = session.post(f"{portal}/vi/tin-tuc-su-kien", json=body)
        assert answer.status_code == 201, answer.text
        sent.append(answer.json()["@id"])

    yield send
    for address in sent:
        assert session.delete(address).status_code == 204


def hits(session, portal, words):
    answer = session.get(f"{portal}/@search", params={"SearchableText": words})
    assert answer.status_code == 200, answer.text
    return [item["title"] for item in answer.json()["items"]]


def wait_for(condition, seconds=300):
    deadline = time.monotonic() + seconds
    while not condition() and time.monotonic() < deadline:
        time.sleep(0.5)
    assert condition()


def test_a_running_instance_reads_what_is_sent_to_it(district, session, upload):
    portal, note = f"{district.url}/{UNIT}", district.var / "reading" / UNIT
    upload(portal, made.scan(LETTER), "ke-hoach-thu.pdf")
    upload(portal, made.locked_pdf(), "khoa-thu.pdf")
    wait_for(lambda: hits(session, portal, '"hội khỏe phù đổng"') == ["ke-hoach-thu.pdf"])
    wait_for(lambda: not note.exists())

    again = district.json("files", "read", "--unit", UNIT, "--again", "encrypted")
    read = [(one["path"], one["state"]) for one in again.get(UNIT, {"files": []})["files"]]
    # The instance's own reader may be quicker; then the command leaves the file to it.
    assert read in ([], [(f"/{UNIT}/vi/tin-tuc-su-kien/khoa-thu.pdf", "encrypted")])
    wait_for(lambda: not note.exists())
    listed = district.json("files", "list", "--unit", UNIT, "--state", "encrypted")
    assert [(one["path"].rpartition("/")[2], one["pages"]) for one in listed] == [
        ("khoa-thu.pdf", 0)
    ]
