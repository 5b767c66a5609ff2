"""Work in a bare Plone site; ``bare_server.py`` runs this where the kit is not installed.

``python bare_plone.py ZOPE_CONF`` makes the site if there is none, says so, and from then on edits
an item of it for each line that it is sent.
"""

from AccessControl.SecurityManagement import newSecurityManager
from importlib.util import find_spec
from Testing.makerequest import makerequest
from zope.component.hooks import setSite
from zope.globalrequest import setRequest
from Zope2.Startup.run import configure_wsgi
import os
import page_content
import sys
import transaction
import Zope2

ADMIN = "admin"


def main() -> None:
    configure_wsgi(sys.argv[1])
    if find_spec("eduportal") or "collective.honeypot" in sys.modules:
        raise SystemExit("this is no bare Plone")
    root = makerequest(Zope2.app())
    if root.acl_users.getUser(ADMIN) is None:
        root.acl_users._doAddUser(ADMIN, os.environ["ADMIN_PASSWORD"], ["Manager"], [])
    setRequest(root.REQUEST)
    newSecurityManager(root.REQUEST, root.acl_users.getUser(ADMIN).__of__(root.acl_users))
    if page_content.BARE not in root.objectIds():
        _make(root)
    site = root[page_content.BARE]
    setSite(site)
    print("made", flush=True)
    for time, _line in enumerate(sys.stdin):
        root._p_jar.sync()
        page_content.edit(site["tin-tuc"], time)
        transaction.commit()
        print("edited", flush=True)


def _make(root) -> None:
    """A site as the distribution "classic" makes it, with a section of news out of navigation."""
    from plone import api
    from Products.CMFPlone.factory import addPloneSite

    site = addPloneSite(
        root,
        page_content.BARE,
        title="Bare",
        default_language="vi",
        portal_timezone="Asia/Ho_Chi_Minh",
        distribution_name="classic",
        setup_content=False,
    )
    setSite(site)
    shown = api.portal.get_registry_record("plone.displayed_types")
    api.portal.set_registry_record(
        "plone.displayed_types", tuple(kind for kind in shown if kind != "News Item")
    )
    folder = api.content.create(site, "Folder", id="tin-tuc", title="Tin tức")
    api.content.transition(folder, "publish")
    page_content.add_items(folder)
    transaction.commit()


if __name__ == "__main__":
    main()
