"""``eduportal mandate``."""

from collections.abc import Callable
from eduportal.cli.mandate import app
from eduportal.mandate import catalogue
from eduportal.mandate import register_catalogue
from pathlib import Path
from typer.testing import CliRunner
import json
import pytest
import subprocess
import sys

UNSERVED = """
[[requirement]]
id = "chess"
title_vi = "Cờ vua"
title_en = "Chess"
group = "news"
kind = "section"
tiers = ["so"]
obligation = "recommended"
check = "sections"
capability = "sections"
state = "built"
citations = [{ source = "tt53", where = "mẫu", quote = "mẫu" }]
"""


def run(*arguments: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, list(arguments), env={"COLUMNS": "200"})
    return result.exit_code, result.stdout, result.stderr


def test_check_counts_and_ends_well():
    assert run("check") == (
        0,
        "52 bằng chuyên mục / by sections\n"
        "60 bằng chức năng đã có / by a built capability\n"
        "55 còn kiểm tra bằng tay / still manual, planned\n",
        "",
    )


@pytest.mark.usefixtures("clean_registry")
def test_check_tells_every_gap_and_fails(folder: Callable[[str], Path]):
    register_catalogue("my.addon", folder(UNSERVED))
    status, out, _err = run("check", "--json")
    assert status == 1
    assert json.loads(out) == {
        "edition": "default",
        "requirements": {"sections": 53, "capability": 60, "manual": 55},
        "problems": [
            {"en": "“chess” has no section for so.", "vi": "“chess” chưa có chuyên mục cho so."}
        ],
    }


def test_list_is_limited_to_a_tier():
    status, out, _err = run("list", "--tier", "C1", "--json")
    assert status == 0
    expected = [one.id for one in catalogue().requirements("school")]
    assert [one["id"] for one in json.loads(out)] == expected


def test_list_names_every_requirement():
    status, out, _err = run("list")
    assert status == 0
    ids = {line.split()[0] for line in out.splitlines() if line.split()}
    assert {one.id for one in catalogue().requirements()} <= ids


def test_show_quotes_the_sources_and_names_the_sections():
    status, out, _err = run("show", "history")
    assert status == 0
    assert "Thông tư 53/2012/TT-BGDĐT (đã được thay thế bởi 37/2020/TT-BGDĐT), Điều 14.1.c" in out
    assert "“Tóm lược quá trình hình thành và phát triển”" in out
    assert "phong: history" in out


def test_show_as_json_holds_the_whole_requirement():
    status, out, _err = run("show", "history", "--json")
    shown = json.loads(out)
    assert status == 0
    assert shown["citations"][0] == {
        "source": "tt53",
        "where": "Điều 14.1.c",
        "quote": "Tóm lược quá trình hình thành và phát triển",
        "lines": "335",
        "verbatim": True,
    }
    assert shown["sections"]["C1"] == ["history"]


def test_an_unknown_requirement_is_a_sentence_and_a_failure():
    assert run("show", "histori") == (
        1,
        "",
        "There is no requirement “histori”. Near matches: history."
        " / Không có yêu cầu “histori”. Gần giống: history.\n",
    )


def test_an_unknown_edition_is_a_sentence_and_a_failure():
    status, out, err = run("check", "--edition", "1990")
    assert (status, out) == (1, "")
    assert err.startswith("There is no edition “1990”.")


def test_tree_prints_the_sections_of_a_tier():
    status, out, _err = run("tree", "--tier", "commune", "--json")
    assert status == 0
    expected = [section.id for section in catalogue().sections("commune")]
    assert [section["id"] for section in json.loads(out)] == expected
    status, out, _err = run("tree", "--tier", "phong")
    assert status == 0
    assert "Lãnh đạo Phòng / Leadership of the office" in out


def test_the_mandate_loads_nothing_of_zope_but_the_package_wide_message_factory():
    """A process of its own: in this one the test suite has loaded Zope already."""
    script = (
        "import sys, eduportal.mandate as mandate; mandate.catalogue();"
        "roots = {'.'.join(name.split('.')[:2]) for name in sys.modules};"
        "print(*sorted(r for r in roots if r.startswith(('zope', 'plone', 'Products', 'Zope'))))"
    )
    found = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert found.stdout.split() == ["zope", "zope.i18nmessageid"]
