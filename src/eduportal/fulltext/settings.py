"""Limits of reading, which a portal's administrator changes in the registry."""

from eduportal import _
from eduportal.extraction import Limits
from plone.registry.interfaces import IRegistry
from zope import schema
from zope.component import getUtility
from zope.interface import Interface

PREFIX = "eduportal.fulltext"
MEGABYTE = 1024 * 1024


class IFulltextSettings(Interface):
    """See ``profiles/default/registry/fulltext.xml``."""

    largest_megabytes = schema.Int(
        title=_("Largest file that is read, in megabytes"), default=200, min=1
    )
    recognition_minutes = schema.Int(
        title=_("Longest text recognition of one file, in minutes"), default=20, min=0
    )


def limits() -> Limits:
    """The portal's limits; the defaults in a portal older than these settings."""
    registry = getUtility(IRegistry)
    kept = registry.forInterface(IFulltextSettings, prefix=PREFIX, check=False)
    return Limits(
        file_bytes=kept.largest_megabytes * MEGABYTE,
        recognition_seconds=kept.recognition_minutes * 60,
    )
