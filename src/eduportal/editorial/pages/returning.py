"""Where a form leads when it is done."""

from plone import api


def way_back(request, content) -> str:
    """``came_from`` if it lies inside the portal, else the page of the item."""
    wanted = request.form.get("came_from", "")
    if isinstance(wanted, str) and wanted and _inside(wanted):
        return wanted
    address = content.absolute_url()
    viewed = api.portal.get_registry_record("plone.types_use_view_action_in_listings", default=())
    return f"{address}/view" if content.portal_type in (viewed or ()) else address


def _inside(address: str) -> bool:
    return bool(api.portal.get_tool("portal_url").isURLInPortal(address))
