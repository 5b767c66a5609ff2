"""Behaviour ``eduportal.versions``: what somebody saves on the web is kept as a version.

Plone's own behaviour keeps a version of everything that is added, by whatever code. An import of
100,000 documents would store each of them twice; what a command changes stands in the journal,
with old and new values.
"""

from eduportal.audit.recording import COMMAND
from eduportal.audit.recording import network
from plone.app.versioningbehavior.subscribers import create_initial_version_after_adding
from plone.app.versioningbehavior.subscribers import create_version_on_save
from zope.component import adapter
from zope.interface import Interface
from zope.lifecycleevent.interfaces import IObjectAddedEvent
from zope.lifecycleevent.interfaces import IObjectModifiedEvent


class IVersions(Interface):
    """Marks content whose versions are kept."""


@adapter(IVersions, IObjectAddedEvent)
def keep_first(content: IVersions, event: IObjectAddedEvent) -> None:
    if network() != COMMAND:
        create_initial_version_after_adding(content, event)


@adapter(IVersions, IObjectModifiedEvent)
def keep_changed(content: IVersions, event: IObjectModifiedEvent) -> None:
    if network() != COMMAND:
        create_version_on_save(content, event)
