"""``eduportal accounts``: a table of people into one unit's portal, and what is done to one."""

import csv
import pytest
import requests

TABLE = """Họ và tên,Tên đăng nhập,Nhóm,Chức vụ
Trần Thị Lệnh,lenhtt,Biên tập viên,Giáo viên
Lê Văn Sai,lvs,Hội đồng,
"""


@pytest.fixture(scope="module")
def table(tmp_path_factory):
    path = tmp_path_factory.mktemp("people") / "nguoi.csv"
    path.write_text(TABLE)
    return path


def test_people_come_from_a_table_and_one_of_them_is_switched_off(district, table, tmp_path):
    slips = tmp_path / "phieu.csv"
    command = ("accounts", "import", "--unit", "hoa-sen", str(table))
    shown = district.command(*command, "--dry-run")
    done = district.command(*command, "--handover", "slips", "--slips", str(slips))
    again = district.command(*command, "--handover", "slips", "--slips", str(tmp_path / "x.csv"))
    people = {one["login"]: one for one in district.json("accounts", "list", "--unit", "hoa-sen")}

    assert (shown.returncode, done.returncode, again.returncode) == (1, 1, 1)
    assert 'không có nhóm "Hội đồng"' in done.stderr
    assert "tạo mới / made: 1" in done.stdout
    assert "không đổi / unchanged: 1" in again.stdout
    assert not (tmp_path / "x.csv").exists()
    assert oct(slips.stat().st_mode & 0o777) == "0o600"
    ((name, login, password),) = list(csv.reader(slips.open()))[1:]
    assert (name, login) == ("Trần Thị Lệnh", "lenhtt")
    assert people["lenhtt"] == {
        "login": "lenhtt",
        "fullname": "Trần Thị Lệnh",
        "email": "",
        "position": "Giáo viên",
        "groups": ["editors"],
        "last_sign_in": None,
        "enabled": True,
        "second_factor": False,
    }

    def status():
        return requests.get(
            f"{district.url}/hoa-sen/@users/lenhtt",
            auth=("lenhtt", password),
            headers={"Accept": "application/json"},
            allow_redirects=False,
            timeout=60,
        ).status_code

    before = status()
    off = district.command("accounts", "off", "lenhtt", "--unit", "hoa-sen")
    after = status()
    district.command("accounts", "on", "lenhtt", "--unit", "hoa-sen")
    nobody = district.command("accounts", "off", "khong-co", "--unit", "hoa-sen")

    # the one-time password has to be replaced first
    assert (before, off.returncode, after, status()) == (302, 0, 401, 302)
    assert nobody.returncode == 1
    assert "no such account" in nobody.stderr


def test_the_last_administrator_is_kept_here_too(district):
    done = district.command("accounts", "off", "quantri.hoa-sen", "--unit", "hoa-sen")

    assert done.returncode == 1
    assert "last administrator" in done.stderr
