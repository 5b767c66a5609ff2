"""What stands in an address, read and written back."""

from datetime import date
from eduportal.register import Query
from eduportal.register.query import day
from urllib.parse import parse_qsl
import pytest

FULL = {
    "q": "công khai",
    "kind": "thong-tu",
    "issuer": "Bộ Giáo dục và Đào tạo",
    "signer": "Nguyễn Văn An",
    "area": "Giáo dục tiểu học",
    "year": "2020",
    "from": "2020-01-31",
    "to": "2020-12-01",
    "validity": "in-force",
    "sort": "number",
    "b_start": "40",
    "b_size": "50",
}


def test_an_address_is_read_and_written_back_in_one_order():
    query = Query.from_form(dict(reversed(FULL.items())))
    assert query == Query(
        q="công khai",
        kind="thong-tu",
        issuer="Bộ Giáo dục và Đào tạo",
        signer="Nguyễn Văn An",
        area="Giáo dục tiểu học",
        year=2020,
        since=date(2020, 1, 31),
        until=date(2020, 12, 1),
        validity="in-force",
        sort="number",
        start=40,
        size=50,
    )
    assert list(query.parameters().items()) == list(FULL.items())
    address = query.address("http://mau.vn/vi/van-ban")
    assert address.startswith("http://mau.vn/vi/van-ban?q=c%C3%B4ng+khai&kind=thong-tu&")
    assert dict(parse_qsl(address.partition("?")[2])) == FULL


def test_nothing_asked_has_a_bare_address():
    assert Query.from_form({"q": " ", "kind": "", "b_start": "0", "b_size": "20"}) == Query()
    assert Query().address("http://mau.vn/vi") == "http://mau.vn/vi"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("05/10/2020", date(2020, 10, 5)),
        ("5/1/2020", date(2020, 1, 5)),
        ("5-1-2020", date(2020, 1, 5)),
        ("5.1.2020", date(2020, 1, 5)),
        ("2020-10-05", date(2020, 10, 5)),
        ("29/02/2023", None),
        ("10/2020", None),
        ("05/10/20", None),
        ("2020-13-01", None),
        ("hôm nay", None),
        ("", None),
    ],
)
def test_dates_are_read_as_people_and_programs_write_them(written, read):
    assert day(written) == read


def test_what_cannot_be_read_is_named_and_counts_as_not_asked():
    form = {
        "from": "mai",
        "to": "31/02/2020",
        "year": "hai nghìn",
        "sort": "random()",
        "b_start": "-5",
        "b_size": "1e9",
    }
    query = Query.from_form(form)
    assert (query, query.unreadable) == (Query(), ("year", "from", "to"))


def test_a_page_holds_at_most_a_hundred_records():
    sizes = {asked: Query.from_form({"b_size": asked}).size for asked in ("0", "7", "100", "5000")}
    assert sizes == {"0": 20, "7": 7, "100": 100, "5000": 100}


def test_of_a_parameter_given_twice_the_last_that_says_something_counts():
    assert Query.from_form({"signer": ["An", "Bình", ""]}).signer == "Bình"
    assert Query.from_form({"signer": {"a": "record"}}).signer == ""


def test_the_order_is_by_relevance_only_where_there_are_words():
    orders = {
        (q, sort): Query(q=q, sort=sort).order
        for q in ("", "thi")
        for sort in ("", "relevance", "date", "number")
    }
    assert orders == {
        ("", ""): "date",
        ("", "relevance"): "date",
        ("", "date"): "date",
        ("", "number"): "number",
        ("thi", ""): "relevance",
        ("thi", "relevance"): "relevance",
        ("thi", "date"): "date",
        ("thi", "number"): "number",
    }


def test_another_filter_begins_at_the_first_page():
    assert Query(q="thi", start=40).but(kind="thong-tu") == Query(q="thi", kind="thong-tu")
    narrowed = [Query(sort="number", start=0), Query(start=20), Query(q="a"), Query(year=2020)]
    assert [query.narrowed for query in narrowed] == [False, False, True, True]
