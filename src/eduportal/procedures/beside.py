"""What lies in a section beside the records that its view lists."""

from eduportal.face.pages.entries import Entry
from eduportal.face.pages.entries import entries
from plone import api


def beside(section, type_name: str, language: str) -> list[Entry]:
    """Pages, notices and sub-sections in their order; what is kept out of menus is not shown."""
    brains = api.portal.get_tool("portal_catalog")(
        path={"query": "/".join(section.getPhysicalPath()), "depth": 1},
        portal_type={"not": (type_name,)},
        sort_on="getObjPositionInParent",
    )
    return [one for one in entries(brains, language) if not one.hidden]
