"""The daily mail: what was published since, what matches, what a visitor may see, once."""

from DateTime import DateTime
from datetime import UTC
from datetime import date
from datetime import datetime
from datetime import timedelta
from eduportal import alerts
from eduportal import sections
from eduportal.alerts import letters
from eduportal.alerts import publications
from eduportal.alerts import store
from eduportal.testing import SCHOOL
from plone import api
from plone.dexterity.utils import createContentInContainer
from tests.alerts.conftest import link
from tests.alerts.conftest import text
import pytest
import requests
import transaction


def told(readers):
    """Receivers and the numbers of documents in their letters."""
    return [
        (
            letter.recipients[0],
            [line.split()[1] for line in text(letter).splitlines() if line[:1].isdigit()],
        )
        for letter in readers.letters()
    ]


def test_what_was_published_since_is_sent_with_its_links_once(readers):
    readers.file("0/CV")
    readers.subscribe()
    first = readers.file("1/CV", title="Kế hoạch  năm học")
    readers.file("2/CV", issued_on=None)
    assert (readers.send().letters, readers.send().letters) == (1, 0)
    (letter,) = readers.letters()
    message = letter.message
    stop = link(letter, "alert-stop")
    assert str(message["Subject"]) == f"[{SCHOOL.name}] Văn bản mới: 2"
    assert (str(message["List-Unsubscribe"]), str(message["List-Unsubscribe-Post"])) == (
        f"<{stop}>",
        "List-Unsubscribe=One-Click",
    )
    assert text(letter).splitlines() == [
        f"Văn bản mới đăng trên cổng thông tin của {SCHOOL.name}, theo đăng ký của ông/bà: "
        "tất cả văn bản",
        "",
        "1. 2/CV",
        "   Về việc khai giảng",
        f"   {readers.url}/vi/" + "/".join(first.getPhysicalPath()[3:-1]) + "/2-cv",
        "",
        "2. 1/CV (01/09/2026)",
        "   Kế hoạch năm học",
        f"   {readers.base}" + "/".join(first.getPhysicalPath()),
        "",
        "-- ",
        "Ông/bà nhận thư này vì địa chỉ đã được xác nhận đăng ký. Để ngừng nhận và xóa địa chỉ, "
        f"mở trang: {stop}",
    ]
    assert readers.send(days=1).letters == 0


def test_a_letter_is_sent_once_a_day_and_the_next_day_brings_the_rest(readers):
    readers.subscribe()
    readers.file("1/CV")
    readers.send()
    readers.file("2/CV")
    assert readers.send().letters == 0
    readers.send(days=1)
    assert told(readers) == [("phuhuynh@mau.vn", ["1/CV"]), ("phuhuynh@mau.vn", ["2/CV"])]


def test_each_gets_what_fits_the_own_search(readers):
    readers.subscribe("a@mau.vn", kind="Công văn")
    readers.subscribe("b@mau.vn", q="tuyển sinh")
    readers.subscribe("c@mau.vn", year="2015")
    readers.subscribe("d@mau.vn", kind="Kế hoạch")
    readers.file("1/CV", kind="Công văn", title="Về tuyển sinh lớp 1")
    readers.file("2/TB", kind="Thông báo", title="Tuyển sinh lớp 6")
    readers.file("3/CV", kind="Công văn", issued_on=date(2015, 1, 2))
    readers.send()
    assert sorted(told(readers)) == [
        ("a@mau.vn", ["3/CV", "1/CV"]),
        ("b@mau.vn", ["2/TB", "1/CV"]),
        ("c@mau.vn", ["3/CV"]),
    ]


def test_a_document_published_with_an_old_date_is_caught(readers):
    readers.subscribe()
    document = readers.file("1/CV", publish=False, issued_on=date(1999, 1, 1))
    document.setEffectiveDate(DateTime("2001/01/01"))
    with api.env.adopt_roles(["Manager"]):
        api.content.transition(document, "publish")
    transaction.commit()
    assert document.effective_date.year() == 2001
    readers.send()
    assert told(readers) == [("phuhuynh@mau.vn", ["1/CV"])]


def test_nothing_restricted_leaks_and_what_is_withdrawn_meanwhile_is_not_sent(readers):
    readers.subscribe()
    readers.file("1/CV", publish=False, title="Bản nháp bí mật")
    withdrawn = readers.file("2/CV", title="Đã gỡ bí mật")
    closed = readers.file("3/CV", title="Nội bộ bí mật")
    over = readers.file("4/CV", title="Hết hạn bí mật")
    gone = readers.file("5/CV", title="Đã xóa bí mật")
    with api.env.adopt_roles(["Manager"]):
        api.content.transition(withdrawn, "withdraw", comment="Sai ngày")
        for permission in ("View", "Access contents information"):
            closed.manage_permission(permission, ["Manager"], acquire=0)
        closed.reindexObjectSecurity()
        over.setExpirationDate(DateTime() - 1)
        over.reindexObject()
        api.content.delete(gone)
    transaction.commit()
    readers.file("6/CV")
    # the command works as the instance's administrator, who sees everything
    with api.env.adopt_roles(["Manager"]):
        readers.send()
    (letter,) = readers.letters()
    assert "6/CV" in text(letter)
    assert "bí mật" not in text(letter)
    assert str(letter.message["Subject"]).endswith(": 1")


def test_what_is_withdrawn_before_a_run_and_published_again_after_it_is_sent(readers):
    readers.subscribe()
    document = readers.file("1/CV")
    with api.env.adopt_roles(["Manager"]):
        api.content.transition(document, "withdraw", comment="Sai ngày")
        transaction.commit()
        readers.send()
        assert told(readers) == []
        api.content.transition(document, "retract")
        api.content.transition(document, "publish")
    transaction.commit()
    readers.send(days=1)
    assert told(readers) == [("phuhuynh@mau.vn", ["1/CV"])]


def test_of_many_the_first_thirty_are_named_and_a_link_leads_to_all(readers):
    readers.subscribe(q="khai giảng")
    for number in range(1, 35):
        readers.file(f"{number}/CV")
    readers.send()
    (letter,) = readers.letters()
    items = [line for line in text(letter).splitlines() if line[:1].isdigit()]
    assert (len(items), items[0].split()[1]) == (letters.MOST_ITEMS, "34/CV")
    assert "30 văn bản đầu tiên trong tổng số 34 văn bản" in text(letter)
    assert "khai" not in text(letter).replace("Về việc khai giảng", "")
    all_of_them = requests.get(link(letter, "alert-results"), allow_redirects=False)
    assert all_of_them.status_code == 302
    assert all_of_them.headers["Location"].endswith("?q=khai+gi%E1%BA%A3ng")
    page = requests.get(link(letter, "alert-results"))
    assert (page.status_code, "34/CV" in page.text) == (200, True)


@pytest.mark.parametrize("how", ["page", "one-click"])
def test_it_is_stopped_by_a_button_and_the_address_is_forgotten(readers, how):
    readers.subscribe()
    readers.file("1/CV")
    readers.send()
    (letter,) = readers.letters()
    url = link(letter, "alert-stop")
    page = requests.get(url)
    transaction.begin()
    assert "Ngừng nhận và xóa địa chỉ của tôi" in page.text
    assert store.confirmed(readers.portal) == 1
    if how == "page":
        form = {"key": url.split("key=")[1]}
        done = requests.post(url.split("?")[0], data=form)
    else:
        done = requests.post(url, data={"List-Unsubscribe": "One-Click"})
    transaction.begin()
    assert (done.status_code, "Đã ngừng gửi" in done.text) == (200, True)
    kept = store.trees(readers.portal)
    assert [dict(kept[name]) for name in ("subscriptions", "pending", "addresses")] == [{}, {}, {}]
    readers.file("2/CV")
    assert readers.send(days=1).letters == 0
    again = requests.post(url)
    assert (again.status_code, requests.get(url).status_code) == (200, 404)


def test_nobody_stops_a_search_without_its_key(readers):
    readers.subscribe()
    (one,) = store.trees(readers.portal)["subscriptions"]
    for key in ("", one, f"{one}.", f"{one}.{'0' * 40}", f"{one}.ký"):
        requests.post(f"{readers.url}/vi/@@alert-stop", data={"key": key})
    transaction.begin()
    assert store.confirmed(readers.portal) == 1


def test_a_run_that_was_killed_is_taken_up_and_nobody_is_told_twice(readers):
    for name in "abc":
        readers.subscribe(f"{name}@mau.vn")
    readers.file("1/CV")
    commits = iter(range(10))

    def killed():
        """The power goes between the first letter and the second."""
        if next(commits) == 2:
            raise KeyboardInterrupt
        transaction.commit()

    with pytest.raises(KeyboardInterrupt):
        alerts.send(readers.portal, readers.clock.now(UTC) + timedelta(hours=1), commit=killed)
    transaction.abort()
    first = told(readers)
    readers.send()
    second = told(readers)
    assert (len(first), sorted(first + second)) == (
        1,
        [(f"{name}@mau.vn", ["1/CV"]) for name in "abc"],
    )


def test_what_is_being_published_right_now_waits_for_the_next_run(readers):
    readers.subscribe()
    readers.file("1/CV")
    assert readers.send(hours=0).letters == 0
    assert readers.send().letters == 1


def test_a_section_that_is_gone_finds_nothing(readers):
    readers.subscribe()
    (one,) = store.trees(readers.portal)["subscriptions"].values()
    one["place"] = "0" * 32
    transaction.commit()
    readers.file("1/CV")
    assert readers.send().letters == 0


def test_the_log_of_publications_is_short(readers):
    published = store.trees(readers.portal, create=True)["published"]
    old = publications.number_of(datetime.now(UTC) - timedelta(days=91))
    for number in range(60):
        published[old + number] = "x"
    transaction.commit()
    for number in (1, 2):
        readers.file(f"{number}/CV")
    assert len(published) == 2


def test_an_address_is_forgotten_on_request(readers):
    readers.subscribe("a@mau.vn", year="2025")
    readers.subscribe("b@mau.vn")
    assert [alerts.forget_address(readers.portal, name) for name in ("A@mau.vn", "x@mau.vn")] == [
        1,
        0,
    ]
    assert [one["address"] for one in store.trees(readers.portal)["subscriptions"].values()] == [
        "b@mau.vn"
    ]


def test_uninstalling_forgets_every_address(readers):
    readers.subscribe()
    with api.env.adopt_roles(["Manager"]):
        setup = api.portal.get_tool("portal_setup")
        setup.runAllImportStepsFromProfile("profile-eduportal:uninstall")
    assert dict(store.trees(readers.portal)["subscriptions"]) == {}


def test_a_document_corrected_after_publication_is_sent_to_whom_it_fits_now(readers):
    readers.subscribe(kind="Công văn")
    document = readers.file("1/CV", kind="Thông báo")
    assert readers.send().letters == 0
    document.kind = "Công văn"
    document.reindexObject()
    transaction.commit()
    assert (readers.send(days=1).letters, readers.send(days=1).letters) == (1, 0)


def test_a_run_that_tells_nobody_anything_writes_nothing(readers):
    readers.subscribe(year="2015")
    readers.file("1/CV")
    readers.send()
    (one,) = store.trees(readers.portal)["subscriptions"].values()
    before = one._p_serial
    readers.send(days=1)
    assert one._p_serial == before


def test_a_portal_that_cannot_write_mail_keeps_what_is_new_for_later(readers):
    readers.subscribe()
    readers.file("1/CV")
    api.portal.set_registry_record("plone.email_from_address", "")
    transaction.commit()
    assert readers.send().letters == 0
    api.portal.set_registry_record("plone.email_from_address", SCHOOL.email)
    transaction.commit()
    assert readers.send().letters == 1


def test_the_list_of_one_section_is_searched_alone(readers):
    section = sections.find("steering-information")
    page = f"{readers.base}{'/'.join(section.getPhysicalPath())}/@@alert-me"
    requests.post(page, data={"email": "a@mau.vn", "protected_1": ""})
    (letter,) = readers.letters()
    readers.confirm(letter)
    assert f"Nội dung sẽ gửi: Chuyên mục: {section.title}" in text(letter)
    readers.file("1/CV")
    with api.env.adopt_roles(["Manager"]):
        inside = createContentInContainer(
            section, "OfficialDocument", number="2/KL", title="Kết luận"
        )
        api.content.transition(inside, "publish")
    transaction.commit()
    readers.send()
    (letter,) = readers.letters()
    assert ("2/KL" in text(letter), "1/CV" in text(letter)) == (True, False)
    url = requests.get(
        f"{readers.url}/vi/@@alert-results?key={link(letter, 'alert-stop').split('key=')[1]}",
        allow_redirects=False,
    ).headers["Location"]
    assert url == f"{readers.base}{'/'.join(section.getPhysicalPath())}"


def test_the_command_sends_and_forgets(district):
    done = district.json("alerts", "send")
    nothing = {"letters": 0, "documents": 0, "purged": 0, "postponed": 0}
    assert done == dict.fromkeys(("so-mau", "xa-mau", "hoa-sen"), nothing)
    forgotten = district.command("alerts", "forget", "a@mau.vn")
    assert (forgotten.returncode, forgotten.stdout) == (0, "Đã xóa / Deleted: 0\n")
