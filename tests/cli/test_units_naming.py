from eduportal.cli.units_naming import name
from typer.testing import CliRunner
import json
import pytest
import typer


@pytest.fixture
def run():
    app = typer.Typer()
    app.command()(name)
    return lambda *arguments: CliRunner().invoke(app, list(arguments), env={"COLUMNS": "200"})


def test_the_proposal_is_shown_with_its_rules(run):
    result = run("Trường THPT Trần Phú", "--province", "Hà Nội")
    assert result.exit_code == 0
    assert result.output.splitlines()[0] == (
        "C3: Trường trung học phổ thông / Upper secondary school"
    )
    for shown in ("c3tranphu-hanoi.edu.vn", "C3tranphu.hanoi@moet.edu.vn", "Điều 4.6"):
        assert shown in result.output
    assert "<tên-người-dùng>@c3tranphu.hanoi.edu.vn" in result.output


def test_a_machine_reads_json(run):
    result = run("UBND xã Tân Lập", "--province", "Bắc Ninh", "--json")
    assert result.exit_code == 0
    answer = json.loads(result.output)
    assert (answer["kind"], answer["own_name"], answer["mailboxes"]) == ("commune", "tanlap", [])
    assert [domain["address"] for domain in answer["domains"]] == ["tanlap.bacninh.gov.vn"]


def test_a_name_that_cannot_be_used_fails_in_both_languages(run):
    result = run("Trường THPT")
    assert (result.exit_code, result.output.splitlines()) == (
        1,
        [
            '"Trường THPT" không có tên riêng. Ví dụ: "Trường THPT Trần Phú".',
            '"Trường THPT" has no own name. For example: "Trường THPT Trần Phú".',
        ],
    )


def test_newer_law_is_marked_as_such(run):
    assert "Điều 11.4 – văn bản mới hơn" in run("Sở GD&ĐT Hà Nội").output
