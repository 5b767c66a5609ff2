"""Pure parts: what a cell says, who moves up, what the preview carries."""

from datetime import UTC
from datetime import datetime
from eduportal.admissions import carried
from eduportal.admissions import places
from eduportal.admissions import results
from eduportal.admissions.applicants import name_key
from eduportal.admissions.layouts import layouts
from eduportal.admissions.ledger import Line
from eduportal.spreadsheets import Row
import pytest
import zlib


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Trúng tuyển", "admitted"),
        ("TRUNG TUYEN", "admitted"),
        ("đỗ", "admitted"),
        ("Không trúng tuyển", "refused"),
        ("dự bị", "waiting"),
        ("Danh sách chờ", "waiting"),
        ("Not admitted", "refused"),
        ("có thể", None),
        ("", None),
    ],
)
def test_a_result_is_read_as_offices_write_it(text, outcome):
    assert results.outcome_of(text) == outcome


def test_what_is_written_is_read_again():
    for outcome in results.OUTCOMES:
        for language in ("vi", "en"):
            assert results.outcome_of(results.said(outcome, language)) == outcome


@pytest.mark.parametrize(
    ("text", "points"),
    [("38,25", "38.25"), ("38.250", "38.25"), ("0", "0"), ("40", "40"), ("1e2", "100")],
)
def test_points_have_a_comma_or_a_dot(text, points):
    assert results.points_of(text) == points


@pytest.mark.parametrize("text", ["", "nhiều", "-1", "1001", "NaN", "Infinity", "1,2,3", "0.12345"])
def test_anything_else_is_no_number_of_points(text):
    assert results.points_of(text) is None


def test_the_waiting_list_moves_up_by_rank_and_then_by_arrival():
    lines = {
        1: Line("waiting", "", 2, "", ""),
        2: Line("waiting", "", 0, "", ""),
        3: Line("waiting", "", 1, "", ""),
        4: Line("admitted", "no", 0, "", ""),
        5: Line("waiting", "", 0, "", ""),
        6: Line("admitted", "", 0, "", ""),
    }
    opened = {case: datetime(2026, 6, 7 - case, tzinfo=UTC) for case in lines}
    counted = places.places(2, lines)

    assert places.next_in_line(lines, opened) == [3, 1, 5, 2]
    assert (counted.free, counted.declined, counted.silent, counted.waiting) == (1, 1, 1, 4)
    assert places.places(None, lines).free == 1


def test_names_are_sorted_by_given_name():
    names = ["Trần Văn Cường", "Lê Đào", "Nguyễn Thị Bình An", "An"]
    assert sorted(names, key=name_key) == [
        "An",
        "Nguyễn Thị Bình An",
        "Trần Văn Cường",
        "Lê Đào",
    ]


def test_a_preview_carries_rows_with_what_was_found_and_refuses_anything_else():
    row = Row({"outcome": "Đỗ"}, "Tờ 1", 2, {"outcome": "C"}, {"outcome": "Kết quả"})
    flawed = Row(
        row.values,
        row.sheet,
        3,
        row.letters,
        row.headers,
        (row.problem("sai", "wrong", "outcome"),),
    )
    back = carried.unpacked(carried.packed([row, flawed]))

    assert back[0] == row
    assert [one.en for one in back[1].problems] == ["wrong"]
    bomb = carried.urlsafe_b64encode(zlib.compress(b" " * (carried.LARGEST + 1))).decode()
    for text in ("", "xyz", "____", bomb, carried.packed([row])[:-9]):
        with pytest.raises(carried.NotCarried):
            carried.unpacked(text)


def test_both_tables_have_their_columns():
    assert {name: len(one.columns) for name, one in layouts().items()} == {
        "results": 13,
        "csdl": 20,
    }
