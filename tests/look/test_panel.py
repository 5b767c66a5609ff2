"""What a unit changes of its look: a draft first, then what visitors see."""

from dataclasses import replace
from datetime import datetime
from datetime import timedelta
from eduportal import look
from eduportal.look.current import ZONE
from eduportal.units import settings
from eduportal.units.settings import current_unit
from io import BytesIO
from PIL import Image
from PIL.PngImagePlugin import PngInfo
from zope.globalrequest import getRequest
import pytest
import re
import requests
import transaction

ADDRESS = re.compile(r".*/@@look-picture/[0-9a-f]{32}\.webp")


def body(page):
    return {name: page.body.get(name) for name in ("data-palette", "style", "data-occasion")}


PLAIN = {"data-palette": "sky", "style": None, "data-occasion": None}


def test_a_palette_is_a_draft_until_it_is_put_on_line(panel):
    panel.send("colours", palette="teal")
    before = body(panel.visit())
    drafted = body(panel.page(f"{panel.office.url}/vi/@@look-preview"))
    panel.send("publish")

    assert (before["data-palette"], drafted["data-palette"]) == ("sky", "teal")
    assert body(panel.visit()) == PLAIN | {"data-palette": "teal"}
    assert current_unit().palette == "teal"


def test_the_control_panel_of_the_unit_and_the_spreadsheet_still_choose_the_palette(panel):
    panel.send("colours", palette="own", colour="#8a1f5c")
    panel.send("publish")
    own = body(panel.visit())
    assert own["data-palette"] == "own"
    assert own["style"].startswith("--edu-brand:#8a1f5c;")

    settings.store(replace(current_unit(), palette="green"))
    transaction.commit()
    assert body(panel.visit()) == PLAIN | {"data-palette": "green"}


@pytest.mark.parametrize(
    ("colour", "sentence", "offered"),
    [
        (
            "#ffcc00",
            "Chữ trắng trên màu này, hoặc chữ màu này, không phải ai cũng đọc được: độ tương phản "
            "là 1,4:1, phải ít nhất 4,5:1.",
            "#896e00",
        ),
        ("#101010", "Màu này quá tối cho một cổng thông tin công cộng.", "#373737"),
        (
            "red;}body{display:none",
            "Viết màu bằng dấu # và sáu chữ số hoặc chữ cái từ a đến f, chẳng hạn #0b5f9e.",
            None,
        ),
    ],
)
def test_a_colour_that_cannot_be_used_is_refused(panel, colour, sentence, offered):
    page = panel.refused("colours", palette="own", colour=colour)
    assert panel.said(page) == [sentence]
    assert page.xpath("//button[@name='nearest']/@value") == ([offered] if offered else [])
    assert not panel.page().xpath("//input[@name='part'][@value='publish']")
    assert look.current("vi").tokens == ""


def test_the_nearest_colour_is_taken_with_one_press(panel):
    panel.send("colours", palette="own", colour="#ffcc00", nearest="#896e00")
    panel.send("publish")
    assert "--edu-brand:#896e00" in body(panel.visit())["style"]


def test_words_are_shown_as_they_are_and_english_ones_on_english_pages(panel):
    panel.send(
        "words",
        slogan_vi="Dạy tốt, học tốt <script>alert(1)</script>",
        slogan_en="Teach well, learn well",
        footer_vi="Giấy phép số 12/GP-TTĐT\n\nBản quyền © Trường",
    )
    panel.send("publish")

    vietnamese, english = panel.visit("/vi"), panel.visit("/en")
    slogans = [
        page.cssselect(".edu-banner__slogan")[0].text_content() for page in (vietnamese, english)
    ]
    assert slogans == ["Dạy tốt, học tốt <script>alert(1)</script>", "Teach well, learn well"]
    for page in (vietnamese, english):
        footer = page.cssselect(".edu-footer")[0].text_content()
        assert "Giấy phép số 12/GP-TTĐT" in footer
        assert "Bản quyền © Trường" in footer


def test_a_logo_is_drawn_anew_and_served_for_ever(panel, picture_file):
    secret = PngInfo()
    secret.add_text("Comment", "nha ban An")
    file = picture_file(mode="RGBA", pnginfo=secret)
    panel.send("pictures", files={"logo": file})
    address = panel.page().xpath("//section[@id='pictures']//img/@src")[0]
    hidden = requests.get(address)
    panel.send("publish")

    shown = requests.get(address)
    image = Image.open(BytesIO(shown.content))
    assert ADDRESS.fullmatch(address)
    assert hidden.status_code == 404
    assert (image.format, image.size, b"nha ban An" in shown.content) == ("WEBP", (320, 107), False)
    assert {
        name: shown.headers[name]
        for name in ("Content-Type", "Cache-Control", "X-Content-Type-Options")
    } == {
        "Content-Type": "image/webp",
        "Cache-Control": "public, max-age=31536000, immutable",
        "X-Content-Type-Options": "nosniff",
    }
    assert [one.get("src") for one in panel.visit().cssselect("img.edu-banner__logo")] == [address]

    panel.send("pictures", logo_remove="1")
    panel.send("publish")
    assert requests.get(address).status_code == 404


SVG = (
    "logo.svg",
    b'<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>',
    "image/svg+xml",
)


@pytest.mark.parametrize(
    "file",
    [
        SVG,
        ("logo.png", SVG[1], "image/png"),
        ("logo.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 64, "image/png"),
        ("logo.html", b"<html><script>alert(1)</script>", "image/png"),
    ],
    ids=["drawing", "drawing named a picture", "broken", "page"],
)
def test_what_is_no_picture_is_refused(panel, file):
    said = panel.problems("pictures", files={"logo": file})
    assert said == [
        "Không mở được tệp này như một ảnh; hãy lưu lại thành JPEG hoặc PNG rồi thử lại."
    ]


def test_a_map_leads_to_a_web_page_and_nowhere_else(panel, picture_file):
    file = picture_file("JPEG", (1200, 900), name="map.jpg")
    assert panel.problems("map", map_link="javascript:alert(1)") == [
        "Viết địa chỉ đầy đủ, bắt đầu bằng https:// hoặc http://."
    ]
    panel.send(
        "map",
        files={"map": file},
        map_link="https://www.openstreetmap.org/?mlat=21",
        map_alt_vi="Cổng trường ở phố Hoa Sen",
    )
    panel.send("publish")

    found = look.current("en").map
    assert (found.width, found.height, found.alt, found.link) == (
        1000,
        750,
        "Cổng trường ở phố Hoa Sen",
        "https://www.openstreetmap.org/?mlat=21",
    )
    panel.send("map", map_link="", map_alt_vi="")
    panel.send("publish")
    assert look.current("en").map.alt == f"Map: the way to {current_unit().name_en}"


def at(**away):
    return (datetime.now(ZONE) + timedelta(**away)).strftime("%Y-%m-%dT%H:%M")


def test_mourning_begins_and_ends_by_itself_and_comes_before_a_feast(panel):
    panel.send(
        "mourning", mourning_from=at(days=1), mourning_to=at(days=3), mourning_vi="Quốc tang"
    )
    panel.send(
        "festive", festive_from=at(days=-1), festive_to=at(days=2), festive_vi="Mừng ngày 20/11"
    )
    panel.send("publish")
    feast = panel.visit()
    panel.send(
        "mourning", mourning_from=at(hours=-1), mourning_to=at(days=3), mourning_vi="Quốc tang"
    )
    panel.send("publish")
    mourning = panel.visit()
    look.current("vi")
    left = getRequest().environ["eduportal.page_until"] - datetime.now(ZONE).timestamp()
    panel.send(
        "mourning", mourning_from=at(days=-3), mourning_to=at(hours=-1), mourning_vi="Quốc tang"
    )
    panel.send("festive", festive_from="", festive_to="")
    panel.send("publish")

    assert 2 * 86400 - 120 < left <= 2 * 86400
    assert body(feast)["data-occasion"] == "festive"
    assert "Mừng ngày 20/11" in feast.body.text_content()
    assert body(mourning)["data-occasion"] == "mourning"
    assert body(panel.visit()) == PLAIN


@pytest.mark.parametrize(
    ("begin", "end", "sentence"),
    [
        ("2026-11-20T07:00", "2026-11-19T07:00", "Lúc kết thúc phải sau lúc bắt đầu."),
        ("2026-11-20T07:00", "", "Hãy ghi cả lúc bắt đầu và lúc kết thúc."),
        ("20/11/2026", "2026-11-21T07:00", "Viết ngày giờ như 2026-11-20T07:00."),
    ],
)
def test_times_that_make_no_sense_are_refused(panel, begin, end, sentence):
    assert panel.problems("mourning", mourning_from=begin, mourning_to=end) == [sentence]


def test_words_without_times_are_kept_and_not_shown(panel):
    panel.send("festive", festive_vi="Chào năm học mới")
    panel.send("publish")
    assert body(panel.visit()) == PLAIN
    field = panel.page().cssselect("[name=festive_vi]")[0]
    assert field.get("value") == "Chào năm học mới"


def test_changes_are_given_up_and_the_first_look_comes_back(panel):
    panel.send("words", slogan_vi="Một")
    panel.send("publish")
    panel.send("words", slogan_vi="Hai")
    panel.send("discard")
    assert panel.visit().cssselect(".edu-banner__slogan")[0].text_content() == "Một"

    panel.send("default")
    assert panel.visit().cssselect(".edu-banner__slogan")[0].text_content() == "Một"
    panel.send("publish")
    assert panel.visit().cssselect(".edu-banner__slogan") == []


def test_nobody_else_opens_the_panel_or_the_preview(office):
    asked = ("@@look", "vi/@@look-preview")
    found = {
        person: [office.ask(person, "GET", f"{office.url}/{one}").status_code for one in asked]
        for person in ("administrator", "chief", "editor", "")
    }
    assert found == {
        "administrator": [200, 200],
        "chief": [302, 302],
        "editor": [302, 302],
        "": [302, 302],
    }


def test_a_form_from_elsewhere_changes_nothing(panel):
    panel.office.ask("administrator", "POST", panel.url, data={"part": "default"})
    panel.office.ask(
        "administrator", "POST", panel.url, data={"part": "colours", "palette": "teal"}
    )
    assert not panel.page().xpath("//input[@name='part'][@value='publish']")
