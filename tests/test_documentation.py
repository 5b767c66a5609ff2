"""What the documentation shows is run: its commands, its TOML and ZCML, its Python."""

from eduportal import mandate
from eduportal.cli import main as _main  # noqa: F401  the command has to be importable
from eduportal.cli.app import app
from pathlib import Path
from tests.mandate.conftest import clean_registry
from typer.testing import CliRunner
from zope.configuration import xmlconfig
import pytest
import re
import shlex

DOCS = Path(__file__).parent.parent / "docs"
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```", re.DOTALL | re.MULTILINE)
COMMAND = re.compile(r"^    eduportal (mandate .*)$", re.MULTILINE)
PAGE = (DOCS / "mandate.md").read_text(encoding="utf-8")
BLOCKS = dict(BLOCK.findall(PAGE))

__all__ = ["clean_registry"]


@pytest.mark.parametrize("command", COMMAND.findall(PAGE))
def test_every_command_of_the_page_succeeds(command):
    done = CliRunner().invoke(app, shlex.split(command))
    assert (done.exit_code, bool(done.output)) == (0, True)


def test_the_add_on_of_the_page_contributes_its_section(tmp_path, clean_registry):
    (tmp_path / "mandate").mkdir()
    (tmp_path / "mandate" / "reading.toml").write_text(BLOCKS["toml"], encoding="utf-8")
    (tmp_path / "configure.zcml").write_text(BLOCKS["xml"], encoding="utf-8")
    context = xmlconfig.file("meta.zcml", mandate)
    xmlconfig.file(str(tmp_path / "configure.zcml"), context=context)
    catalogue = mandate.catalogue()

    assert catalogue.section("C1", "reading-day").origin == "my.addon"
    assert [one.id for one in catalogue.serving("reading-day", "C1")] == ["reading-day"]
    assert mandate.problems(catalogue) == []


def test_the_python_of_the_page_runs():
    names = {}
    exec(BLOCKS["python"], names)
    assert names["section"].title_vi == "Thông báo"


def test_every_table_of_the_data_stands_on_the_page():
    from eduportal.mandate.files import TABLES

    assert sorted(name for name in TABLES if f"[[{name}]]" not in PAGE) == []
