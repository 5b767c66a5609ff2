"""The search page of a portal, as visitors get it."""

from datetime import date
from tests.search.conftest import spaced
import pytest

TEXT = "<p>Mức thu <b>học phí</b> do hội đồng nhân dân quyết định.</p><script>hocphi()</script>"


def texts(page, selector):
    return [spaced(one) for one in page.cssselect(selector)]


def test_the_words_are_marked_in_the_title_and_in_the_best_place_of_the_text(shelf):
    shelf.put("News Item", "Thu học phí năm học mới", description="Từ tháng 9.", text=TEXT)
    page = shelf.page("hoc phi nhan dan")
    (hit,) = page.cssselect(".edu-hits > li")
    assert spaced(hit).startswith("Thu học phí năm học mới")
    assert texts(hit, "p") == ["Mức thu học phí do hội đồng nhân dân quyết định."]
    assert texts(hit, "a mark") == ["học", "phí", "học"]
    assert texts(hit, "p mark") == ["học", "phí", "nhân", "dân"]


def test_a_document_shows_number_date_and_the_place_in_its_file(shelf):
    record = shelf.put(
        "OfficialDocument", "Quy chế công khai", "documents", number="36/2017/TT-BGDĐT"
    )
    shelf.put("File", "Tệp", parent=record, step="", file="Cam kết nuôi bạch liên hoa. " * 40)
    shelf.read_files()
    (hit,) = shelf.page("cam ket bach lien").cssselect(".edu-hits > li")
    assert texts(hit, "a") == ["Quy chế công khai"]
    assert texts(hit, ".edu-list__number")[0].startswith("Số 36/2017/TT-BGDĐT")
    assert texts(hit, "p mark")[:4] == ["Cam", "kết", "bạch", "liên"]


def test_kinds_are_counted_chosen_and_kept(shelf):
    shelf.put("News Item", "Bachlienhoa in bloom", language="en")
    shelf.put("News Item", "Bachlienhoa again", language="en")
    shelf.put("OfficialDocument", "Văn bản về Bachlienhoa", "documents")
    shelf.put("Document", "About Bachlienhoa", "history", "en")
    page = shelf.page("bachlienhoa", "en")
    kinds = page.cssselect(".edu-search__kinds button")
    assert [(spaced(one), one.get("value"), one.get("aria-pressed")) for one in kinds] == [
        ("Everything 4", "", "true"),
        ("Official documents 1", "documents", "false"),
        ("News and events 2", "news", "false"),
        ("Pages and sections 1", "pages", "false"),
    ]
    chosen = shelf.page("bachlienhoa", "en", kind="documents")
    assert texts(chosen, ".edu-hits a") == ["Văn bản về Bachlienhoa"]
    assert texts(chosen, ".edu-search__kinds [aria-pressed=true]") == ["Official documents 1"]
    assert len(shelf.titles("bachlienhoa", "en", kind="no-such-kind")) == 4


def test_twenty_on_a_page_and_the_links_keep_the_question_alone(shelf):
    for number in range(45):
        shelf.put("News Item", f"Tin Bachlienhoa {number}")
    parameters = {"kind": "news", "b_start": "20", "spam": "http://nhacai.vip"}
    page = shelf.page("bachlienhoa", **parameters)
    hrefs = {one.get("href").partition("?")[2] for one in page.cssselect(".pagination a")}
    pages = ("b_start:int", 0), ("b_start:int", 20), ("b_start", 40), ("b_start", 9999)
    found = [shelf.titles("bachlienhoa", **{name: start}) for name, start in pages]
    assert [len(one) for one in found] == [20, 20, 5, 20]
    assert len({title for one in found for title in one}) == 45
    assert hrefs == {
        f"SearchableText=bachlienhoa&kind=news&b_start:int={start}" for start in (0, 40)
    }
    assert "nhacai" not in page.text_content()


def test_the_newest_come_first_among_equals(shelf):
    shelf.put("News Item", "Tin Bachlienhoa hôm nay")
    for day in (3, 21, 12):
        record = {"issued_on": date(2024, 5, day), "number": f"{day}/KH-THHS"}
        shelf.put("OfficialDocument", f"Kế hoạch Bachlienhoa ngày {day}", "documents", **record)
    shelf.put("OfficialDocument", "Kế hoạch Bachlienhoa không ngày", "documents")
    assert shelf.titles("bachlienhoa") == [
        "Tin Bachlienhoa hôm nay",
        "Kế hoạch Bachlienhoa ngày 21",
        "Kế hoạch Bachlienhoa ngày 12",
        "Kế hoạch Bachlienhoa ngày 3",
        "Kế hoạch Bachlienhoa không ngày",
    ]


def test_documents_are_found_from_both_languages_and_pages_from_their_own(shelf):
    shelf.put("OfficialDocument", "Văn bản Bachlienhoa", "documents")
    shelf.put("News Item", "Tin Bachlienhoa")
    shelf.put("News Item", "News of Bachlienhoa", language="en")
    assert sorted(shelf.titles("bachlienhoa")) == ["Tin Bachlienhoa", "Văn bản Bachlienhoa"]
    assert sorted(shelf.titles("bachlienhoa", "en")) == [
        "News of Bachlienhoa",
        "Văn bản Bachlienhoa",
    ]


def test_search_engines_are_told_to_stay_away(shelf):
    answer = shelf.get("vi/@@search", SearchableText="thông báo")
    assert answer.headers["X-Robots-Tag"] == "noindex, nofollow"
    assert '<meta name="robots" content="noindex, nofollow"' in " ".join(answer.text.split())
    assert shelf.get("vi/@@suggest", q="thông").headers["X-Robots-Tag"] == "noindex, nofollow"


def test_words_are_repeated_in_the_boxes_alone(shelf):
    answer = shelf.get("vi/@@search", SearchableText="quynhhoa bachmai")
    page = shelf.page("quynhhoa bachmai")
    boxes = page.cssselect("input[name=SearchableText]")
    assert [one.get("value") for one in boxes] == ["quynhhoa bachmai"] * 2
    assert answer.text.count("quynhhoa") == 2


@pytest.mark.parametrize(
    "typed",
    ["quynhhoa nhacai.vip", "https://quynhhoa", "quynhhoa 0901234567", "quynhhoa @nhacai"],
)
def test_adverts_are_repeated_nowhere(shelf, typed):
    for path in ("vi/@@search", "en/@@search", "vi", "vi/@@suggest", "vi/search_rss"):
        answer = shelf.get(path, SearchableText=typed, q=typed, kind=typed, b_start=typed)
        assert (answer.status_code in (200, 404), "quynhhoa" in answer.text) == (True, False), path


def test_an_advert_that_is_found_is_searched_but_has_one_page(shelf):
    for number in range(21):
        shelf.put("News Item", f"Tin {number}", description="Xem tại nhacai.vip")
    page = shelf.page("nhacai.vip")
    assert len(page.cssselect(".edu-hits > li")) == 20
    assert page.cssselect(".pagination, .edu-search__kinds") == []


def test_nothing_found_says_what_may_help(shelf):
    page = shelf.page("khongcogidau", "en")
    assert texts(page, "main [role=status]") == ["Found: 0"]
    assert texts(page, ".edu-note li") == [
        "Try fewer or other words; Vietnamese marks may be left out.",
        "Of a document, its number alone is enough, for example 37/2020.",
        "Look through all sections",
    ]


def test_other_words_are_offered_and_found_by_a_button(shelf):
    shelf.put("News Item", "Tuyển sinh đầu cấp năm học 2026-2027")
    page = shelf.page("tuyem sinh")
    (offered,) = page.cssselect(".edu-search__meant button")
    assert "Tuyển sinh đầu cấp năm học 2026-2027" in shelf.titles(offered.get("value"))


def test_an_empty_question_shows_the_box_alone(shelf):
    page = shelf.page("")
    assert (texts(page, "main [role=status]"), page.cssselect(".edu-hits")) == ([], [])
