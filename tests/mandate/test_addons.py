"""An add-on's catalogue: registered from Python or by ZCML, merged, taken out again."""

from collections.abc import Callable
from eduportal.mandate import MandateError
from eduportal.mandate import catalogue
from eduportal.mandate import origins
from eduportal.mandate import problems
from eduportal.mandate import register_catalogue
from eduportal.mandate import unregister_catalogue
from pathlib import Path
from zope.configuration import xmlconfig
from zope.configuration.config import ConfigurationConflictError
import pytest

ADDON = Path(__file__).parent / "addon"

pytestmark = pytest.mark.usefixtures("clean_registry")


def test_an_addon_adds_a_source_a_requirement_and_a_section():
    register_catalogue("my.addon", ADDON / "mandate")
    mandate = catalogue()
    assert mandate.requirement("reading-day").origin == "my.addon"
    assert mandate.source("library-letter").label_vi == "Công văn 1/MẪU"
    news = [one.id for one in mandate.sections("C1") if one.parent == "news"]
    assert news[:3] == ["announcements", "reading-day", "unit-news"]
    serving = [one.id for one in mandate.serving("reading-day", "C1")]
    assert serving == ["announcements", "reading-day"]
    assert problems(mandate) == []


def test_a_catalogue_can_be_taken_out_again():
    before = [one.id for one in catalogue().requirements()]
    register_catalogue("my.addon", ADDON / "mandate")
    unregister_catalogue("my.addon")
    assert [one.id for one in catalogue().requirements()] == before
    assert "my.addon" not in origins()


def test_the_same_registration_twice_is_no_news():
    register_catalogue("my.addon", ADDON / "mandate")
    register_catalogue("my.addon", ADDON / "mandate")
    assert origins().count("my.addon") == 1


def test_a_name_that_is_taken_is_refused(tmp_path: Path):
    register_catalogue("my.addon", ADDON / "mandate")
    with pytest.raises(MandateError) as error:
        register_catalogue("my.addon", tmp_path)
    assert error.value.en == (
        f"The catalogue name “my.addon” is taken by {ADDON / 'mandate'};"
        f" {tmp_path} needs another name."
    )


def test_two_addons_with_the_same_id_are_both_named(folder: Callable[[str], Path]):
    register_catalogue("my.addon", ADDON / "mandate")
    other = folder((ADDON / "mandate" / "library_day.toml").read_text(encoding="utf-8"))
    with pytest.raises(MandateError) as error:
        register_catalogue("other.addon", other)
    assert error.value.en == (
        "other.addon:extra.toml, source “library-letter”: this source id is taken already by"
        " my.addon:library_day.toml, source “library-letter”; give one of them another id."
    )
    assert "other.addon" not in origins()


def test_a_section_may_serve_a_requirement_that_only_one_edition_has(
    folder: Callable[[str], Path],
):
    section = (ADDON / "mandate" / "library_day.toml").read_text(encoding="utf-8")
    serves = 'requirements = ["reading-day", "open-data"]'
    register_catalogue(
        "my.addon", folder(section.replace('requirements = ["reading-day"]', serves))
    )
    assert catalogue().section("C1", "reading-day").requirements == ("reading-day",)
    newer = catalogue("newer-law")
    assert newer.section("C1", "reading-day").requirements == ("reading-day", "open-data")
    assert problems(catalogue()) == []


def test_an_addon_need_not_declare_a_group(folder: Callable[[str], Path]):
    text = (ADDON / "mandate" / "library_day.toml").read_text(encoding="utf-8")
    register_catalogue("my.addon", folder(text.replace('group = "news"', 'group = "reading"')))
    mandate = catalogue()
    assert mandate.group_of(mandate.requirement("reading-day")).title_vi == "Nội dung khác"
    assert mandate.requirements()[-1].id == "reading-day"


def test_a_missing_folder_is_refused(tmp_path: Path):
    with pytest.raises(MandateError) as error:
        register_catalogue("my.addon", tmp_path / "nowhere")
    assert error.value.en.endswith("which is not a folder.")


def test_one_zcml_directive_contributes_a_catalogue():
    xmlconfig.file(str(ADDON / "configure.zcml"))
    assert catalogue().requirement("reading-day").origin == "my.addon"


def test_the_same_name_in_two_directives_is_a_conflict(tmp_path: Path):
    twice = tmp_path / "configure.zcml"
    line = '<mandate:catalogue name="my.addon" directory="{}" />'
    twice.write_text(
        '<configure xmlns="http://namespaces.zope.org/zope"'
        ' xmlns:mandate="http://namespaces.eduportal/mandate">'
        '<include package="eduportal.mandate" file="meta.zcml" />'
        f"{line.format(ADDON / 'mandate')}{line.format(tmp_path)}</configure>"
    )
    with pytest.raises(ConfigurationConflictError):
        xmlconfig.file(str(twice))
