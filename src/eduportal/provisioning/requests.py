"""Requests for code that runs without a browser: one for each portal.

Type information is cached on the request and in ``SCHEMA_CACHE``: work on a second site in the same
request is done with the first one's types.
"""

from AccessControl.SecurityManagement import getSecurityManager
from AccessControl.SecurityManagement import newSecurityManager
from AccessControl.SecurityManagement import setSecurityManager
from Acquisition import aq_base
from collections.abc import Iterator
from contextlib import contextmanager
from eduportal.interfaces import IEduportal
from plone.dexterity.schema import SCHEMA_CACHE
from Testing.makerequest import makerequest
from zope.component.hooks import getSite
from zope.component.hooks import setSite
from zope.globalrequest import clearRequest
from zope.globalrequest import getRequest
from zope.globalrequest import setRequest
from zope.interface import alsoProvides
from zope.publisher.browser import setDefaultSkin

ADMIN = "admin"


@contextmanager
def fresh(app, portal_id: str | None = None) -> Iterator:
    """The root, or one portal of it, on a new request as the user ``admin``.

    The site, the request and the user that were in force before come back at the end.
    """
    before = getSite(), getRequest(), getSecurityManager()
    SCHEMA_CACHE.clear()
    root = makerequest(aq_base(app))
    setDefaultSkin(root.REQUEST)
    setRequest(root.REQUEST)
    newSecurityManager(root.REQUEST, root.acl_users.getUser(ADMIN).__of__(root.acl_users))
    try:
        if portal_id is None:
            yield root
        else:
            portal = root[portal_id]
            setSite(portal)
            # Only now: on a site being made the layer wakes multilingual before its types exist.
            alsoProvides(root.REQUEST, IEduportal)
            yield portal
    finally:
        root.REQUEST.close()
        setSite(before[0])
        setRequest(before[1]) if before[1] is not None else clearRequest()
        setSecurityManager(before[2])
        SCHEMA_CACHE.clear()
