"""Behaviour ``eduportal.attachments``: the files inside an item as one ordered field."""

from AccessControl.PermissionRole import rolesForPermissionOn
from Acquisition import aq_base
from Acquisition import aq_parent
from dataclasses import dataclass
from eduportal import _
from eduportal.vietnamese import nfc
from operator import itemgetter
from plone import api
from plone.autoform import directives
from plone.autoform.interfaces import IFormFieldProvider
from plone.dexterity.interfaces import IDexterityContainer
from plone.dexterity.utils import createContentInContainer
from plone.namedfile.file import NamedBlobFile
from plone.supermodel import model
from zope import schema
from zope.component import adapter
from zope.interface import Interface
from zope.interface import implementer
from zope.interface import provider
from zope.lifecycleevent.interfaces import IObjectAddedEvent
from zope.schema.interfaces import IField

# Volatile: lives only from filling in the form to being added, and is never stored.
WAITING = "_v_eduportal_attachments"


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file with its title; ``id`` is empty until it is inside the record."""

    title: str
    file: NamedBlobFile
    id: str = ""


class IAttachmentsField(IField):
    """The files of a record."""


@implementer(IAttachmentsField)
class Attachments(schema.Field):
    """A list of ``Attachment`` in reading order."""


class IAttached(Interface):
    """Marks items whose files are attachments."""


@provider(IFormFieldProvider)
class IAttachments(model.Schema):
    """The files that belong to a record."""

    directives.order_after(attachments="*")
    attachments = Attachments(
        title=_("Attachments"),
        description=_("In reading order; PDF or ODF preferred (TT 53/2012, Điều 17.8)."),
        required=False,
        missing_value=[],
    )


@implementer(IAttachments)
@adapter(IDexterityContainer)
class FilesInside:
    """Reads the files inside an item; writes by adding, removing and ordering them."""

    def __init__(self, context) -> None:
        self.context = context

    @property
    def attachments(self) -> list[Attachment]:
        waiting = getattr(aq_base(self.context), WAITING, None)
        return list(waiting) if waiting is not None else attached(self.context)

    @attachments.setter
    def attachments(self, wanted: list[Attachment]) -> None:
        # A new item has no place for children before it is added: see add_waiting.
        if _is_added(self.context):
            arrange(self.context, wanted or [])
        else:
            setattr(aq_base(self.context), WAITING, list(wanted or []))


@adapter(IAttached, IObjectAddedEvent)
def add_waiting(item, event: IObjectAddedEvent) -> None:
    """What came with the form or the request that made the item goes in once it has a place."""
    waiting = getattr(aq_base(item), WAITING, None)
    if waiting is None:
        return
    delattr(aq_base(item), WAITING)
    arrange(item, waiting)


def attached(item) -> list[Attachment]:
    """The files inside an item, in order."""
    return [
        Attachment(title=child.title, file=child.file, id=child.getId())
        for child in item.objectValues()
        if child.portal_type == "File" and child.file is not None
    ]


def open_as_item(item) -> list[Attachment]:
    """Those that everybody may view who may view the item: what may be known through the item.

    A file that is closed to some must not be found by its name or its text either.
    """
    seers = set(rolesForPermissionOn("View", item))
    return [
        one
        for one in attached(item)
        if seers <= set(rolesForPermissionOn("View", item._getOb(one.id)))
    ]


def seen(item) -> list[Attachment]:
    """Those that this visitor may view."""
    return [
        one for one in attached(item) if api.user.has_permission("View", obj=item._getOb(one.id))
    ]


def arrange(item, wanted: list[Attachment]) -> None:
    """Make the files inside an item exactly ``wanted``, in that order."""
    kept = {attachment.id for attachment in wanted if attachment.id}
    gone = [one.id for one in attached(item) if one.id not in kept]
    if gone:
        api.content.delete(objects=[item[name] for name in gone])
    order = []
    for attachment in wanted:
        order.append(attachment.id or _add(item, attachment))
    positions = [(item.getObjectPosition(name), name) for name in order]
    if [name for _position, name in sorted(positions, key=itemgetter(0))] != order:
        for name in order:
            item.moveObjectsToBottom([name])
        item[order[0]].reindexObject(idxs=["getObjPositionInParent"])


def _add(item, attachment: Attachment) -> str:
    attachment.file.filename = nfc(attachment.file.filename or attachment.title)
    title = nfc(attachment.title or attachment.file.filename)
    return createContentInContainer(item, "File", title=title, file=attachment.file).getId()


def _is_added(item) -> bool:
    parent = aq_parent(item)
    child = parent._getOb(item.getId(), None) if hasattr(parent, "_getOb") else None
    return child is not None and aq_base(child) is aq_base(item)
