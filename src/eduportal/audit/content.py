"""Content: added, changed, moved, renamed, deleted, taken through a step, shared.

The old values come from the database: until a transaction is stored, the state that it began with
can still be read. So one entry holds all that a request changed in an item, whoever changed it.
"""

from Acquisition import aq_base
from collections.abc import Mapping
from eduportal.audit.recording import acting
from eduportal.audit.recording import network
from eduportal.audit.recording import notes
from eduportal.audit.recording import record
from eduportal.audit.recording import record_later
from eduportal.audit.values import changed
from plone.dexterity.interfaces import IDexterityContent
from plone.uuid.interfaces import IUUID
from Products.DCWorkflow.interfaces import IAfterTransitionEvent
from zope.component import adapter
from zope.component.hooks import getSite
from zope.container.interfaces import IContainerModifiedEvent
from zope.lifecycleevent.interfaces import IObjectAddedEvent
from zope.lifecycleevent.interfaces import IObjectModifiedEvent
from zope.lifecycleevent.interfaces import IObjectMovedEvent
from zope.lifecycleevent.interfaces import IObjectRemovedEvent

NEW = b"\0" * 8
ROLES = ("__ac_local_roles__", "__ac_local_roles_block__")
NOT_TEXT = frozenset({"modification_date", "workflow_history", "version_id", "location_id"})


@adapter(IDexterityContent, IObjectAddedEvent)
def added(content: IDexterityContent, event: IObjectAddedEvent) -> None:
    """A new item, or one that came back from the clipboard."""
    record("content.add", where=path_of(content), after=described(content))


@adapter(IDexterityContent, IObjectRemovedEvent)
def removed(content: IDexterityContent, event: IObjectRemovedEvent) -> None:
    """An item, and each one below it."""
    record("content.delete", where=path_of(content), before=described(content))


@adapter(IDexterityContent, IObjectMovedEvent)
def moved(content: IDexterityContent, event: IObjectMovedEvent) -> None:
    """Moved or renamed; what lies below moves along and is not named one by one."""
    if event.object is not content or event.oldParent is None or event.newParent is None:
        return
    same_place = aq_base(event.oldParent) is aq_base(event.newParent)
    record(
        "content.rename" if same_place else "content.move",
        where=path_of(content),
        before=f"{path_of(event.oldParent).rstrip('/')}/{event.oldName}",
        after=path_of(content),
    )


@adapter(IDexterityContent, IObjectModifiedEvent)
def modified(content: IDexterityContent, event: IObjectModifiedEvent) -> None:
    """An edit through a form, REST or code that says what it did."""
    if not IContainerModifiedEvent.providedBy(event):
        watch(content)


def watch(content: IDexterityContent) -> None:
    """Look at an item when the transaction is stored, once, for all that it changed there."""
    if content._p_jar is None or content._p_serial == NEW:
        return
    if not notes().first(("content", content._p_oid)):
        return
    who, place = acting(), network()
    record_later(lambda: [{**entry, "who": who, "from": place} for entry in _entries(content)])


@adapter(IDexterityContent, IAfterTransitionEvent)
def stepped(content: IDexterityContent, event: IAfterTransitionEvent) -> None:
    """A step of a workflow with its reason; the first state of a new item is no step."""
    if event.transition is None:
        return
    step = {"state": event.new_state.getId(), "step": event.transition.getId()}
    if comment := (event.kwargs or {}).get("comment"):
        step["reason"] = comment
    record(
        "content.step",
        where=path_of(content),
        before={"state": event.old_state.getId()},
        after=step,
    )


def path_of(content) -> str:
    """Inside the portal; the portal itself is ``/``."""
    path = content.getPhysicalPath()
    site = getSite()
    above = len(site.getPhysicalPath()) if site is not None else 1
    return "/" + "/".join(path[above:])


def described(content) -> dict[str, str]:
    return {
        "type": content.portal_type,
        "title": content.title or content.getId(),
        "uid": IUUID(content, ""),
    }


def _entries(content) -> list[dict]:
    """What the transaction changed: the text, and who may do what."""
    before, after = _stored(content), dict(aq_base(content).__dict__)
    entries = []
    for event, names in (("content.edit", _is_text), ("content.share", ROLES.__contains__)):
        old, new = changed(
            {name: value for name, value in before.items() if names(name)},
            {name: value for name, value in after.items() if names(name)},
        )
        if old or new:
            entries.append({"event": event, "where": path_of(content), "before": old, "after": new})
    return entries


def _stored(content) -> Mapping:
    """The attributes that the item had when the transaction began."""
    connection = content._p_jar
    # with a savepoint the connection reads from a scratch file, which knows no older states
    storage = connection._normal_storage
    return connection._reader.getState(storage.loadSerial(content._p_oid, content._p_serial))


def _is_text(name: str) -> bool:
    return not name.startswith("_") and name not in NOT_TEXT
