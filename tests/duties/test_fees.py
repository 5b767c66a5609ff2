"""Author fees: counted at the first publication, by author and month, changed by chief editors."""

from datetime import datetime
from eduportal import editorial
from eduportal import sections
from eduportal.duties.fees import amounts
from eduportal.duties.fees import ledger
from eduportal.duties.fees.report import by_name
from eduportal.duties.fees.report import report
from io import BytesIO
from lxml import html
from openpyxl import load_workbook
from plone import api
from plone.app.multilingual.api import translate
from plone.app.textfield.value import RichTextValue
from plone.dexterity.utils import createContentInContainer
from zoneinfo import ZoneInfo
import pytest
import transaction

MONTH = f"{datetime.now(ZoneInfo('Asia/Ho_Chi_Minh')):%Y-%m}"


@pytest.fixture
def rates():
    """Set what the unit's own regulation says."""

    def set_rates(**rates):
        for name, value in rates.items():
            api.portal.set_registry_record(f"eduportal.fees.{name}", value)

    return set_rates


def words(count):
    return RichTextValue("<p>" + "chữ " * count + "</p>", "text/html", "text/html")


def entries(portal):
    return [
        (one.title, one.kind, one.authors, one.amount) for one in ledger.of_month(portal, MONTH)
    ]


def test_news_articles_reposts_and_translations_have_rates_of_their_own(
    board, published, rates, portal
):
    rates(rate_news=50_000, rate_article=150_000, rate_repost=10_000, article_words=100)
    rates(rate_translation=80_000)
    published(title="Tin", text=words(99))
    published(title="Bài", text=words(100))
    published(title="Đăng lại", reposted=True, source_name="Báo Mẫu", text=words(300))
    original = published(title="Tin dịch")
    with api.env.adopt_user("editor"), api.env.adopt_roles(["Manager"]):
        english = translate(original, "en")
        english.title = "News in English"
        api.content.transition(english, "publish")

    assert sorted(entries(portal)) == [
        ("Bài", "article", ("contributor",), 150_000),
        ("News in English", "translation", ("editor",), 80_000),
        ("Tin", "news", ("contributor",), 50_000),
        ("Tin dịch", "news", ("contributor",), 50_000),
        ("Đăng lại", "repost", ("contributor",), 10_000),
    ]


def test_documents_are_counted_only_while_they_have_a_rate(board, published, rates, portal):
    published("document-register", kind="OfficialDocument", title="Một", number="1/QĐ")
    rates(rate_document=5_000)
    published("document-register", kind="OfficialDocument", title="Hai", number="2/QĐ")
    published("news", kind="File", title="Tệp")

    assert entries(portal) == [("Hai", "document", ("contributor",), 5_000)]


def test_only_the_first_publication_counts_at_the_rate_of_that_day(board, published, rates, portal):
    rates(rate_news=50_000)
    item = published(title="Tin")
    rates(rate_news=70_000)
    with api.env.adopt_roles(["Manager"]):
        api.content.transition(item, "withdraw", comment="Nhầm")
        api.content.transition(item, "retract")
        api.content.transition(item, "publish")

    assert entries(portal) == [("Tin", "news", ("contributor",), 50_000)]


def test_what_no_member_wrote_is_not_counted(board, portal):
    with api.env.adopt_roles(["Manager"]):
        made = createContentInContainer(sections.find("news"), "News Item", title="Mẫu")
        made.setCreators(("admin",))
        made.workflow_history["editorial"][0]["actor"] = "admin"
        api.content.transition(made, "publish")

    assert entries(portal) == []


def test_several_authors_share_to_the_last_dong(board, published, rates, portal):
    rates(rate_news=50_000)
    published(title="Tin", creators=("contributor", "other", "editor"))
    (entry,) = ledger.of_month(portal, MONTH)

    assert entry.shares() == {"contributor": 16_667, "other": 16_667, "editor": 16_666}
    assert report(portal, MONTH, "editor").amount == 16_666
    assert report(portal, MONTH).amount == 50_000


def test_names_are_sorted_by_the_given_name():
    names = ["Trần Văn An", "Lê Thị Bình", "Nguyễn An", "Đỗ Ánh"]

    assert sorted(names, key=by_name) == ["Nguyễn An", "Trần Văn An", "Đỗ Ánh", "Lê Thị Bình"]


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("50.000", 50_000),
        ("50000", 50_000),
        ("1.250.000 đ", 1_250_000),
        ("50,000 VND", 50_000),
        ("0", 0),
        ("50.00", None),
        ("-5", None),
        ("năm mươi", None),
        ("99999999999", None),
    ],
)
def test_amounts_are_read_as_people_type_them(typed, amount):
    assert amounts.read(typed) == amount


def page(office, person, path="@@author-fees", language="vi"):
    return office.ask(person, "GET", f"{office.url}/{language}/{path}?month={MONTH}")


def fill(office, person="chief", button="save", **values):
    data = {"month": MONTH, button: "1", **values, "_authenticator": office.token(person)}
    answer = office.ask(person, "POST", f"{office.url}/vi/@@author-fees", data=data)
    transaction.begin()
    return answer


def shown(answer):
    """The table of authors: name and amount."""
    rows = html.fromstring(answer.content).xpath("//main//table[1]/tbody/tr")
    return [(row.xpath("th")[0].text, row.xpath("td")[-1].text) for row in rows]


@pytest.fixture
def paid(office, published, rates):
    rates(rate_news=50_000)
    items = {
        "first": published(title="Của tôi"),
        "second": published(title="Của người khác", by="other"),
    }
    transaction.commit()
    return items


def test_chief_editors_and_administrators_see_everybody_and_an_author_only_oneself(office, paid):
    everybody = [("contributor", "50.000"), ("other", "50.000")]

    assert shown(page(office, "chief")) == everybody
    assert shown(page(office, "administrator")) == everybody
    assert shown(page(office, "contributor")) == [("contributor", "50.000")]
    assert "Của người khác" not in page(office, "contributor").text
    assert shown(page(office, "editor")) == []
    answer = page(office, None)
    assert (answer.status_code, "require_login" in answer.headers["Location"]) == (302, True)
    assert page(office, "chief").headers["Cache-Control"] == "private, no-store"


def test_a_chief_editor_changes_an_amount_with_a_note_and_takes_it_back(office, paid):
    uid = paid["first"].UID()
    fill(office, **{f"amount-{uid}": "80.000", f"note-{uid}": "Có ảnh"})
    assert shown(page(office, "contributor")) == [("contributor", "80.000")]
    assert "Có ảnh" in page(office, "contributor").text

    fill(office, **{f"amount-{uid}": "", f"note-{uid}": ""})
    assert shown(page(office, "contributor")) == [("contributor", "50.000")]


def test_a_wrong_amount_is_named_and_stays_as_typed_while_the_good_one_is_kept(office, paid):
    first, second = paid["first"].UID(), paid["second"].UID()
    answer = fill(office, **{f"amount-{first}": "nhiều", f"amount-{second}": "10.000"})

    assert "“nhiều” ở “Của tôi” không phải là số tiền" in answer.text
    assert 'value="nhiều"' in answer.text
    assert shown(answer) == [("contributor", "50.000"), ("other", "10.000")]


def test_new_rates_are_applied_to_a_month_but_not_to_what_was_changed_by_hand(office, paid, rates):
    fill(office, **{f"amount-{paid['first'].UID()}": "80.000"})
    rates(rate_news=60_000)
    transaction.commit()
    answer = fill(office, button="apply")

    assert shown(answer) == [("contributor", "80.000"), ("other", "60.000")]


def test_an_author_changes_nothing(office, paid):
    answer = fill(office, "contributor", **{f"amount-{paid['first'].UID()}": "9.000.000"})

    assert answer.status_code in (302, 401)
    assert report(office.portal, MONTH).amount == 100_000


def test_what_was_taken_down_or_deleted_is_still_in_the_report_and_says_so(office, paid):
    with api.env.adopt_user("chief"):
        editorial.step(paid["first"], "withdraw", reason="Nhầm")
    with api.env.adopt_roles(["Manager"]):
        api.content.delete(paid["second"])
    transaction.commit()
    answer = page(office, "chief")
    badges = html.fromstring(answer.content).xpath("//main//*[contains(@class, 'badge')]/text()")

    assert sorted(badges) == ["Đã gỡ", "Đã xóa"]
    assert shown(answer) == [("contributor", "50.000"), ("other", "50.000")]


def test_the_workbook_says_the_same_and_no_title_is_a_formula(office, published, rates):
    rates(rate_news=50_000)
    published(title="=1+1")
    transaction.commit()
    answer = page(office, "chief", "@@author-fees.xlsx")
    book = load_workbook(BytesIO(answer.content))
    totals, items = (list(sheet.iter_rows(values_only=True)) for sheet in book)

    assert book.sheetnames == ["Theo tác giả", "Theo tin, bài"]
    assert totals == [
        ("Tác giả", "Tên đăng nhập", "Tin", "Số tin, bài", "Số tiền (đồng)"),
        ("contributor", "contributor", 1, 1, 50_000),
        ("Cộng", None, None, None, 50_000),
    ]
    assert [row[1:7] for row in items[1:]] == [
        ("=1+1", "Tin", "contributor", 50_000, None, "Đã đăng")
    ]
    assert book.worksheets[1]["B2"].data_type == "s"
    assert f"nhuan-but-{MONTH}.xlsx" in answer.headers["Content-Disposition"]
    own = load_workbook(BytesIO(page(office, "other", "@@author-fees.xlsx").content))
    assert list(own.worksheets[1].iter_rows(min_row=2, values_only=True)) == []


def test_a_month_that_is_none_is_the_present_one_and_the_page_speaks_english(office, paid):
    answer = office.ask("chief", "GET", f"{office.url}/en/@@author-fees?month=2026-13'")

    assert shown(answer) == [("contributor", "50,000"), ("other", "50,000")]
    assert "What was published for the first time in a month" in answer.text
