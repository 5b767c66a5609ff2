"""What an import makes of rows, in process."""

from datetime import date

CIRCULAR = ("37/2020/TT-BGDĐT", "05/10/2020", "Thông tư", "Bộ GD&ĐT", "Về dạy học")
LETTER = ("1502/SGDĐT-GDTH", date(2019, 9, 5), "cong van", "So Giao duc va Dao tao", "Công khai")


def done(report):
    return [(outcome.row, outcome.done, outcome.changed) for outcome in report.outcomes]


def test_rows_become_drafts_of_the_register(file_rows, filed):
    report = file_rows([CIRCULAR, LETTER])

    assert done(report) == [(2, "new", []), (3, "new", [])]
    record = filed()["37/2020/TT-BGDĐT"]
    assert {
        name: getattr(record, name)
        for name in ("number", "issued_on", "kind", "issuer", "title", "language")
    } == {
        "number": "37/2020/TT-BGDĐT",
        "issued_on": date(2020, 10, 5),
        "kind": "thong-tu",
        "issuer": "Bộ Giáo dục và Đào tạo",
        "title": "Về dạy học",
        "language": "vi",
    }
    assert record.portal_workflow.getInfoFor(record, "review_state") == "draft"
    letter = filed()["1502/SGDĐT-GDTH"]
    assert (letter.kind, letter.issuer) == ("cong-van", "Sở Giáo dục và Đào tạo")


def test_a_second_import_changes_nothing(file_rows):
    file_rows([CIRCULAR, LETTER])

    assert done(file_rows([CIRCULAR, LETTER])) == [(2, "unchanged", []), (3, "unchanged", [])]
    assert file_rows([CIRCULAR]).counts == {
        "new": 0,
        "changed": 0,
        "unchanged": 1,
        "error": 0,
        "kept": 0,
        "warnings": 0,
    }
