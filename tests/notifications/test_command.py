"""The weekly summary is a command, which the instance runs by itself on Monday."""

import json


def test_the_command_serves_every_portal_and_a_second_run_sends_nothing(district):
    first = district.command("notifications", "digest", "--json")
    second = district.command("notifications", "digest", "--json")
    silent = {"letters": 0, "postponed": 0}

    assert set(json.loads(first.stdout)) == {"so-mau", "xa-mau", "hoa-sen"}
    assert json.loads(second.stdout) == dict.fromkeys(("so-mau", "xa-mau", "hoa-sen"), silent)


def test_an_unknown_unit_is_named(district):
    refused = district.command("notifications", "digest", "khong-co")

    assert (refused.returncode, "khong-co" in refused.stderr) == (1, True)
