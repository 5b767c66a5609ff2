"""A running instance: storage server, two web servers, real HTTP."""

from eduportal.server import configuration
from eduportal.server.layout import Layout
from pathlib import Path
from tests.district import PASSWORD
from tests.district import free_port
import pytest
import requests
import subprocess
import sys
import time

ADMIN = ("admin", PASSWORD)
NEWS = "/hoa-sen/vi/tin-tuc-su-kien"
JSON = {"Accept": "application/json"}
SECONDS = 5
"""The most that word of another process's transaction may take on a busy machine."""


@pytest.fixture(scope="module")
def second(district):
    """Another web server on the same storage, at an address of its own."""
    port = free_port()
    layout = Layout(district.var)
    before = configuration.wsgi_ini(layout).read_text()
    configuration.write_web(layout, "127.0.0.1", port, threads=2)
    command = [Path(sys.executable).parent / "runwsgi", configuration.wsgi_ini(layout)]
    process = subprocess.Popen(command, env=district.environment, stderr=subprocess.DEVNULL)
    url = f"http://127.0.0.1:{port}"
    deadline = time.monotonic() + 120
    while time.monotonic() < deadline:
        try:
            if requests.get(f"{url}/hoa-sen/vi", timeout=60).status_code == 200:
                break
        except requests.ConnectionError:
            time.sleep(0.2)
    configuration.wsgi_ini(layout).write_text(before)
    yield url
    process.terminate()
    process.wait(60)


def kept(url):
    """The page as a visitor gets it, once it comes from memory."""
    for _visit in range(3):
        answer = requests.get(url, timeout=60)
        if answer.headers.get("X-Page-Memory") == "kept":
            return answer
    raise AssertionError(f"never kept: {url}, {answer.status_code} {answer.headers}")


def within_seconds(holds):
    deadline = time.monotonic() + SECONDS
    while not holds() and time.monotonic() < deadline:
        time.sleep(0.05)
    return holds()


def test_what_one_process_publishes_and_takes_down_the_others_memory_knows(district, second):
    title = "Tin từ tiến trình khác"
    lists = [f"{base}{NEWS}" for base in (district.url, second)]
    before = [title in kept(url).text for url in lists]
    made = requests.post(
        f"{second}{NEWS}",
        auth=ADMIN,
        headers=JSON,
        json={"@type": "News Item", "id": "tin-tien-trinh", "title": title},
        timeout=60,
    )
    assert made.status_code == 201, made.text
    steps = f"{second}{NEWS}/tin-tien-trinh/@workflow"
    requests.post(f"{steps}/publish", auth=ADMIN, headers=JSON, timeout=60).raise_for_status()
    published = [within_seconds(lambda u=u: title in requests.get(u).text) for u in lists]
    pages = [f"{base}{NEWS}/tin-tien-trinh" for base in (district.url, second)]
    for url in pages:
        kept(url)
    removed = requests.delete(pages[1], auth=ADMIN, headers=JSON, timeout=60)
    gone = [within_seconds(lambda u=u: requests.get(u).status_code == 404) for u in pages]
    without = [within_seconds(lambda u=u: title not in requests.get(u).text) for u in lists]

    assert (before, published) == ([False, False], [True, True])
    assert (removed.status_code, gone, without) == (204, [True, True], [True, True])


def test_the_parents_new_name_shows_on_its_members_pages(district):
    member = f"{district.url}/hoa-sen/vi"
    registry = f"{district.url}/xa-mau/++api++/@registry"
    before = kept(member).text
    old, new = "Ủy ban nhân dân xã Mẫu", "Ủy ban nhân dân xã Đổi Tên"
    for name in (new, old):
        done = requests.patch(
            registry, auth=ADMIN, headers=JSON, json={"eduportal.unit.name": name}, timeout=60
        )
        assert done.status_code == 204, done.text
        shown = requests.get(member, timeout=60).text
        assert (name in shown, kept(member).text == shown) == (True, True)
    assert old in before
    assert new not in kept(member).text


def test_a_neighbours_edit_leaves_pages_in_memory(district):
    page = f"{district.url}/so-mau/en/sitemap"
    kept(page)
    requests.patch(
        f"{district.url}/hoa-sen/++api++/@registry",
        auth=ADMIN,
        headers=JSON,
        json={"plone.site_title": "Trường Tiểu học Hoa Sen"},
        timeout=60,
    ).raise_for_status()
    assert requests.get(page, timeout=60).headers["X-Page-Memory"] == "kept"


def test_somebody_signed_in_never_gets_a_page_from_memory_and_leaves_none(district):
    page = f"{district.url}/hoa-sen/vi/lien-he"
    kept(f"{district.url}/hoa-sen/vi")
    mine = requests.get(f"{district.url}/hoa-sen/vi", auth=ADMIN, timeout=60)
    requests.get(page, auth=ADMIN, timeout=60)
    first = requests.get(page, timeout=60)

    assert "X-Page-Memory" not in mine.headers
    assert "private" in mine.headers["Cache-Control"]
    assert first.headers.get("X-Page-Memory") != "kept"
