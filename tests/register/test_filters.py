"""Every filter alone and every two of them, against a plain loop over the records made."""

from collections import Counter
from datetime import date
from eduportal import register
from eduportal.register import Query
from eduportal.register.facets import FACETS
from itertools import combinations
from plone.app.testing import TEST_USER_ID
from plone.app.testing import TEST_USER_NAME
from plone.app.testing import login
from plone.app.testing import logout
from plone.app.testing import setRoles
from tests.register.archive import file_papers
from tests.register.archive import papers
import pytest

ASKED = {
    "q": ("công khai", "tuyen sinh", "khong co"),
    "kind": ("thong-tu", "cong-van", "không có"),
    "issuer": ("Bộ Giáo dục và Đào tạo", "Trường Hoa Sen", "không có"),
    "signer": ("Nguyễn Văn An", "không có"),
    "area": ("Giáo dục mầm non", "Công nghệ thông tin", "không có"),
    "year": (2020, 2024, 1999),
    "since": (date(2021, 3, 3), date(2099, 1, 1)),
    "until": (date(2022, 6, 30), date(1950, 1, 1)),
    "validity": ("in-force", "not-yet", "expired", "none", "suspended", "không có"),
}
FOLDED = {"công khai": "công khai", "tuyen sinh": "tuyển sinh", "khong co": "không có"}


def matches(paper, name, value):
    """One filter, as a reader understands it."""
    answers = {
        "q": lambda: FOLDED[value] in paper.title,
        "kind": lambda: paper.kind == value,
        "issuer": lambda: paper.issuer == value,
        "signer": lambda: paper.signer == value,
        "area": lambda: value in paper.areas,
        "year": lambda: paper.year == value,
        "since": lambda: paper.issued_on is not None and paper.issued_on >= value,
        "until": lambda: paper.issued_on is not None and paper.issued_on <= value,
        "validity": lambda: paper.state == value,
    }
    return answers[name]()


def expected(found, asked):
    return {one.id for one in found if all(matches(one, *item) for item in asked.items())}


def values_of(paper, name):
    if name == "area":
        return paper.areas
    one = {"kind": paper.kind, "issuer": paper.issuer, "signer": paper.signer}
    value = {**one, "year": paper.year, "validity": paper.state}[name]
    return () if value is None else (str(value),)


def expected_counts(found, asked, name):
    others = {key: value for key, value in asked.items() if key != name}
    left = [one for one in found if all(matches(one, *item) for item in others.items())]
    return Counter(value for one in left for value in values_of(one, name))


@pytest.fixture
def archive(portal):
    found = list(papers())
    file_papers(found)
    logout()
    return [one for one in found if one.published]


@pytest.mark.parametrize("together", [1, 2])
def test_filters_give_the_records_and_counts_of_a_plain_loop(archive, together):
    tried = 0
    for names in combinations(ASKED, together):
        for asked in _choices(names):
            result = register.run(Query(size=7, **asked))
            wanted = expected(archive, asked)
            pages = [result.brains(start) for start in range(0, len(archive) + 7, 7)]
            listed = [brain.getId for page in pages for brain in page]
            assert (result.total, len(listed), set(listed)) == (len(wanted), len(wanted), wanted)
            for facet in FACETS:
                counts = {one.value: one.count for one in result.choices(facet, "vi") if one.count}
                assert counts == expected_counts(archive, asked, facet.name), (asked, facet.name)
            tried += 1
    assert tried == {1: 27, 2: 318}[together]


def _choices(names):
    if not names:
        yield {}
        return
    for value in ASKED[names[0]]:
        for rest in _choices(names[1:]):
            yield {names[0]: value, **rest}


def test_all_filters_together(archive):
    paper = next(one for one in archive if one.areas and one.signer and one.kind and one.issuer)
    asked = {
        "q": f"số {paper.id[1:]}",
        "kind": paper.kind,
        "issuer": paper.issuer,
        "signer": paper.signer,
        "area": paper.areas[-1],
        "year": paper.year,
        "since": paper.issued_on,
        "until": paper.issued_on,
        "validity": paper.state,
    }
    result = register.run(Query(**asked))
    assert [brain.getId for brain in result.brains()] == [paper.id]
    counts = {name: [one.count for one in few] for name, few in result.facets("vi").items()}
    assert counts == {
        "kind": [1],
        "issuer": [1],
        "signer": [1],
        "area": [1] * len(paper.areas),
        "year": [1],
        "validity": [1],
    }


def test_editors_find_and_count_drafts_as_well(archive, portal):
    assert register.run(Query()).total == len(archive) == 40
    setRoles(portal, TEST_USER_ID, ["Manager"])
    login(portal, TEST_USER_NAME)
    assert register.run(Query()).total == 48


def test_a_chosen_value_without_records_is_named_only_if_some_visible_record_has_it(archive):
    result = register.run(Query(kind="thong-tu", q="khong co"))
    kind, signer = FACETS[0], FACETS[2]
    assert [one._asdict() for one in result.choices(kind, "vi")] == [
        {"value": "thong-tu", "title": "Thông tư", "count": 0}
    ]
    unknown = register.run(Query(signer="Mua thuốc rẻ"))
    assert "Mua thuốc rẻ" not in [one.value for one in unknown.choices(signer, "vi")]
    assert (unknown.title(signer, "vi"), result.title(kind, "en")) == ("", "Circular")


def test_a_value_may_be_given_by_its_name(archive):
    totals = {
        asked: register.run(Query(kind=asked)).total
        for asked in ("thong-tu", "Thông tư", "thong tu", "Circular")
    }
    assert len(set(totals.values())) == 1
    assert totals["thong-tu"] > 0


def test_choices_are_ordered_by_number_of_records_and_years_from_the_newest(archive):
    facets = register.run(Query()).facets("vi")
    counts = [one.count for one in facets["area"]]
    assert counts == sorted(counts, reverse=True)
    years = [one.value for one in facets["year"]]
    assert years == sorted(years, reverse=True)
    assert [one.value for one in facets["validity"]] == ["in-force", "not-yet", "expired", "none"]
