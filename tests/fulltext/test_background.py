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
    found = session.get(f"{portal}/@search", params={"SearchableText": words}).json()
    return [item["title"] for item in found["items"]]


def wait_for(condition, seconds=120):
    deadline = time.monotonic() + seconds
    while not condition() and time.monotonic() < deadline:
        time.sleep(0.5)


def test_a_running_instance_reads_what_is_sent_to_it(district, session, upload):
    unit_id = district.json("units", "list")[0]["id"]
    portal = f"{district.url}/{unit_id}"
    upload(portal, made.scan(LETTER), "ke-hoach-thu.pdf")
    upload(portal, made.locked_pdf(), "khoa-thu.pdf")
    phrase = '"hội khỏe phù đổng"'
    wait_for(lambda: hits(session, portal, phrase))
    wait_for(lambda: not (district.var / "reading" / unit_id).exists())

    assert hits(session, portal, phrase) == ["ke-hoach-thu.pdf"], (
        district.var / "log" / "reading.log"
    ).read_text()
    listed = district.json("files", "list", "--unit", unit_id)
    ours = [one for one in listed if one["path"].endswith("-thu.pdf")]
    assert [(one["state"], one["recognised"], one["pages"]) for one in ours] == [
        ("read", True, 1),
        ("encrypted", False, 0),
    ]
    assert not (district.var / "reading" / unit_id).exists()

    again = district.json("files", "read", "--unit", unit_id, "--again", "encrypted")
    paths = [(one["path"], one["state"]) for one in again.get(unit_id, {"files": []})["files"]]
    # The instance's own reader may be quicker; then the command leaves the file to it.
    assert paths in ([], [(ours[1]["path"], "encrypted")])
    wait_for(lambda: not (district.var / "reading" / unit_id).exists())
    locked = district.json("files", "list", "--unit", unit_id, "--state", "encrypted")
    assert [one["path"] for one in locked if one["path"].endswith("-thu.pdf")] == [ours[1]["path"]]
