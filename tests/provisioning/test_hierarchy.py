"""After July 2025: another parent, another domain, the end of a unit; old addresses redirect."""

from eduportal.provisioning.hierarchy import check_parent
from eduportal.provisioning.hierarchy import check_successor
from eduportal.units.model import Unit
from eduportal.units.model import UnitError
from tests.district import PASSWORD
import pytest
import requests


@pytest.fixture
def moved(copy):
    """The district after a re-parenting, a new domain and a closing, running."""
    assert copy.command("units", "reparent", "hoa-sen", "so-mau").returncode == 0
    assert copy.command("units", "domain", "hoa-sen", "c1hoasen2.tinhmau.edu.vn").returncode == 0
    assert copy.command("units", "close", "xa-mau", "--to", "so-mau").returncode == 0
    copy.start()
    yield copy
    assert copy.stop() == 0


def test_old_addresses_redirect_for_good_and_nothing_is_lost(moved):
    def hosted(host, path):
        url = f"{moved.url}/VirtualHostBase/https/{host}:443/hoa-sen/VirtualHostRoot{path}"
        answer = requests.get(url, allow_redirects=False, timeout=60)
        return answer.status_code, answer.headers.get("Location")

    closed = requests.get(f"{moved.url}/xa-mau/vi", allow_redirects=False, timeout=60)
    keeper = requests.get(f"{moved.url}/xa-mau/vi", auth=("admin", PASSWORD), timeout=60)

    json = {"Accept": "application/json"}
    detour = requests.get(
        f"{moved.url}/xa-mau/++api++/vi", headers=json, allow_redirects=False, timeout=60
    )
    style = requests.get(f"{moved.url}/xa-mau/++theme++eduportal/css/eduportal.css", timeout=60)

    assert (detour.status_code, style.status_code) == (301, 200)
    assert (closed.status_code, closed.headers["Location"]) == (301, f"{moved.url}/so-mau")
    assert "Ủy ban" not in closed.text
    assert keeper.status_code == 200
    assert hosted("c1hoasen.tinhmau.edu.vn", "/vi?x=1") == (
        301,
        "https://c1hoasen2.tinhmau.edu.vn/vi?x=1",
    )
    assert hosted("c1hoasen2.tinhmau.edu.vn", "/vi")[0] == 200
    assert {unit["id"]: unit["parent"] for unit in moved.json("units", "list")} == {
        "so-mau": "",
        "xa-mau": "so-mau",
        "hoa-sen": "so-mau",
    }


KNOWN = {
    unit_id: Unit(unit_id, unit_id, unit_id, tier, parent)
    for unit_id, tier, parent in (
        ("so-mau", "so", ""),
        ("xa-mau", "commune", "so-mau"),
        ("hoa-sen", "C1", "xa-mau"),
    )
}


@pytest.mark.parametrize(
    ("check", "unit_id", "other", "sentence"),
    [
        (
            check_parent,
            "so-mau",
            "hoa-sen",
            "hoa-sen lies below so-mau: it cannot become its parent",
        ),
        (check_parent, "so-mau", "so-mau", "so-mau lies below so-mau: it cannot become its parent"),
        (
            check_parent,
            "hoa-sen",
            "khong-co",
            "there is no unit khong-co; known: hoa-sen, so-mau, xa-mau",
        ),
        (check_successor, "xa-mau", "so-mau", "xa-mau still has member units: hoa-sen"),
        (check_successor, "hoa-sen", "hoa-sen", "hoa-sen cannot be its own successor"),
    ],
)
def test_what_would_break_the_tree_of_units_is_refused_with_a_sentence(
    check, unit_id, other, sentence
):
    with pytest.raises(UnitError) as refused:
        check(KNOWN, unit_id, other)

    assert str(refused.value) == sentence


def test_the_command_says_the_sentence_and_fails(district):
    done = district.command("units", "close", "xa-mau", "--to", "so-mau")

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.splitlines()[-1] == "xa-mau still has member units: hoa-sen"
