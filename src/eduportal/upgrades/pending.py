"""Running the steps that a portal has not had yet."""

from dataclasses import dataclass
from plone import api

PROFILE = "eduportal:default"


@dataclass
class Upgraded:
    """What was done to one portal: from which version to which, and the titles of the steps.

    ``before`` is empty where the kit is not installed; nothing is done there.
    """

    unit: str
    before: str
    after: str
    steps: list[str]


def upgrade(portal) -> Upgraded:
    """Bring a portal to the version of the kit; does nothing where it has it."""
    setup = api.portal.get_tool("portal_setup")
    before = _version(setup)
    if not before:
        return Upgraded(portal.getId(), "", "", [])
    steps = [str(step["title"]) for step in _flat(setup.listUpgrades(PROFILE))]
    if steps:
        setup.upgradeProfile(PROFILE)
    return Upgraded(portal.getId(), before, _version(setup), steps)


def _version(setup) -> str:
    version = setup.getLastVersionForProfile(PROFILE)
    return "" if version == "unknown" else ".".join(version)


def _flat(found: list) -> list[dict]:
    """Steps of one version stand in a list of their own."""
    steps = []
    for one in found:
        steps.extend(one if isinstance(one, list) else [one])
    return steps
