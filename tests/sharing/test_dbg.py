from eduportal import sections
from plone import api
from AccessControl.PermissionRole import rolesForPermissionOn
from tests.editorial.conftest import office, write
from tests.face.conftest import publish, visit, managing
import transaction
def test_dbg(office, write):
    item = write("published", title="Công khai", parent=sections.find("history"))
    transaction.commit()
    cat = api.portal.get_tool("portal_catalog")
    def show():
        rid = cat.getrid("/".join(item.getPhysicalPath()))
        print(item.getPhysicalPath(), cat.getIndexDataForRID(rid)["allowedRolesAndUsers"], rolesForPermissionOn("View", item), [api.content.get_state(p) for p in item.aq_chain[:4] if hasattr(p,'portal_type')])
    show()
    with api.env.adopt_roles(["Manager"]):
        api.content.transition(sections.find("about"), "section_hide")
    transaction.commit()
    show()
    print(office.ask("", "GET", office.address(item)).status_code)
    record = write("published", kind="OfficialDocument", parent=sections.find("document-register"), title="Van ban")
    res = write("published", kind="Resource", parent=sections.find("resource-library"), title="Bai", link="http://x.vn/")
    ev = write("published", kind="Event", parent=sections.find("news"), title="Ev")
    transaction.commit()
    for o in (record, res, ev):
        a=office.ask("", "GET", office.address(o)+"/@@pdf"); print(o, a.status_code, a.content[:300], office.ask("", "GET", office.address(o)).status_code)
        from eduportal.sharing import IShared
        print(IShared.providedBy(o), type(o))
    assert 0
