"""``eduportal sample`` on a running instance."""


def test_the_command_takes_away_all_that_it_brought(district):
    said = [
        (done.returncode, done.stdout.strip(), done.stderr.strip())
        for done in (
            district.command("sample", verb, "hoa-sen") for verb in ("load", "remove", "remove")
        )
    ]
    assert said == [
        (0, "hoa-sen: 57 loaded", ""),
        (0, "hoa-sen: 64 removed", ""),
        (0, "hoa-sen: 0 removed", ""),
    ]
