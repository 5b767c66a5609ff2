"""What visitors see of a file: pages in pictures, words as a page, and no more than they may."""

from eduportal import fulltext
from eduportal import sections
from eduportal.extraction import recognition_present
from io import BytesIO
from PIL import Image
from plone import api
from plone.dexterity.utils import createContentInContainer
from plone.namedfile.file import NamedBlobFile
from tests.fulltext import made
import pytest
import transaction

SECRET = "Kimquynhhoa"
LETTER = "SỞ GIÁO DỤC VÀ ĐÀO TẠO\nSố: 12/SGDĐT-GDTH"


def texts(page, path):
    return [" ".join(node.text_content().split()) for node in page.xpath(path)]


def test_a_published_record_shows_its_pages_in_pictures(desk):
    record = desk.file_record(
        ("cv.pdf", made.pdf(LETTER, "Trang hai", "Trang ba")), state="published"
    )
    file = desk.address(record["cv.pdf"])
    _answer, page = desk.page("", desk.address(record))
    pictures = [
        (one.get("src"), one.get("alt"), one.get("loading"), one.get("width"), one.get("height"))
        for one in page.xpath("//section[@class='file-previews']//img")
    ]
    assert pictures == [
        (f"{file}/@@page-picture?n={n}", f"Trang {n} của cv.pdf", "lazy", "1000", "1416")
        for n in (1, 2, 3)
    ]
    assert texts(page, "//details[@class='file-pages']/summary") == ["Các trang khác (2 đến 3)"]
    assert [link.get("href") for link in page.xpath("//ul[contains(@class, 'file-links')]//a")] == [
        f"{file}/@@display-file/file",
        f"{file}/@@text-version",
        f"{file}/@@download/file",
    ]
    assert texts(page, "//details[contains(@class, 'file-report')]") == []


def test_a_picture_is_a_webp_that_caches_may_keep_as_long_as_anybody_may_see_it(desk):
    record = desk.file_record(("cv.pdf", made.pdf(LETTER)), state="published")
    address = f"{desk.address(record['cv.pdf'])}/@@page-picture"
    answer = desk.ask("", "GET", address)
    label = answer.headers["ETag"]
    again = desk.ask("", "GET", address, headers={"If-None-Match": label})
    assert Image.open(BytesIO(answer.content)).format == "WEBP"
    assert {name: answer.headers[name] for name in ("Content-Type", "X-Content-Type-Options")} == {
        "Content-Type": "image/webp",
        "X-Content-Type-Options": "nosniff",
    }
    assert answer.headers["Cache-Control"] == "public, max-age=300"
    assert (again.status_code, again.content) == (304, b"")
    inside = desk.file_record(("nhap.pdf", made.pdf(LETTER)))
    address = f"{desk.address(inside['nhap.pdf'])}/@@page-picture"
    seen = desk.ask("editor", "GET", address)
    assert (seen.status_code, seen.headers["Cache-Control"]) == (200, "private, no-cache")


def test_there_is_no_picture_of_a_page_that_is_not_there(desk):
    record = desk.file_record(("cv.pdf", made.pdf(LETTER)), state="published")
    address = f"{desk.address(record['cv.pdf'])}/@@page-picture"
    numbers = ("0", "2", "-1", "x", "999999999999999999999", "9" * 5000, "²")
    asked = [desk.ask("", "GET", address, params={"n": number}) for number in numbers]
    assert [answer.status_code for answer in asked] == [404] * len(numbers)
    address = f"{desk.address(record['cv.pdf'])}/@@text-version"
    asked = [desk.ask("", "GET", address, params={"part": number}) for number in numbers]
    assert [answer.status_code for answer in asked] == [404] * len(numbers)


def test_the_text_version_has_the_words_page_by_page_and_is_not_for_search_engines(desk):
    record = desk.file_record(("cv.pdf", made.pdf(LETTER, "Trang hai")), state="published")
    answer, page = desk.page("", f"{desk.address(record['cv.pdf'])}/@@text-version")
    assert texts(page, "//h1") == ["Bản văn bản của cv.pdf"]
    assert texts(page, "//div[@class='text-version']//h2") == ["Trang 1", "Trang 2"]
    assert texts(page, "//div[@class='text-version']//p") == [
        "SỞ GIÁO DỤC VÀ ĐÀO TẠO Số: 12/SGDĐT-GDTH",
        "Trang hai",
    ]
    assert page.xpath("//div[@class='text-version']/@lang") == ["vi"]
    assert "noindex" in page.xpath("//meta[@name='robots']/@content")
    assert (answer.headers["X-Robots-Tag"], answer.headers["X-Content-Type-Options"]) == (
        "noindex, nofollow",
        "nosniff",
    )
    (note,) = texts(page, "//div[contains(@class, 'text-version-note')]")
    assert "do máy lấy ra từ tệp" in note


@pytest.mark.skipif(not recognition_present(), reason="ocrmypdf and tesseract-ocr-vie are missing")
def test_recognised_text_is_marked_as_such(desk):
    both = made.joined(made.pdf("Trang có chữ"), made.scan("THÔNG BÁO\nnghỉ học"))
    record = desk.file_record(
        ("quet.pdf", made.scan("THÔNG BÁO\nnghỉ học")), ("lan.pdf", both), state="published"
    )
    _answer, scan = desk.page("", f"{desk.address(record['quet.pdf'])}/@@text-version")
    _answer, mixed = desk.page("", f"{desk.address(record['lan.pdf'])}/@@text-version")
    notes = [
        texts(page, "//div[contains(@class, 'text-version-note')]/p[1]") for page in (scan, mixed)
    ]
    assert notes == [
        [
            "Nội dung này do máy nhận dạng từ bản quét nên có thể có lỗi. "
            "Tệp gốc mới là căn cứ chính thức."
        ],
        [
            "Nội dung các trang có ghi chú do máy nhận dạng từ bản quét nên có thể có lỗi. "
            "Tệp gốc mới là căn cứ chính thức."
        ],
    ]
    headings = [texts(page, "//div[@class='text-version']//h2") for page in (scan, mixed)]
    assert headings == [["Trang 1"], ["Trang 1", "Trang 2 (máy nhận dạng)"]]


def test_markup_in_a_file_stays_words(desk):
    words = "<script>alert(1)</script> <b onmouseover=x()>đậm</b> &lt;i&gt; ${view/__class__}"
    name = "a<img src=x onerror=alert(1)>.pdf"
    record = desk.file_record((name, made.pdf(words)), state="published")
    (child,) = record.objectIds()
    for address in (f"{desk.address(record[child])}/@@text-version", desk.address(record)):
        answer, page = desk.page("", address)
        assert answer.status_code == 200
        assert [one for one in page.xpath("//script/text()") if "alert(1)" in one] == []
        assert page.xpath("//*[@onerror or @onmouseover]") == []
    _answer, page = desk.page("", f"{desk.address(record[child])}/@@text-version")
    assert texts(page, "//div[@class='text-version']//p") == [words]


def test_a_long_text_comes_in_parts(desk):
    pages = [f"Nội dung {number}" for number in range(1, 53)]
    record = desk.file_record(("dai.pdf", made.pdf(*pages)), state="published")
    address = f"{desk.address(record['dai.pdf'])}/@@text-version"
    _answer, first = desk.page("", address)
    _answer, second = desk.page("", address, part=2)
    parts = first.xpath("//nav[@aria-label='Các phần của văn bản']//a/@href")
    assert parts == [f"{address}?part=1", f"{address}?part=2"]
    assert texts(second, "//div[@class='text-version']//h2") == ["Trang 51", "Trang 52"]
    asked = [desk.ask("", "GET", f"{address}?part={part}").status_code for part in ("0", "3", "x")]
    assert asked == [404, 404, 404]


@pytest.mark.parametrize("state", ["draft", "withdrawn"])
def test_nothing_of_a_file_that_is_not_public_reaches_a_visitor(desk, state):
    record = desk.file_record((f"{SECRET}.pdf", made.pdf(SECRET)), state="published")
    if state == "draft":
        record = desk.file_record((f"{SECRET}.pdf", made.pdf(SECRET)))
    else:
        with api.env.adopt_roles(["Manager"]):
            api.content.transition(record, "withdraw", comment="Sai ngày")
        transaction.commit()
    (child,) = record.objectIds()
    file = desk.address(record[child])
    ways = ("@@page-picture?n=1", "@@text-version", "@@display-file/file", "view", "@@read-again")
    for person in ("", "other"):
        asked = [desk.ask(person, "GET", f"{file}/{way}") for way in ways]
        assert [SECRET.encode() in one.content for one in asked] == [False] * len(ways)
        assert {one.status_code for one in asked} <= {302, 401, 403, 404, 410}
        rest = [desk.rest(person, "GET", f"{file}/{way}").status_code for way in ways[:2]]
        assert set(rest) <= {401, 404, 410}


def test_a_file_closed_inside_an_open_record_shows_nothing(desk):
    record = desk.file_record(
        ("mo.pdf", made.pdf("công khai")), ("kin.pdf", made.pdf(SECRET)), state="published"
    )
    record["kin.pdf"].manage_permission("View", ["Manager", "Editor"], acquire=False)
    transaction.commit()
    _answer, page = desk.page("", desk.address(record))
    assert texts(page, "//div[@class='file-preview']/h3") == ["mo.pdf"]
    asked = [
        desk.ask("", "GET", f"{desk.address(record['kin.pdf'])}/{way}").status_code
        for way in ("@@page-picture", "@@text-version")
    ]
    assert asked == [302, 302]


def test_a_loose_file_has_its_preview_and_its_text_too(desk):
    with api.env.adopt_roles(["Manager"]):
        data = NamedBlobFile(data=made.pdf("Lịch tuần"), filename="lich.pdf")
        file = createContentInContainer(sections.find("news"), "File", title="Lịch", file=data)
        api.content.transition(file, "publish")
        transaction.commit()
        fulltext.read_waiting(desk.portal)
    _answer, page = desk.page("", f"{desk.address(file)}/view")
    assert texts(page, "//div[@class='file-preview']/h3") == ["Lịch"]
    _answer, page = desk.page("", f"{desk.address(file)}/@@text-version")
    assert texts(page, "//div[@class='text-version']//p") == ["Lịch tuần"]
