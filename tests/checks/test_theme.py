"""The check of the compiled theme sees a change by hand on either side."""

from tests.checks.theme import THEME
from tests.checks.theme import problems
import shutil


def test_a_change_that_was_not_compiled_is_named(tmp_path):
    theme = tmp_path / "theme"
    shutil.copytree(THEME, theme)
    found = problems(theme)
    (theme / "scss/_tokens.scss").open("a").write("// more\n")
    (theme / "css/new.css").write_text("a{}")
    named = {line.split()[0] for line in problems(theme)} - {line.split()[0] for line in found}
    assert named == {
        "themes/eduportal/css/new.css",
        "themes/eduportal/scss/_tokens.scss",
    } - {line.split()[0] for line in found}
