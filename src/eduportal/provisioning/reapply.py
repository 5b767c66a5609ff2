"""Applying the default profile again changes nothing that somebody has set since.

The profile states where a portal starts: languages, first weekday, theme, lists, hidden viewlets.
GenericSetup writes these each time, so what stood there before is put back afterwards. A value that
a later version means to change is changed by an upgrade, not by this profile.
"""

from copy import deepcopy
from plone.app.viewletmanager.interfaces import IViewletSettingsStorage
from plone.registry.interfaces import IRegistry
from zope.annotation.interfaces import IAnnotations
from zope.component import getUtility
from zope.globalrequest import getRequest

PROFILE = "eduportal:default"
KEY = "eduportal.provisioning.before"
VIEWLETS = ("_order", "_hidden", "_defaults")


def remember(setup_tool) -> None:
    """Pre handler: keep on the request what is set; nothing where the profile is new."""
    new = setup_tool.getLastVersionForProfile(PROFILE) == "unknown"
    IAnnotations(getRequest())[KEY] = (
        None
        if new
        else {
            "records": {name: deepcopy(record.value) for name, record in _records().items()},
            "viewlets": {name: deepcopy(dict(_viewlets(name))) for name in VIEWLETS},
        }
    )


def give_back() -> bool:
    """Post handler: put it back; whether there was anything, that is, a run before this one."""
    before = IAnnotations(getRequest()).pop(KEY, None)
    if before is None:
        return False
    records = _records()
    for name, value in before["records"].items():
        if name in records and records[name].value != value:
            records[name].value = value
    for name, settings in before["viewlets"].items():
        if dict(_viewlets(name)) != settings:
            _viewlets(name).clear()
            _viewlets(name).update(settings)
    return True


def _records():
    return getUtility(IRegistry).records


def _viewlets(name: str):
    return getattr(getUtility(IViewletSettingsStorage), name)
