"""``eduportal sample`` on a running instance."""


def test_the_command_takes_away_all_that_it_brought(district):
    said = [
        district.command("sample", verb, "hoa-sen").stdout.strip()
        for verb in ("load", "remove", "remove")
    ]
    assert said == ["hoa-sen: 43 loaded", "hoa-sen: 47 removed", "hoa-sen: 0 removed"]
