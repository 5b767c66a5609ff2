"""Mandated sections may be renamed and moved, but deleted by nobody below Manager.

Denying the permission "Delete objects" would take it from the section's children too and forbid
moving, so the removal itself is refused, also when it happens somewhere above the section.
"""

from AccessControl import getSecurityManager
from eduportal import _
from eduportal.content_types.section.section import ISection
from eduportal.content_types.section.section import Section
from eduportal.interfaces import IEduportal
from OFS.interfaces import IObjectWillBeRemovedEvent
from plone.browserlayer.utils import registered_layers
from zExceptions import Forbidden
from zope.component import adapter
from zope.component import getUtilitiesFor
from zope.globalrequest import getRequest
from zope.i18n import translate
from zope.interface import Interface


class ISectionRule(Interface):
    """A named utility that says which rule a section answers to; called with section and request.

    Returns a sentence fragment such as ``Thông tư 53/2012/TT-BGDĐT, Điều 14.1`` or ``""``.
    """


class MandatedSectionRefused(Forbidden):
    """The section is mandated: 403 in a browser and over REST."""


# Zope looks an exception's status up by the name of its class; an unknown name answers 500
MandatedSectionRefused.__name__ = "Forbidden"


def is_guarded(section: Section) -> bool:
    """A mandated section, as long as the kit is installed in its portal."""
    return bool(section.section_id) and IEduportal in registered_layers()


def rules_of(section: Section) -> str:
    """The rules that demand a section, ``""`` for a unit's own or one that none demands."""
    if not is_guarded(section):
        return ""
    rules = (rule(section) for _name, rule in getUtilitiesFor(ISectionRule))
    return "; ".join(rule for rule in rules if rule)


@adapter(ISection, IObjectWillBeRemovedEvent)
def keep_mandated_sections(section: Section, event: IObjectWillBeRemovedEvent) -> None:
    """Refuse, naming the rule, unless a Manager (or code without a signed-in user) removes it."""
    if not is_guarded(section):
        return
    security = getSecurityManager()
    if security.getUser().getId() is None or security.checkPermission("Manage portal", section):
        return
    # removal reaches the innermost first; the reader is told of what he asked to delete
    if ISection.providedBy(event.object) and event.object.section_id:
        section = event.object
    request = getRequest()
    message = _(
        "refused_mandated_section",
        default=(
            "The section “${title}” is mandated and cannot be deleted (${rule}). "
            "You may rename it, move it or hide it."
        ),
        mapping={
            "title": section.title,
            "rule": rules_of(section) or section.section_id,
        },
    )
    raise MandatedSectionRefused(translate(message, context=request))
