"""``@@audit``: read, narrowed and taken away by administrators, and by nobody else."""

from bs4 import BeautifulSoup
from io import BytesIO
from openpyxl import load_workbook
import csv
import json
import pytest

NEWS = "vi/tin-tuc-su-kien"


@pytest.fixture
def work(office):
    """An editor's news item, its change of title and its way to the public."""
    item = {"@type": "News Item", "title": "=Bài một"}
    made = office.rest("editor", "POST", f"{office.url}/{NEWS}", json=item).json()
    address = made["@id"]
    office.rest("editor", "PATCH", address, json={"title": "Bài <b>hai</b>"})
    office.rest("editor", "POST", f"{address}/@workflow/submit", json={})
    body = {"comment": "Thiếu nguồn"}
    office.rest("chief", "POST", f"{address}/@workflow/return", json=body)
    return address.removeprefix(office.url)


def read(office, **asked):
    page = office.ask("administrator", "GET", f"{office.url}/en/@@audit", params=asked)
    entries = BeautifulSoup(page.text, "html.parser").select("#content ol > li")
    return page, [" ".join(one.text.split()) for one in entries]


def test_it_shows_the_newest_first_in_words_with_old_and_new_values(office, work):
    page, entries = read(office, what="content")
    told = [entry.split(" · ", 1)[1] for entry in entries]

    assert page.headers["Cache-Control"] == "private, no-store"
    assert told == [
        f"chief (127.0.0.0/24) Step of the workflow: {work} Old and new value "
        "State Submitted for approval Returned for changes Step Return for changes "
        "Reason Thiếu nguồn",
        f"editor (127.0.0.0/24) Step of the workflow: {work} Old and new value "
        "State Draft Submitted for approval Step Submit for approval",
        f"editor (127.0.0.0/24) Text changed: {work} Old and new value "
        "Title =Bài một Bài <b>hai</b>",
        told[3],
    ]
    assert told[3].startswith(f"editor (127.0.0.0/24) Added: {work} Old and new value Kind")
    assert f'href="{office.url}{work}"' in page.text


def test_it_is_narrowed_by_who_what_where_and_day(office, work):
    def count(**asked):
        return len(read(office, **{"what": "content", **asked})[1])

    assert count(who="chief") == 1
    assert count(what="content.edit") == 1
    assert count(where=work[-4:]) == 4
    assert count(where="khong-co") == 0
    assert count(since="2000-01-01", until="2099-01-01") == 4
    assert count(until="2000-01-01") == count(since="2099-01-01") == 0
    assert count(since="khong phai ngay", older="x:y,changes:999999999:0") == 4


@pytest.mark.parametrize("person", ["chief", "editor", "contributor", None])
def test_nobody_else_reads_it(office, work, person):
    views = ("@@audit", "@@audit-export", "@@audit-export?format=jsonl")
    answers = [office.ask(person, "GET", f"{office.url}/vi/{view}") for view in views]

    assert {one.status_code for one in answers} <= {302, 401, 403}
    assert [one for one in answers if "Thiếu nguồn" in one.text or work in one.text] == []


def test_it_is_taken_away_as_csv_excel_and_lines_and_that_is_told(office, work, journal):
    def export(form):
        asked = {"what": "content", "format": form}
        return office.ask("administrator", "GET", f"{office.url}/vi/@@audit-export", params=asked)

    table = list(csv.reader(export("csv").content.decode("utf-8-sig").splitlines()))
    lines = [json.loads(line) for line in export("jsonl").text.splitlines()]
    cells = load_workbook(BytesIO(export("xlsx").content)).active

    assert table[0] == ["when", "who", "from", "event", "where", "before", "after"]
    assert [row[1:5] for row in table[1:]] == [
        ["editor", "127.0.0.0/24", "content.add", work],
        ["editor", "127.0.0.0/24", "content.edit", work],
        ["editor", "127.0.0.0/24", "content.step", work],
        ["chief", "127.0.0.0/24", "content.step", work],
    ]
    assert [one["event"] for one in lines] == [row[3] for row in table[1:]]
    kinds = {cell.data_type for row in cells.iter_rows(min_row=2) for cell in row if cell.value}
    assert kinds <= {"s", "inlineStr"}
    told = [(one["who"], one["after"]) for one in journal() if one["event"] == "audit.export"]
    assert told == [
        ("administrator", {"what": "content", "format": form}) for form in ("csv", "jsonl", "xlsx")
    ]


def test_older_entries_are_a_link_away(office, work):
    for number in range(55):
        title = {"title": f"Bài {number}"}
        office.rest("manager", "PATCH", f"{office.url}{work}", json=title)
    page, first = read(office, what="content.edit")
    link = BeautifulSoup(page.text, "html.parser").find("a", string="Older entries")["href"]
    older = office.ask("administrator", "GET", link)
    rest = BeautifulSoup(older.text, "html.parser").select("#content ol > li")

    assert (len(first), len(rest)) == (50, 6)
    assert "Bài 54" in first[0]
    assert "=Bài một" in rest[-1].text
