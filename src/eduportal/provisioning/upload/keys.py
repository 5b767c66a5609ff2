"""The secrets that the root's forms are signed with; portals have their own, the root has none."""

from Acquisition import aq_base
from plone.keyring.keymanager import KeyManager

KEY = "_eduportal_keys"


def ensure_keys(app) -> None:
    """Give the instance its keys; done as the instance is opened, since a page writes nothing."""
    root = aq_base(app)
    if not hasattr(root, KEY):
        setattr(root, KEY, KeyManager())


def keys(app) -> KeyManager:
    return getattr(aq_base(app), KEY)
