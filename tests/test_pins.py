"""One set of pins: for pip in constraints.txt, for buildout in versions.cfg."""

from importlib import metadata
from tests.checks.pins import ROOT
from tests.checks.pins import versions_cfg


def test_versions_cfg_says_what_constraints_say():
    constraints = (ROOT / "constraints.txt").read_text()

    assert (ROOT / "versions.cfg").read_text() == versions_cfg(constraints)


def test_the_pins_are_for_plone_6_2_2():
    assert metadata.version("Plone") == "6.2.2"
    assert "\nPlone = 6.2.2\n" in versions_cfg((ROOT / "constraints.txt").read_text()).replace(
        "plone = ", "Plone = "
    )
