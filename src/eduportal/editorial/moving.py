"""What is approved or public is not carried elsewhere, nor renamed, by who may not change it.

Plone asks for the permission to delete in the place that something is taken from, not for one on
the item: an editor could take a public text out of its section, or one out of a hidden section.
"""

from AccessControl import getSecurityManager
from Acquisition import aq_base
from eduportal import _
from eduportal.content_types.section.section import ISection
from eduportal.editorial.publication import PUBLISHED
from eduportal.editorial.publication import SCHEDULED
from eduportal.editorial.publication import state_of
from OFS.interfaces import IObjectWillBeMovedEvent
from plone import api
from plone.dexterity.interfaces import IDexterityContent
from zExceptions import Forbidden
from zope.component import adapter
from zope.globalrequest import getRequest
from zope.i18n import translate

HELD = (SCHEDULED, PUBLISHED, "withdrawn")


@adapter(IDexterityContent, IObjectWillBeMovedEvent)
def keep_in_place(content: IDexterityContent, event: IObjectWillBeMovedEvent) -> None:
    """Refuse to move or rename it by itself; a section takes along what it holds.

    A section is held in its place while visitors see it: its title and address are public text.

    Code without a signed-in user is not asked, nor are adding and deleting, which Plone looks at.
    """
    if aq_base(event.object) is not aq_base(content) or None in (event.oldParent, event.newParent):
        return
    security = getSecurityManager()
    if not _is_held(content) or security.getUser().getId() is None:
        return
    if not security.checkPermission("Modify portal content", content):
        message = _(
            "refused_move_of_approved",
            default="“${title}” is approved or public: only those who approve move or rename it.",
            mapping={"title": content.title},
        )
        raise Forbidden(translate(message, context=getRequest()))


def _is_held(content: IDexterityContent) -> bool:
    if ISection.providedBy(content):
        return api.content.get_state(content) == PUBLISHED
    return state_of(content) in HELD
