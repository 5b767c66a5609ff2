"""The list of procedures: by field with counts, narrowed, in both languages, nothing hidden."""

from eduportal.sections import find
from plone import api
from urllib.parse import urlencode
import pytest

VI = "/vi/thu-tuc/thu-tuc"
EN = "/en/procedures/procedure-list"


@pytest.fixture
def three(publish, managing, complete):
    """Two published procedures of two fields and a draft that could leak."""
    publish("procedure-list", "Chuyển trường", type="Procedure", title_en="Transfer", **complete)
    publish(
        "procedure-list",
        "Xác nhận học sinh",
        type="Procedure",
        area="Công tác học sinh",
        audiences=("hoc-sinh",),
    )
    with managing():
        api.content.create(
            find("procedure-list"), "Procedure", title="Thủ tục mật", **complete | {"code": "9.9"}
        )


def names(page):
    return page.all_words(".procedure-name a")


def test_it_is_grouped_by_field_with_counts(three, visit):
    page = visit(EN)
    assert page.all_words(".procedure-area h2") == [
        "Pupils' affairs (1 procedure)",
        "Primary education (1 procedure)",
    ]
    assert names(page) == ["Xác nhận học sinh", "Transfer"]
    assert page.values(".procedure-name a", "lang") == ["vi", None]
    assert page.words(".procedure-count") == "2 procedures"
    assert names(visit(VI)) == ["Xác nhận học sinh", "Chuyển trường"]


def test_a_draft_is_in_no_list_count_or_choice(three, visit):
    field = urlencode({"area": "Giáo dục tiểu học"})
    for path in (VI, EN, f"{EN}?q=mat", f"{EN}?{field}", "/en"):
        assert "Thủ tục mật" not in visit(path).tree.text_content()
    assert visit(EN).words(".procedure-count") == "2 procedures"


def test_words_with_and_without_marks_and_the_code_find_it(three, visit):
    for typed in ("chuyển trường", "chuyen truong", "1.005099", "hoc ba"):
        assert names(visit(f"{EN}?{urlencode({'q': typed})}")) == ["Transfer"]
    assert visit(f"{EN}?q=khongco").words(".procedure-count").startswith("No procedure matches.")


FILTERED = (
    ({"area": "Giáo dục tiểu học"}, ["Transfer"]),
    ({"audience": "hoc-sinh"}, ["Xác nhận học sinh"]),
    ({"level": "1"}, ["Transfer"]),
    ({"level": "0"}, ["Xác nhận học sinh"]),
    ({"level": "1", "audience": "hoc-sinh"}, []),
    ({"level": "nine", "audience": "<script>"}, ["Xác nhận học sinh", "Transfer"]),
    ({"b_start": "-5", "area": ""}, ["Xác nhận học sinh", "Transfer"]),
)


def test_every_filter_alone_and_together(three, visit):
    for query, found in FILTERED:
        assert names(visit(f"{EN}?{urlencode(query)}")) == found


def test_the_share_of_what_was_announced_is_told_and_never_rounded_up(three, visit, managing):
    prefix = "eduportal.procedures"
    with managing():
        api.portal.set_registry_record(f"{prefix}.official_count", 3)
    assert visit(EN).words(".procedure-share") == "Published: 2 of 3 announced (66%)."
    with managing():
        api.portal.set_registry_record(
            f"{prefix}.official_codes", ("1.005099 | Chuyển trường", "9.9 | Thủ tục khác")
        )
        api.portal.set_registry_record(f"{prefix}.official_source", "QĐ số 12/QĐ-UBND")
    page = visit(EN)
    assert page.all_words(".procedure-share") == [
        "Published: 1 of 2 announced (50%).",
        "Announced by: QĐ số 12/QĐ-UBND.",
    ]
    assert page.all_words(".procedure-missing") == []


def test_an_english_reader_gets_english_labels_and_only_what_is_public(three, visit, managing):
    page = visit(f"{EN}/@@procedure/chuyen-truong")
    assert page.words("h1") == "Transfer"
    assert page.all_words("dl.procedure > dt") == [
        "Code of the procedure",
        "Field",
        "Level of authority",
        "Carried out by",
        "Steps",
        "Ways of applying",
        "Dossier",
        "Time limit",
        "Who may apply",
        "Result",
        "Fees and charges",
        "Legal basis",
        "Place of reception",
        "Handled by",
    ]
    with pytest.raises(Exception, match="404|thu-tuc-mat"):
        visit(f"{EN}/@@procedure/thu-tuc-mat")


def test_editors_are_told_what_the_next_level_wants_and_visitors_are_not(three, visit, managing):
    path = f"{VI}/xac-nhan-hoc-sinh"
    assert visit(path).all_words(".procedure-missing") == []
    with managing():
        page = visit(path, signed_in=True)
    assert len(page.all_words(".procedure-missing li")) == 7


def test_the_handlers_free_mail_is_named_to_editors(publish, visit, managing, complete):
    publish(
        "procedure-list", "Cấp bản sao", type="Procedure", handler_email="a@gmail.com", **complete
    )
    with managing():
        page = visit(f"{VI}/cap-ban-sao", signed_in=True)
    assert "gmail.com" in " ".join(page.all_words(".procedure-missing"))
    assert visit(f"{VI}/cap-ban-sao").all_words(".procedure-missing") == []
