"""The instance's own administrator: the user ``admin`` of the Zope root."""

from eduportal.interfaces import IInstance
from eduportal.provisioning.requests import ADMIN
from eduportal.provisioning.upload.keys import ensure_keys
from zope.interface import alsoProvides
import transaction


def prepare(app, password: str) -> None:
    """Mark the root as an instance of the kit; ``admin`` exists and has this password.

    The root's user folder is a plain one until the first portal makes it a pluggable one.
    """
    users = app.acl_users
    if not IInstance.providedBy(app):
        alsoProvides(app, IInstance)
    ensure_keys(app)
    if users.getUser(ADMIN) is None:
        users._doAddUser(ADMIN, password, ["Manager"], [])
    elif "users" in users.objectIds():
        known = {"login": ADMIN, "password": password}
        if users.users.authenticateCredentials(known) is None:
            users.users.updateUserPassword(ADMIN, password)
    elif not users.authenticate(ADMIN, password, None):
        users._doChangeUser(ADMIN, password, ["Manager"], [])
    transaction.commit()
