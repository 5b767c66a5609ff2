"""The running district with something of every kind on its portals, and a browser per reader."""

from axe_playwright_python.base import AXE_SCRIPT
from collections.abc import Iterator
from eduportal.accessibility import Check
from eduportal.accessibility import written
from eduportal.face.dates import today
from io import BytesIO
from pathlib import Path
from PIL import Image
from playwright.sync_api import Browser
from tests.accessibility.sweep import ROLES
from tests.accessibility.sweep import WIDE
from tests.accessibility.sweep import Sweep
from tests.accessibility.sweep import grave
from tests.accessibility.sweep import templates
from tests.browser.people import Rest
from tests.district import PASSWORD
from tests.district import District
import base64
import eduportal.accessibility
import os
import pytest
import re

RECORD = Path(eduportal.accessibility.__file__).parent / "data" / "last_check.toml"

EDITOR = "nguoi.doc"
GROUPS = ("editors", "chief-editors", "administrators", "case-officers", "cashiers")
NEWS = "/vi/tin-tuc-su-kien"
# What the sample content has none of: section, then the item as REST makes it.
MADE = (
    (f"{NEWS}/thu-vien-anh-video", {"@type": "Album", "id": "album-mau", "title": "Album mẫu"}),
    (f"{NEWS}/chuyen-de", {"@type": "Topic", "id": "chuyen-de-mau", "title": "Chuyên đề mẫu"}),
    (
        "/vi/van-ban/lich-cong-tac",
        {
            "@type": "Event",
            "id": "hop-hoi-dong-mau",
            "title": "Họp hội đồng mẫu",
            "start": "2026-12-01T08:00:00+07:00",
            "end": "2026-12-01T10:00:00+07:00",
            "location": "Phòng họp",
        },
    ),
    (
        "/vi/tai-nguyen/lien-ket-nganh",
        {
            "@type": "Link",
            "id": "cong-thong-tin-mau",
            "title": "Cổng thông tin mẫu",
            "remoteUrl": "https://example.org",
        },
    ),
)


@pytest.fixture(scope="package")
def furnished(district: District) -> Iterator[District]:
    """Every page of ``templates.toml`` is there; afterwards the portals are as they were."""
    done = district.command("sample", "load")
    assert done.returncode == 0, done.stdout + done.stderr
    school = Rest(f"{district.url}/hoa-sen")
    for section, item in MADE:
        school.ask("POST", section, **item)
        if item["@type"] == "Album":
            school.ask("POST", f"{section}/{item['id']}", **{"@type": "Image", "image": _picture()})
        school.ask("POST", f"{section}/{item['id']}/@workflow/publish")
    school.ask("POST", "/@users", username=EDITOR, email=f"{EDITOR}@mau.edu.vn", password=PASSWORD)
    for group in GROUPS:
        school.ask("PATCH", f"/@groups/{group}", users={EDITOR: True})
    yield district
    school.ask("DELETE", f"/@users/{EDITOR}")
    for section, item in MADE:
        school.ask("DELETE", f"{section}/{item['id']}")
    done = district.command("sample", "remove")
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="package")
def sweep(chromium: Browser, furnished: District) -> Iterator[Sweep]:
    """One window for each role, kept for all pages: what a page loads once stays in its cache."""
    asked = base64.b64encode(f"{EDITOR}:{PASSWORD}".encode()).decode()
    signed_in = {"editor": {"extra_http_headers": {"Authorization": f"Basic {asked}"}}}
    contexts = {
        role: chromium.new_context(
            base_url=furnished.url,
            locale="vi-VN",
            viewport=WIDE,
            reduced_motion="reduce",
            **signed_in.get(role, {}),
        )
        for role in ROLES
    }
    windows = {role: [context.new_page(), context.new_page()] for role, context in contexts.items()}
    sweep = Sweep(furnished.url, windows)
    yield sweep
    for context in contexts.values():
        context.close()
    if "AXE_RECORD" in os.environ:
        RECORD.write_text(written(_check(sweep, chromium.version)), encoding="utf-8")


def _picture() -> dict[str, str]:
    stream = BytesIO()
    Image.new("RGB", (600, 400), "green").save(stream, format="PNG")
    data = base64.b64encode(stream.getvalue()).decode()
    return {
        "data": data,
        "encoding": "base64",
        "content-type": "image/png",
        "filename": "san-truong.png",
    }


def _check(sweep: Sweep, browser: str) -> Check:
    serious = sum(grave(one) for one in sweep.found)
    return Check(
        day=today(),
        templates=len(templates()),
        pages=sweep.pages,
        serious=serious,
        lesser=len(sweep.found) - serious,
        axe=re.search(r"axe v([\d.]+)", AXE_SCRIPT).group(1),
        browser=f"Chromium {browser.partition('.')[0]}",
    )
