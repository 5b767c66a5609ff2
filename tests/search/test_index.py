"""The index by itself, without a portal: what is found, in which order, what is written."""

from dataclasses import dataclass
from eduportal.search.index import VietnameseTextIndex
from eduportal.search.records import rids
from Products.ZCatalog.query import IndexQuery
from pyroaring import FrozenBitMap
import pytest
import unicodedata


@dataclass
class Item:
    Title: str
    body: str = ""
    edu_number: str = ""

    def SearchableText(self):
        return f"{self.edu_number} {self.Title} {self.body}"


ITEMS = {
    -3: Item("Quy chế thực hiện công khai đối với cơ sở giáo dục", "", "36/2017/TT-BGDĐT"),
    -2: Item("Danh mục văn bản hết hiệu lực", "Thông tư số 36/2017/TT-BGDĐT về công khai"),
    -1: Item("Sở Giáo dục và Đào tạo"),
    0: Item("So sánh kết quả", "của sở"),
    1: Item("CONG KHAI TAI CHINH.pdf"),
    2: Item("Bản tin", "việc công và bế giảng; khai mạc hội khỏe"),
    3: Item("Hướng dẫn trường THCS", "kĩ năng, thuỷ lợi, hoà nhập"),
    4: Item("Hướng dẫn trường trung học cơ sở", "quý, Mỹ thuật, 1502/SGDĐT-GDTH"),
    5: Item("Ông Lê Sơ", "tuyển sinh lớp 10"),
}


@pytest.fixture(scope="module")
def index():
    made = VietnameseTextIndex("SearchableText")
    for rid, item in ITEMS.items():
        assert made.index_object(rid, item) == 1
    return made


def order(index, typed, **options):
    tiers = index.tiers(typed, **options)
    return None if tiers is None else [sorted(rids(tier)) for tier in tiers if tier]


@pytest.mark.parametrize(
    "typed, tiers",
    [
        # the title's phrase, a title without marks, words near each other, words
        ("công khai", [[-3], [1], [-2], [2]]),
        ("cong khai", [[-3, 1], [-2], [2]]),
        ("khai công", [[-3], [-2, 2], [1]]),
        ('"công khai"', [[-3], [1], [-2]]),
        ('"khai công"', []),
        ("khai* AND công*", [[-3], [-2, 2], [1]]),
        # the record that has the number before one that names it
        ("36/2017", [[-3], [-2]]),
        ("36-2017-tt-bgddt", [[-3], [-2]]),
        ("36/2017/tt-bg*", [[-3], [-2]]),
        ("thông tư 36/2017", [[-2]]),
        ("so 36 cong khai", [[-3], [-2]]),
        ("sgdđt-gdth", [[4]]),
        # typed marks narrow and rank; without marks all spellings are the same
        ("sở", [[-3, -1, 4], [0]]),
        ("so", [[-3, -1, 0, 4, 5], [-2]]),
        ("sơ", [[5], [-3, -1, 0, 4]]),
        ("số", [[-3], [-2], [0]]),
        # old and new spellings
        ("kỹ năng thủy lợi hòa nhập", [[3]]),
        ("quí mĩ", [[4]]),
        # abbreviations
        ("trường thcs", [[3, 4]]),
        ("trung học cơ sở", [[3, 4]]),
        ("GD&ĐT", [[-1]]),
        # beginnings
        ("tuyể*", [[5]]),
        ("tuyê*", [[5]]),
        ("tuyễ*", []),
        ("ki*", [[3]]),
        # exclusion and alternatives
        ("cong khai NOT tai", [[-3], [-2], [2]]),
        ("NOT (cong OR so OR huong)", []),
        ("sánh OR bế", [[0], [2]]),
        # nothing
        ("đuối nước", []),
        ("", None),
        ("(*)", None),
    ],
)
def test_found_in_this_order(index, typed, tiers):
    assert order(index, typed) == tiers


def test_composed_and_decomposed_queries_are_the_same(index):
    for typed in ("công khai", "Sở Giáo dục", "thuỷ lợi"):
        assert index.tiers(unicodedata.normalize("NFD", typed)) == index.tiers(typed)


def test_a_citation_finds_its_document_whatever_else_it_says(index):
    for typed in (
        "Thông tư số 36/2017/TT-BGDĐT ngày 28/12/2017 của Bộ trưởng",
        "36/2017/TT-BGD&ĐT",
        "sửa đổi 36-2017-tt-bgddt",
    ):
        assert order(index, typed)[0] == [-3]
    assert order(index, "36/2017 của Bộ trưởng") == []


def test_who_says_a_number_gets_that_document_where_no_text_has_all_the_words(index):
    assert order(index, "so 36 của Bộ trưởng") == [[-3]]
    assert order(index, "so 99 của Bộ trưởng") == []


def test_what_it_is_called_counts_as_its_title():
    index = VietnameseTextIndex("SearchableText")
    called = Item("Về học thêm", "", "29/2024/TT-BGD&ĐT")
    called.edu_names = "Thông tư 29/2024/TT-BGDĐT\nTT29"
    index.index_object(1, called)
    index.index_object(2, Item("Sửa đổi Thông tư số 29", "TT29 quy định"))
    assert order(index, "tt29") == [[1], [2]]
    assert order(index, "thong tu 29") == [[1], [2]]
    assert order(index, "29/2024/TT-BGDĐT") == order(index, "29/2024/tt-bgd&đt") == [[1]]


def test_a_short_name_does_not_answer_to_marked_words_unless_it_says_more():
    index = VietnameseTextIndex("SearchableText")

    class Page(Item):
        def getId(self):
            return "so-thich-cv-37.pdf"

        def SearchableText(self):
            return f" {self.getId()} {self.Title} {self.body}"

    index.index_object(1, Page("Sở thích"))
    assert [order(index, typed) for typed in ("sở", "so", "số", "sổ")] == [[[1]], [[1]], [], []]
    assert [order(index, typed) for typed in ("cv 37", "pdf")] == [[[1]], [[1]]]


def test_only_records_asked_for_are_ranked(index):
    assert order(index, "công khai", within=FrozenBitMap([1, 2])) == [[1], [2]]


def query(index, typed, resultset=None):
    record = IndexQuery({"SearchableText": typed}, "SearchableText", index.query_options)
    found = index.query_index(record, resultset)
    return None if found is None else dict(found.items())


def test_the_catalogue_gets_scores_that_sort_the_best_first(index):
    scores = query(index, "công khai")
    assert sorted(scores, key=scores.get, reverse=True) == [-3, 1, -2, 2]
    assert query(index, "36/2017/TT-BGDĐT")[-3] == 10
    assert query(index, "công khai", scores.__class__({1: 0, 5: 0})) == {1: scores[1]}
    assert query(index, "đuối nước") == {}
    assert query(index, "***") is None
    assert query(index, ["công", "khai"]) == scores
    assert query(index, {"query": "công khai", "operator": "and"}) == scores


def test_the_words_of_an_object_are_told_those_of_all_are_not(index):
    assert index.getEntryForObject(-1) == ["dục", "giáo", "sở", "tạo", "và", "đào"]
    assert index.getEntryForObject(99, "") == ""
    with pytest.raises(NotImplementedError):
        index.uniqueValues()


def sets(index):
    return {
        key: [posting] if isinstance(posting, int) else sorted(posting)
        for key, posting in index._sets.items()
    }


def test_a_changed_object_is_found_by_what_it_is_now():
    index = VietnameseTextIndex("SearchableText")
    index.index_object(7, Item("Khai giảng năm học", "đầu", "5/TB"))
    index.index_object(7, Item("Bế giảng năm học", "cuối"))
    fresh = VietnameseTextIndex("SearchableText")
    fresh.index_object(7, Item("Bế giảng năm học", "cuối"))
    assert sets(index) == sets(fresh)
    assert index.numObjects() == 1


def test_many_objects_come_and_go_and_leave_nothing():
    index = VietnameseTextIndex("SearchableText")
    for rid in range(-50, 50):
        index.index_object(rid, Item(f"Công khai {rid}", "chung", f"{rid + 100}/2020/QĐ"))
    assert order(index, "cong khai") == [list(range(-50, 50))]
    assert order(index, "60/2020") == [[-40]]
    for rid in range(-50, 50):
        index.unindex_object(rid)
        index.unindex_object(rid)
    assert (sets(index), dict(index._written), index.numObjects()) == ({}, {}, 0)


def test_an_object_without_a_text_any_more_is_forgotten():
    index = VietnameseTextIndex("SearchableText")
    index.index_object(1, Item("Tên"))
    assert index.index_object(1, Item("")) == 1
    assert index.index_object(2, Item("")) == 0
    assert index.index_object(3, object()) == 0
    assert (sets(index), index.numObjects()) == ({}, 0)


def test_what_did_not_change_is_not_written_again():
    index = VietnameseTextIndex("SearchableText")
    index.index_object(1, Item("Công khai", "a b c"))
    counter = index.getCounter()
    assert index.index_object(1, Item("Công khai", "c a b c a b")) == 1
    assert index.index_object(1, Item("Công  KHAI", "c a b c a b.")) == 0
    assert index.getCounter() == counter + 1


def test_endless_texts_and_words_are_cut():
    index = VietnameseTextIndex("SearchableText")
    index.index_object(1, Item("Tệp", "x" * 5000 + " đầu " + "từ " * 200_000 + " cuối"))
    found = set(index.getEntryForObject(1))
    assert (found >= {"tệp", "đầu", "từ"}, "cuối" in found) == (True, False)


def test_cleared_it_is_empty_and_its_counter_moves_on(index):
    index = VietnameseTextIndex("SearchableText")
    index.index_object(1, Item("Công khai"))
    counter = index.getCounter()
    index.clear()
    assert (order(index, "cong"), index.numObjects(), index.getCounter()) == ([], 0, counter + 1)
