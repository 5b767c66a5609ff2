"""An album: many files in one go, the covers of lists, and the words beside the pictures."""

from bs4 import BeautifulSoup
from eduportal import sections
from plone import api
from tests.photos.conftest import SECRET
from tests.photos.conftest import pixels
from tests.photos.conftest import taken
import base64
import pytest
import transaction


@pytest.fixture
def album(office, write):
    made = write("draft", kind="Album", parent=sections.find("photos-videos"), title="Khai giảng")
    transaction.commit()
    return made


def send(office, album, *files, person="contributor"):
    return office.ask(
        person,
        "POST",
        f"{office.address(album)}/@@add-pictures",
        data={"_authenticator": office.token(person)},
        files=[("pictures", (name, data, "image/jpeg")) for name, data in files],
        headers={"Accept-Language": "en"},
    )


def inside(album):
    transaction.begin()
    return [(one.getId(), one.title, pixels(one.image.data)[0]) for one in album.pictures()]


def test_many_pictures_at_once_become_small_upright_and_bare(office, album):
    answer = send(
        office,
        album,
        ("IMG_1.JPG", taken(size=(3000, 2000))),
        ("ngang.jpg", taken(orientation=6)),
        ("iphone.heic", taken("HEIF")),
    )

    assert (answer.status_code, answer.headers["Location"]) == (
        302,
        f"{office.address(album)}/@@picture-texts",
    )
    assert inside(album) == [
        ("img_1.jpg", "Khai giảng (1)", (2000, 1333)),
        ("ngang.jpg", "Khai giảng (2)", (300, 400)),
        ("iphone.jpg", "Khai giảng (3)", (400, 300)),
    ]
    assert [SECRET in one.image.data for one in album.pictures()] == [False] * 3


def test_a_bad_file_is_named_and_the_good_ones_are_kept(office, album):
    answer = send(
        office,
        album,
        ("tot.jpg", taken()),
        ("danh-sach.docx", b"PK\x03\x04 no picture"),
        ("do-dang.jpg", taken(size=(900, 900))[:4000]),
    )
    page = BeautifulSoup(answer.text, "html.parser")

    assert answer.status_code == 200
    assert [one.text.strip() for one in page.select("[role=alert] li")] == [
        f"Không mở được “{name}” như một ảnh; hãy lưu lại thành JPEG hoặc PNG rồi thử lại."
        for name in ("danh-sach.docx", "do-dang.jpg")
    ]
    assert inside(album) == [("tot.jpg", "Khai giảng (1)", (400, 300))]


def test_nothing_chosen_and_nobody_else(office, album):
    empty = send(office, album)
    stranger = send(office, album, ("a.jpg", taken()), person="other")
    without_token = office.ask(
        "contributor",
        "POST",
        f"{office.address(album)}/@@add-pictures",
        files=[("pictures", ("a.jpg", taken(), "image/jpeg"))],
    )

    assert "Hãy chọn một hoặc nhiều ảnh trước." in empty.text
    assert (stranger.status_code, without_token.status_code) == (302, 403)
    assert inside(album) == []


def test_words_beside_the_pictures(office, album):
    send(office, album, ("a.jpg", taken()), ("b.jpg", taken()))
    address = f"{office.address(album)}/@@picture-texts"
    office.ask(
        "contributor",
        "POST",
        address,
        data={
            "_authenticator": office.token("contributor"),
            "caption-a.jpg": "Đánh trống",
            "alt-a.jpg": "Hiệu trưởng đánh trống trên sân khấu",
            "caption-b.jpg": "",
            "alt-b.jpg": "",
        },
    )
    page = BeautifulSoup(
        office.ask("contributor", "GET", office.address(album)).text, "html.parser"
    )

    assert [
        (one["alt"], one.find_next("figcaption").text) for one in page.select(".edu-album img")
    ] == [
        ("Hiệu trưởng đánh trống trên sân khấu", "Đánh trống"),
        ("Khai giảng (2)", "Khai giảng (2)"),
    ]


def test_visitors_see_pictures_and_cover_when_the_album_is_public(office, album):
    send(office, album, ("a.jpg", taken()))
    transaction.begin()
    picture = office.address(album.pictures()[0])
    before = office.ask("", "GET", f"{picture}/@@images/image/preview").status_code
    with api.env.adopt_roles(["Manager"]):
        api.content.transition(album, "publish")
    transaction.commit()
    page = BeautifulSoup(office.ask("", "GET", office.address(album)).text, "html.parser")
    large = page.select_one(".edu-album a")["href"]
    listing = office.ask("", "GET", office.address(sections.find("news"))).text
    cover = BeautifulSoup(listing, "html.parser").select_one(".edu-list__picture img")["src"]

    assert before == 302
    assert [
        (answer.status_code, answer.headers["Content-Type"])
        for answer in (office.ask("", "GET", large), office.ask("", "GET", cover))
    ] == [(200, "image/jpeg")] * 2
    assert cover.startswith(f"{picture}/@@images/")


def test_a_picture_that_comes_over_rest_is_made_small_too(office, album):
    office.rest(
        "contributor",
        "POST",
        office.address(album),
        json={
            "@type": "Image",
            "title": "Ảnh",
            "image": {
                "filename": "a.jpg",
                "content-type": "image/jpeg",
                "encoding": "base64",
                "data": base64.b64encode(taken(size=(2400, 1200))).decode(),
            },
        },
    )

    assert inside(album) == [("a.jpg", "Ảnh", (2000, 1000))]


def test_after_the_form_of_an_album_comes_the_form_for_pictures(office):
    section = office.address(sections.find("photos-videos"))
    answer = office.ask(
        "contributor",
        "POST",
        f"{section}/++add++Album",
        data={
            "_authenticator": office.token("contributor"),
            "form.widgets.IDublinCore.title": "Hội khỏe Phù Đổng",
            "form.buttons.save": "Save",
        },
    )

    assert answer.headers.get("Location", answer.text) == (
        f"{section}/hoi-khoe-phu-dong/@@add-pictures"
    )
