"""``eduportal upgrade`` on an instance of three portals."""

import json


def test_portals_of_this_version_are_told_to_be_up_to_date(district):
    done = district.command("upgrade")
    assert (done.returncode, done.stderr) == (0, "")
    told = [line.partition(" (")[0] for line in done.stdout.splitlines()]
    assert told == [f"{unit}: up to date" for unit in _units(district)]
    one = _units(district)[0]
    found = json.loads(district.command("upgrade", one, "--json").stdout)
    assert [(unit["unit"], unit["steps"], unit["before"] == unit["after"]) for unit in found] == [
        (one, [], True)
    ]


def test_an_unknown_unit_is_a_sentence(district):
    done = district.command("upgrade", "nowhere")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("no unit nowhere; known: ")


def _units(district):
    return [unit["id"] for unit in district.json("units", "list")]
