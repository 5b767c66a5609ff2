"""``eduportal audit``: from the files alone, whether or not the portal runs."""

from eduportal.audit import place
from eduportal.audit.journal import CHANGES
from eduportal.audit.journal import FAILURES
from eduportal.cli.app import app
from typer.testing import CliRunner
import json
import pytest

run = CliRunner().invoke


@pytest.fixture
def written(tmp_path, monkeypatch):
    monkeypatch.setenv("EDUPORTAL_AUDIT", str(tmp_path))
    journal = place.journal("so-mau")
    journal.append(CHANGES, [{"event": "content.edit", "who": "lan", "after": {"title": "Đề"}}])
    journal.append(FAILURES, [{"event": "sign-in.failed", "who": "", "where": "lan"}])
    return journal


def test_export_prints_what_was_done_since_a_day_as_csv_or_lines(written):
    export = ["audit", "export", "--unit", "so-mau"]
    lines = run(app, [*export, "--since", "2026-01-01", "--format", "jsonl"])
    table = run(app, [*export, "--since", "01/01/2026"])
    later = run(app, [*export, "--since", "2999-01-01", "--format", "jsonl"])

    assert [json.loads(line)["event"] for line in lines.output.splitlines()] == [
        "content.edit",
        "sign-in.failed",
    ]
    assert [row.split(",")[1:5] for row in table.output.splitlines()] == [
        ["who", "from", "event", "where"],
        ["lan", "", "content.edit", ""],
        ["", "", "sign-in.failed", "lan"],
    ]
    assert (lines.exit_code, table.exit_code, later.output) == (0, 0, "")


def test_verify_names_the_line_that_was_changed(written):
    whole = run(app, ["audit", "verify", "--unit", "so-mau"])
    (path,) = written.files(CHANGES)
    path.write_text(path.read_text().replace("lan", "hoa"))
    broken = run(app, ["audit", "verify", "--unit", "so-mau", "--json"])

    assert (whole.exit_code, broken.exit_code) == (0, 1)
    assert json.loads(broken.output) == [{"file": "changes-000001.jsonl", "line": 1}]


def test_an_unknown_unit_is_answered_with_those_that_have_a_journal(written):
    refused = run(app, ["audit", "export", "--unit", "khong-co"])

    assert str(refused.exception) == "no audit journal of unit khong-co; known: so-mau"
