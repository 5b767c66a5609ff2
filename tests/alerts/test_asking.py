"""Asking for mails: confirmed by the receiver, no text of a stranger's, no mail bomb."""

from datetime import date
from datetime import timedelta
from eduportal.alerts import store
from eduportal.alerts.ask import posts
from eduportal.testing import SCHOOL
from eduportal.units import closing
from lxml import html
from plone import api
from tests.alerts.conftest import link
from tests.alerts.conftest import text
from time import monotonic
from urllib.parse import quote
import pytest
import requests
import transaction

PLANTED = "Trúng thưởng 100 triệu tại cờ bạc chấm com"


def kept(readers):
    transaction.begin()
    return list(store.trees(readers.portal)["subscriptions"].values())


def test_a_search_is_kept_only_after_its_receiver_pressed_the_button(readers):
    readers.file("12/CV", kind="Công văn")
    answer = readers.ask(kind="Công văn", year="2026", sort="number", b_start="20")
    assert "một thư đang được gửi tới đó" in answer.text
    (letter,) = readers.letters()
    (one,) = kept(readers)
    assert (letter.recipients, letter.sender) == (("phuhuynh@mau.vn",), SCHOOL.email)
    assert str(letter.message["Subject"]) == (
        f"[{SCHOOL.name}] Đề nghị xác nhận: nhận văn bản mới qua thư điện tử"
    )
    assert "Nội dung sẽ gửi: Hình thức văn bản: Công văn; Năm ban hành: 2026" in text(letter)
    assert (one["confirmed"], store.confirmed(readers.portal)) == (None, 0)

    url = link(letter, "alert-confirm")
    page = requests.get(url)
    assert "Đồng ý nhận" in page.text
    assert "Hình thức văn bản: Công văn" in page.text
    assert kept(readers)[0]["confirmed"] is None

    done = readers.confirm(letter)
    assert "Đã xác nhận" in done.text
    (one,) = kept(readers)
    assert one["confirmed"] is not None
    assert (one["address"], one["parameters"], one["language"], one["base"]) == (
        "phuhuynh@mau.vn",
        {"kind": "Công văn", "year": "2026"},
        "vi",
        readers.url,
    )
    assert url.split("key=")[1].split(".")[1] not in repr(dict(one))


def test_in_english_everything_is_english(readers):
    answer = readers.ask(language="en")
    (letter,) = readers.letters()
    assert "a message is on its way" in answer.text
    assert str(letter.message["Subject"]) == (
        f"[{SCHOOL.name_en}] Please confirm: new documents by e-mail"
    )
    assert "What would be sent: all documents" in text(letter)
    assert f"{readers.url}/en/@@alert-confirm?key=" in text(letter)


@pytest.mark.parametrize("name", ["q", "kind", "issuer", "signer", "area", "validity"])
def test_no_mail_and_no_page_says_what_a_stranger_typed(readers, name):
    readers.file("12/CV")
    answer = readers.ask("nannhan@mau.vn", **{name: PLANTED})
    (letter,) = readers.letters()
    confirm = requests.get(link(letter, "alert-confirm"))
    readers.confirm(letter)
    everything = [letter.content.decode(), text(letter), confirm.text]
    assert not any(word in one for one in everything for word in ("Trúng", "bạc", quote("Trúng")))
    shown = html.fromstring(answer.content).text_content()
    assert PLANTED not in shown


def test_words_that_documents_answer_to_are_shown_on_pages_and_in_no_mail(readers):
    readers.file("12/CV")
    page = html.fromstring(readers.page(q="khai giảng").content)
    readers.ask(q="khai giảng")
    (letter,) = readers.letters()
    confirm = html.fromstring(requests.get(link(letter, "alert-confirm")).content)
    assert [one.text_content() for one in page.cssselect("q")] == ["khai giảng"]
    assert [one.text_content() for one in confirm.cssselect("q")] == ["khai giảng"]
    assert "Nội dung sẽ gửi: từ ngữ đã nhập khi tìm" in text(letter)
    assert "khai gi" not in text(letter)


@pytest.mark.parametrize(
    "email",
    [
        "",
        "không phải",
        "a@b",
        "a@mau.vn, b@mau.vn",
        "a@mau.vn\nBcc: b@mau.vn",
        f"{'a' * 300}@x.vn",
        "a..b@mau.vn",
        ".a@mau.vn",
        "a.@mau.vn",
    ],
)
def test_what_is_no_address_is_asked_for_again(readers, email):
    answer = readers.ask(email)
    assert ("một địa chỉ thư điện tử" in answer.text, readers.letters(), kept(readers)) == (
        True,
        [],
        [],
    )


def test_the_answer_does_not_tell_whether_an_address_is_known(readers):
    readers.subscribe("biet@mau.vn")
    known, unknown = readers.ask("biet@mau.vn"), readers.ask("la@mau.vn")
    assert known.status_code == unknown.status_code == 200
    assert known.text.replace("biet", "la") == unknown.text


def test_an_address_gets_one_confirmation_a_day_however_it_is_spelled(readers):
    for email in ("a@mau.vn", "A@Mau.vn", "a+1@mau.vn", "a+2@mau.vn"):
        readers.ask(email, year="2026")
    assert [letter.recipients for letter in readers.letters()] == [("a@mau.vn",)]


def test_dots_in_a_gmail_address_make_no_other_mailbox(readers):
    for email in ("nan.nhan@gmail.com", "n.annhan@gmail.com", "nannhan@googlemail.com"):
        readers.ask(email, year="2026")
    readers.ask("nan.nhan@mau.vn")
    readers.ask("nannhan@mau.vn")
    assert [letter.recipients for letter in readers.letters()] == [
        ("nan.nhan@gmail.com",),
        ("nan.nhan@mau.vn",),
        ("nannhan@mau.vn",),
    ]


def test_many_visitors_together_cannot_bomb_an_address(readers, proxied):
    for number in range(8):
        requests.post(
            f"{readers.url}/vi/@@alert-me",
            data={"email": "nannhan@mau.vn", "protected_1": "", "year": str(2000 + number)},
            headers={"X-Forwarded-For": f"203.0.113.{number}"},
        )
    assert len(readers.letters()) == 1


def test_many_portals_together_cannot_bomb_an_address(readers):
    """The limit of the process counts although each portal's own record is empty."""
    sent = 0
    for _portal in range(6):
        readers.ask("nannhan@mau.vn")
        sent += len(readers.letters())
        store.forget(readers.portal)
        transaction.commit()
    assert sent == 3


def test_a_visitor_waits_after_five_and_a_portal_after_sixty(readers, proxied):
    one = [readers.ask(f"a{number}@mau.vn").status_code for number in range(6)]
    posts.clear()
    many = [
        requests.post(
            f"{readers.url}/vi/@@alert-me",
            data={"email": f"b{number}@mau.vn", "protected_1": ""},
            headers={"X-Forwarded-For": f"203.0.113.{number}"},
        )
        for number in range(61)
    ]
    assert one == [200] * 5 + [429]
    assert [answer.status_code for answer in many] == [200] * 60 + [429]
    assert 0 < int(many[-1].headers["Retry-After"]) <= 3600
    assert "Đề nghị thử lại sau" in many[-1].text


def test_a_visitor_waits_after_twenty_in_an_hour(readers, monkeypatch):
    """Counted for all portals together: five in each would be thousands from one place."""
    answers = []
    for number in range(21):
        minutes = 10 * (number // 5)
        monkeypatch.setattr(posts, "_clock", lambda ahead=60 * minutes: monotonic() + ahead)
        answers.append(readers.ask(f"a{number}@mau.vn").status_code)
    assert answers == [200] * 20 + [429]


def test_a_robot_is_refused(readers):
    url = f"{readers.url}/vi/@@alert-me"
    filled = requests.post(url, data={"email": "a@mau.vn", "protected_1": "x"})
    without = requests.post(url, data={"email": "a@mau.vn"})
    assert (filled.status_code, without.status_code, readers.letters()) == (403, 403, [])


def test_a_link_asks_for_nothing(readers):
    readers.page(email="nannhan@mau.vn", protected_1="")
    assert (readers.letters(), kept(readers)) == ([], [])


def test_a_wrong_key_and_an_old_one_confirm_nothing(readers):
    readers.ask()
    (letter,) = readers.letters()
    url = link(letter, "alert-confirm")
    for wrong in (url[:-1], f"{url}x", url.split("?")[0], f"{url.split('?')[0]}?key=ký.tự"):
        assert requests.post(wrong).status_code == 404
    assert kept(readers)[0]["confirmed"] is None
    kept(readers)[0]["asked"] -= timedelta(days=3, minutes=1)
    transaction.commit()
    assert readers.confirm(letter).status_code == 404
    assert kept(readers)[0]["confirmed"] is None


def test_what_nobody_confirms_is_deleted_with_its_address(readers):
    readers.ask()
    kept_then = len(kept(readers))
    report = readers.send(days=4)
    assert (kept_then, report.purged, kept(readers)) == (1, 1, [])
    assert dict(store.trees(readers.portal)["addresses"]) == {}
    assert dict(store.trees(readers.portal)["pending"]) == {}


def test_an_address_has_five_searches_at_most(readers, monkeypatch):
    for year in range(2020, 2027):
        readers.ask("a@mau.vn", year=str(year))
        for letter in readers.letters():
            readers.confirm(letter)
        posts.clear()
        owner = store.trees(readers.portal)["addresses"]
        for name, (ids, _day) in list(owner.items()):
            owner[name] = (ids, None)
        transaction.commit()
    years = sorted(one["parameters"]["year"] for one in kept(readers))
    assert years == ["2020", "2021", "2022", "2023", "2024"]


def test_a_portal_keeps_no_more_than_it_can_serve(readers, monkeypatch):
    monkeypatch.setattr(store, "MOST_PENDING", 2)
    for number in range(4):
        readers.ask(f"a{number}@mau.vn")
    assert (len(kept(readers)), len(readers.letters())) == (2, 2)


def test_switched_off_it_is_not_offered_and_what_was_sent_can_still_be_stopped(readers):
    readers.file("1/CV", publish=False)
    readers.subscribe()
    api.portal.set_registry_record("eduportal.alerts.enabled", False)
    transaction.commit()
    readers.file("2/CV")
    register = requests.get(f"{readers.url}/vi/van-ban").text
    assert readers.page().status_code == 404
    assert "alert-me" not in register
    assert readers.send().letters == 0
    (one,) = store.trees(readers.portal)["subscriptions"]
    stop = f"{readers.url}/vi/@@alert-stop?key={store.stop_key(readers.portal, one)}"
    assert requests.post(stop).status_code == 200
    assert kept(readers) == []


def test_the_register_leads_to_the_form_with_its_search(readers):
    readers.file("12/CV", kind="Công văn")
    register = f"{readers.url}/vi/van-ban/he-thong-van-ban"
    page = html.fromstring(requests.get(register, params={"kind": "Công văn"}).content)
    (link_,) = [one.get("href") for one in page.iter("a") if "alert-me" in one.get("href", "")]
    form = requests.get(link_)
    assert link_ == f"{register}/@@alert-me?kind=C%C3%B4ng+v%C4%83n"
    assert (form.status_code, "Hình thức văn bản: Công văn" in form.text) == (200, True)


def test_a_closed_unit_offers_nothing(readers):
    closing.close("https://noi-khac.edu.vn/", date(2026, 1, 1))
    transaction.commit()
    assert readers.send().letters == 0


def test_search_engines_and_caches_keep_none_of_the_pages(readers):
    readers.ask()
    (letter,) = readers.letters()
    urls = [
        f"{readers.url}/vi/@@alert-me",
        link(letter, "alert-confirm"),
        f"{readers.url}/vi/@@alert-stop?key=x.y",
    ]
    for url in urls:
        answer = requests.get(url)
        assert answer.headers["X-Robots-Tag"] == "noindex, nofollow"
        assert answer.headers["Cache-Control"] == "private, no-store"


def test_no_view_and_no_search_of_the_portal_shows_an_address(readers):
    readers.subscribe("bi-mat@mau.vn")
    manager = ("admin", "secret")
    seen = [
        requests.get(f"{readers.url}/{path}", auth=auth).text
        for path in (
            "",
            "vi",
            "vi/@@search?SearchableText=bi-mat",
            "@@eduportal-alerts-controlpanel",
            "@@overview-controlpanel",
            "++api++/vi",
        )
        for auth in (None, manager)
    ]
    assert not any("bi-mat@mau.vn" in page for page in seen)


def test_a_forged_host_cannot_lead_the_receiver_to_a_stranger(readers, tmp_path, monkeypatch):
    monkeypatch.setenv("VAR", str(tmp_path))
    (tmp_path / "mail.toml").write_text('base_url = "https://cong.tinhmau.edu.vn"')
    requests.post(
        f"{readers.url}/vi/@@alert-me",
        data={"email": "nannhan@mau.vn", "protected_1": ""},
        headers={"Host": "la.vn"},
    )
    (letter,) = readers.letters()
    assert "https://cong.tinhmau.edu.vn/plone/vi/@@alert-confirm?key=" in text(letter)
    assert "la.vn" not in letter.content.decode() + text(letter)


def test_administrators_see_how_many_there_are(readers):
    readers.subscribe()
    page = requests.get(f"{readers.url}/@@eduportal-alerts-controlpanel", auth=("admin", "secret"))
    assert "đã được người nhận xác nhận: 1." in page.text
