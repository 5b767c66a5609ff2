"""A section that is deleted takes what was decided of it along."""

from eduportal.content_types.section.section import ISection
from eduportal.duties import store
from OFS.interfaces import IObjectWillBeRemovedEvent
from plone import api
from plone.base.interfaces import IPloneSiteRoot
from plone.uuid.interfaces import IUUID
from zope.component import adapter


@adapter(ISection, IObjectWillBeRemovedEvent)
def removed(section: ISection, event: IObjectWillBeRemovedEvent) -> None:
    """Deleted, itself or with the section above; a whole portal takes its records along."""
    if not IPloneSiteRoot.providedBy(event.object):
        store.forget(api.portal.get(), IUUID(section, ""))
