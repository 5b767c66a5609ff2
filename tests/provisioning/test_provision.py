"""``eduportal provision``: from a spreadsheet to portals, and again."""

from tests.district import COMMAND
from tests.district import District
import csv
import json
import pytest
import requests
import signal
import subprocess
import time

PYTHON = COMMAND.parent / "python"


def rows(units_csv):
    with units_csv.open(newline="") as stream:
        return list(csv.DictReader(stream))


def write(path, units):
    with path.open("w", newline="") as stream:
        writer = csv.DictWriter(stream, units[0].keys())
        writer.writeheader()
        writer.writerows(units)
    return path


def test_a_second_run_changes_nothing_while_the_portals_are_served(district, units_csv):
    said = district.json("provision", str(units_csv))

    assert said["problems"] == []
    assert [(row["unit"], row["done"], row["sections"]) for row in said["outcomes"]] == [
        ("so-mau", "unchanged", 0),
        ("xa-mau", "unchanged", 0),
        ("hoa-sen", "unchanged", 0),
    ]


def test_every_portal_answers_in_both_languages(district):
    answers = {
        f"/{unit}{path}": requests.get(f"{district.url}/{unit}{path}", timeout=60).status_code
        for unit in ("so-mau", "xa-mau", "hoa-sen")
        for path in ("", "/vi", "/en")
    }

    assert set(answers.values()) == {200}
    assert "Sở Giáo dục và Đào tạo tỉnh Mẫu" in requests.get(district.url, timeout=60).text


def test_what_an_editor_changed_wins_until_overwrite_names_the_column(copy, units_csv, tmp_path):
    changed = rows(units_csv)
    changed[2]["phone"] = "0200 999 9999"
    changed[2]["address"] = "Thôn Mới"
    sheet = write(tmp_path / "units.csv", changed)
    edit = (
        "from eduportal.cli.zope import portals\n"
        "with portals(['hoa-sen']) as opened:\n"
        "    from plone.registry.interfaces import IRegistry\n"
        "    from zope.component import getUtility\n"
        "    for portal in opened:\n"
        "        getUtility(IRegistry)['eduportal.unit.phone'] = '0200 111 1111'\n"
    )
    python = [str(PYTHON), "-c", edit]
    subprocess.run(python, env=copy.environment, check=True, capture_output=True)

    first = copy.json("provision", str(sheet), "--only", "hoa-sen")["outcomes"][0]
    second = copy.json("provision", str(sheet), "--only", "hoa-sen")["outcomes"][0]
    third = copy.json("provision", str(sheet), "--only", "hoa-sen", "--overwrite", "phone")
    third = third["outcomes"][0]

    kept = {"column": "phone", "portal": "0200 111 1111", "spreadsheet": "0200 999 9999"}
    assert (first["done"], first["changed"], first["differences"]) == (
        "updated",
        ["address"],
        [kept],
    )
    assert (second["done"], second["changed"], second["differences"]) == ("unchanged", [], [kept])
    assert (third["done"], third["changed"], third["differences"]) == ("updated", ["phone"], [])


def test_a_bad_row_is_named_and_stops_no_other(copy, units_csv, tmp_path):
    units = rows(units_csv)
    units[2]["name"] = "Trường Tiểu học Hoa Sen II"
    units.append(units[2] | {"id": "sen-hong", "tier": "C9", "domain": "c1senhong.tinhmau.edu.vn"})
    sheet = write(tmp_path / "units.csv", units)

    lenient = copy.command("provision", str(sheet), "--dry-run")
    strict = copy.command("provision", str(sheet), "--strict")
    names = {unit["id"]: unit["name"] for unit in copy.json("units", "list")}

    assert (lenient.returncode, strict.returncode) == (1, 1)
    assert 'Dòng 5, cột tier: "C9" không phải là loại đơn vị' in lenient.stderr
    assert "hoa-sen" in lenient.stdout
    assert "Nothing was done" in strict.stderr
    assert names["hoa-sen"] == "Trường Tiểu học Hoa Sen"


def test_a_dry_run_leaves_an_empty_instance_empty(tmp_path, units_csv):
    fresh = District(tmp_path / "fresh")

    said = fresh.json("provision", str(units_csv), "--dry-run")

    assert [row["done"] for row in said["outcomes"]] == ["created", "created", "created"]
    assert fresh.json("units", "list") == []
    assert not (fresh.var / "one-time-passwords.csv").exists()


def test_a_killed_run_leaves_whole_portals_and_the_next_goes_on(tmp_path, units_csv):
    fresh = District(tmp_path / "fresh")
    killed = subprocess.Popen(
        [COMMAND, "provision", str(units_csv)],
        env=fresh.environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    for line in killed.stderr:
        if "created" in line:
            break
    time.sleep(0.5)
    killed.send_signal(signal.SIGKILL)
    killed.wait()

    said = fresh.json("provision", str(units_csv))

    done = {row["unit"]: row["done"] for row in said["outcomes"]}
    assert done["so-mau"] == "unchanged"
    assert done["hoa-sen"] == "created"
    assert [unit["id"] for unit in fresh.json("units", "list")] == ["so-mau", "xa-mau", "hoa-sen"]
    assert [fresh.one_time_password(unit)[0] for unit in done] == [
        "quantri.so-mau",
        "quantri.xa-mau",
        "quantri.hoa-sen",
    ]


@pytest.mark.parametrize(
    "content",
    [b"", b"a,b,c\n1,2,3\n", b"\x00\x01\x02"],
    ids=["empty", "wrong columns", "not a spreadsheet"],
)
def test_a_file_that_is_no_list_of_units_gets_a_sentence_and_status_1(district, tmp_path, content):
    sheet = tmp_path / "units.csv"
    sheet.write_bytes(content)

    done = district.command("provision", str(sheet), "--json")

    assert done.returncode == 1
    assert json.loads(done.stdout)["outcomes"] == []
    assert len(json.loads(done.stdout)["problems"]) >= 1
    assert "Traceback" not in done.stderr
