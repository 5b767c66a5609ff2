"""Before its hour nothing of an item exists for a visitor, at its hour all of it, after its end
nothing again: on every way, the addresses of its file and its picture and a cached copy included.
"""

from DateTime import DateTime
from datetime import date
from eduportal import fulltext
from eduportal import sections
from plone import api
from plone.namedfile.file import NamedBlobFile
from plone.namedfile.file import NamedBlobImage
from zlib import MAX_WBITS
from zlib import decompress
import io
import PIL.Image
import pytest
import transaction

WORD = "Kimquynhhoa"  # is searched for
TRACE = "bachlienhoa"  # stands in the title, and so in the address
TITLE = f"Tin {WORD} Bachlienhoa"
GONE = {302, 401, 404, 410}


def picture():
    held = io.BytesIO()
    PIL.Image.new("RGB", (600, 400), "teal").save(held, "PNG")
    return NamedBlobImage(held.getvalue(), "image/png", "bachlienhoa.png")


@pytest.fixture
def news(write):
    def made(*steps, **fields):
        return write(*steps, title=TITLE, language="vi", image=picture(), **fields)

    return made


@pytest.fixture
def document(write):
    def made(*steps, **fields):
        record = write(
            kind="OfficialDocument",
            section="document-register",
            title=TITLE,
            number="1828/QĐ-SGDĐT",
            issued_on=date(2024, 1, 15),
            subject_areas=("Lĩnh vực Bachlienhoa",),
            **fields,
        )
        with api.env.adopt_roles(["Manager"]):
            held = api.content.create(record, "File", title=TITLE, id="bachlienhoa.txt")
            text = "Trong tệp có chữ hoaphuong, bachlienhoa".encode()
            held.file = NamedBlobFile(text, "text/plain", "bachlienhoa.txt")
            for step in steps:
                api.content.transition(record, step)
            fulltext.ask_again(held)
            fulltext.read_waiting(api.portal.get())
        transaction.commit()
        return record

    return made


def everywhere(office, content):
    """What a visitor gets to read on every way on which he may come across an item."""
    section, address = office.address(content.aq_parent), office.address(content)
    uid = content.UID()
    pages = {
        "page": address,
        "view": f"{address}/view",
        "section": section,
        "home": f"{office.url}/vi",
        "search page": f"{office.url}/vi/@@search?SearchableText={WORD}",
        "search whatever the date": f"{office.url}/@@search?SearchableText={WORD}&show_inactive=1",
        "live search": f"{office.url}/vi/@@ajax-search?SearchableText={WORD}",
        "feed": f"{section}/RSS",
        "register": f"{office.address(sections.find('document-register'))}?q={WORD}",
        "register's feed": f"{office.address(sections.find('document-register'))}/@@register.rss",
    }
    rest = {
        "rest item": address,
        "rest section": section,
        "rest section in full": f"{section}?fullobjects=1",
        "rest search": f"{office.url}/@search?SearchableText={WORD}&metadata_fields=Title",
        "rest search whatever the date": f"{office.url}/@search?UID={uid}&show_inactive=1",
        "rest search of the section": f"{section}/@search?show_inactive=true&b_size=9999",
        "rest search in full": f"{office.url}/@search?UID={uid}&show_inactive=1&fullobjects=1",
        "rest navigation": f"{section}/@contextnavigation?expand.contextnavigation.topLevel=1",
        "rest documents": f"{office.url}/@documents?q={WORD}",
    }
    read = {name: office.ask("", "GET", way).text for name, way in pages.items()}
    read |= {name: office.rest("", "GET", way).text for name, way in rest.items()}
    numbered = office.ask("", "GET", f"{office.url}/resolveuid/{uid}")
    read["by its id"] = numbered.headers.get("Location", "") + numbered.text
    packed = office.ask("", "GET", f"{office.url}/sitemap.xml.gz?page=1").content
    read["sitemap"] = decompress(packed, MAX_WBITS | 16).decode()
    return read


def traces(office, content):
    return {name for name, text in everywhere(office, content).items() if TRACE in text.lower()}


def statuses(office, content, ways):
    """What each address answers at which bytes of the item lie."""
    return [office.ask("", "GET", f"{office.address(content)}{way}").status_code for way in ways]


def scale(content):
    """A scale's address as pages have it: with an id of its own, which asks nobody any more."""
    with api.env.adopt_roles(["Manager"]):
        made = api.content.get_view("images", content, content.REQUEST).scale("image", scale="mini")
    transaction.commit()
    return made.url.replace(content.absolute_url(), "")


REGISTER = {"register", "register's feed", "rest documents"}
# A document's address is made of its number, records are no entries of the navigation, and the site
# map holds addresses of pages, not of files.
NO_TITLE = {"by its id", "rest navigation", "sitemap"}


def test_news_is_nowhere_before_its_hour_everywhere_at_it_and_nowhere_after_its_end(
    office, news, tick, at_its_hour, soon, just_now
):
    item = news("schedule", effective=soon, expires=soon + 1)
    ways = ["", "/@@images/image", "/@@images/image/mini", "/@@download/image", scale(item)]
    before = traces(office, item), statuses(office, item, ways)
    at_its_hour(item, effective=just_now)
    tick(office.portal)
    shown = traces(office, item), statuses(office, item, ways)
    at_its_hour(item, expires=just_now)
    tick(office.portal)
    after = traces(office, item), statuses(office, item, ways)

    assert (before[0], set(before[1]) - GONE) == (set(), set())
    assert shown == (set(everywhere(office, item)) - REGISTER, [200] * 5)
    assert (after[0], set(after[1]) - GONE) == (set(), set())


def counts(office):
    """All numbers that the register tells a visitor."""
    found = office.rest("", "GET", f"{office.url}/@documents").json()
    areas = str(found).lower().count(TRACE)
    return found["total"], areas


def test_a_document_with_its_file_and_its_part_in_every_count_comes_and_goes_likewise(
    office, document, tick, at_its_hour, soon, just_now
):
    item = document("schedule", effective=soon, expires=soon + 1)
    ways = ["", "/bachlienhoa.txt", "/bachlienhoa.txt/@@download/file", "/bachlienhoa.txt/view"]
    by_file = f"{office.url}/@documents?q=hoaphuong"
    before = traces(office, item), statuses(office, item, ways), counts(office)
    hidden = office.rest("", "GET", by_file).json()["total"]
    at_its_hour(item, effective=just_now)
    tick(office.portal)
    shown = traces(office, item), statuses(office, item, ways), counts(office)[0]
    found = office.rest("", "GET", by_file).json()["total"]
    at_its_hour(item, expires=just_now)
    tick(office.portal)
    after = traces(office, item), statuses(office, item, ways), counts(office)

    assert (before[0], set(before[1]) - GONE, before[2]) == (set(), set(), (0, 0))
    assert shown == (set(everywhere(office, item)) - NO_TITLE, [200] * 4, 1)
    assert (hidden, found) == (0, 1)
    assert (after[0], set(after[1]) - GONE, after[2]) == (set(), set(), (0, 0))


def test_a_browsers_or_proxys_copy_is_not_said_to_be_still_valid(
    office, news, tick, at_its_hour, soon, just_now
):
    """Whatever validators an answer came with, they do not outlive the step of the clock.

    Caches of whole pages go by the catalogue's counter; a date that passes would not move it.
    """
    item = news("publish", expires=soon)
    addresses = [
        office.address(item),
        office.address(item.aq_parent),
        f"{office.address(item)}/@@images/image",
        f"{office.address(item)}{scale(item)}",
    ]
    first = [office.ask("", "GET", address) for address in addresses]
    at_its_hour(item, expires=just_now)
    counted = office.portal.portal_catalog.getCounter()
    tick(office.portal)
    again = [
        office.ask("", "GET", address, headers=validators(answer))
        for address, answer in zip(addresses, first, strict=True)
    ]

    assert office.portal.portal_catalog.getCounter() > counted
    assert [one.status_code for one in first] == [200] * 4
    assert [one.status_code in GONE for one in again] == [True, False, True, True]
    assert (again[1].status_code, TRACE in again[1].text.lower()) == (200, False)


def validators(answer):
    asked = {"If-None-Match": "ETag", "If-Modified-Since": "Last-Modified"}
    return {name: answer.headers[key] for name, key in asked.items() if key in answer.headers}


def test_the_date_alone_hides_from_lists_and_who_works_here_may_ask_for_all(office, news):
    """Within the seconds until the clock takes it down, what is over is in no list any more."""
    item = news("publish")
    item.effective_date, item.expiration_date = DateTime() - 2, DateTime() - 1
    item.reindexObject()
    transaction.commit()
    asked = f"{office.url}/@search?UID={item.UID()}&show_inactive=1"
    found = {who: office.rest(who, "GET", asked).json()["items_total"] for who in ("", "chief")}
    direct = f"{office.url}/portal_catalog/searchResults?show_inactive=1&UID={item.UID()}"
    assert found == {"": 0, "chief": 1}
    assert office.ask("", "GET", direct).status_code == 404
