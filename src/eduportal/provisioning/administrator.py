"""The instance's own administrator: the user ``admin`` of the Zope root."""

from eduportal.interfaces import IInstance
from eduportal.provisioning.requests import ADMIN
from eduportal.provisioning.upload.keys import ensure_keys
from eduportal.server.layout import Layout
from zope.component import adapter
from zope.interface import alsoProvides
from zope.processlifetime import IDatabaseOpenedWithRoot
import os
import transaction


@adapter(IDatabaseOpenedWithRoot)
def prepare_instance(event) -> None:
    """Make the root ready whenever a process of the instance opens its database.

    Only where ``zope.conf`` was written by the kit: some other Plone's root is not ours to change.
    """
    if not os.environ.get("EDUPORTAL_INSTANCE"):
        return
    connection = event.database.open()
    try:
        prepare(connection.root()["Application"], Layout.from_environment())
    finally:
        transaction.abort()
        connection.close()


def prepare(app, layout: Layout) -> None:
    """Mark the root as an instance of the kit; ``admin`` exists and has the given password.

    ``$ADMIN_PASSWORD`` is enforced where it is set, as it always is for the web server; a command
    run without it must not change the password of a portal that was started with one.
    """
    if not IInstance.providedBy(app):
        alsoProvides(app, IInstance)
    ensure_keys(app)
    given = os.environ.get("ADMIN_PASSWORD")
    if app.acl_users.getUser(ADMIN) is None:
        app.acl_users._doAddUser(ADMIN, given or layout.admin_password(), ["Manager"], [])
    elif given:
        _enforce(app.acl_users, given)
    transaction.commit()


def _enforce(users, password: str) -> None:
    """The root's user folder is a plain one until the first portal makes it a pluggable one."""
    if "users" in users.objectIds():
        if users.users.authenticateCredentials({"login": ADMIN, "password": password}) is None:
            users.users.updateUserPassword(ADMIN, password)
    elif not users.authenticate(ADMIN, password, None):
        users._doChangeUser(ADMIN, password, ["Manager"], [])
