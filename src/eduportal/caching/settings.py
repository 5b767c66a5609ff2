"""The settings of Plone's own panel "Caching": which rule falls under which operation."""

from plone.app.caching.interfaces import IPloneCacheSettings
from plone.caching.interfaces import ICacheSettings
from plone.registry import Record
from plone.registry import field
from plone.registry.interfaces import IRegistry
from zope.component import getUtility

PAGE = "eduportal.caching.page"
FILE = "eduportal.caching.file"

OPERATIONS = {
    "plone.content.itemView": PAGE,
    "plone.content.folderView": PAGE,
    "plone.content.feed": PAGE,
    "plone.content.file": FILE,
    "plone.stableResource": FILE,
    "plone.resource": FILE,
}
VIEWS = {
    "accessibility": "plone.content.itemView",
    "sitemap.xml": "plone.content.feed",
}
"""Public pages that are no item's own view, beside those that plone.app.caching names."""
SHARED = f"{PAGE}.smaxage"


def switch_on() -> None:
    """Keep the pages of the portal at hand; what an administrator assigned himself stays."""
    registry = getUtility(IRegistry)
    caching = registry.forInterface(ICacheSettings)
    plone = registry.forInterface(IPloneCacheSettings)
    caching.operationMapping = OPERATIONS | (caching.operationMapping or {})
    plone.templateRulesetMapping = VIEWS | (plone.templateRulesetMapping or {})
    if SHARED not in registry.records:
        registry.records[SHARED] = Record(field.Int(title="s-maxage", required=False), None)
    caching.enabled = True


def switch_off() -> None:
    """Take back what ``switch_on`` set; the rest is the administrator's."""
    registry = getUtility(IRegistry)
    caching = registry.forInterface(ICacheSettings, check=False)
    plone = registry.forInterface(IPloneCacheSettings, check=False)
    mapping = caching.operationMapping or {}
    kept = {rule: name for rule, name in mapping.items() if name not in OPERATIONS.values()}
    if mapping and not kept:
        caching.enabled = False
        # the field is required: only a new record is as empty as before
        del registry.records[f"{ICacheSettings.__identifier__}.operationMapping"]
        registry.registerInterface(ICacheSettings)
    elif kept != mapping:
        caching.operationMapping = kept
    views = plone.templateRulesetMapping or {}
    if VIEWS.keys() & views.keys():
        plone.templateRulesetMapping = {
            name: rule for name, rule in views.items() if VIEWS.get(name) != rule
        }
