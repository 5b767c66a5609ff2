"""The place under a record's list of files, for who has more to show of them."""

from zope.viewlet.interfaces import IViewletManager


class IBelowAttachments(IViewletManager):
    """Content provider ``eduportal.below_attachments``; a record's page says where it stands."""
