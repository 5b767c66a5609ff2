"""Settings: every record of the registry, whichever control panel or service changed it."""

from eduportal.audit.recording import record
from eduportal.audit.values import changed
from plone.registry.interfaces import IRecordModifiedEvent
from zope.component import adapter


@adapter(IRecordModifiedEvent)
def setting_changed(event: IRecordModifiedEvent) -> None:
    """Saving a form with the value that it showed is no change."""
    name = event.record.__name__
    old, new = changed({name: event.oldValue}, {name: event.newValue})
    if new:
        record("setting.change", where=name, before=old[name], after=new[name])
