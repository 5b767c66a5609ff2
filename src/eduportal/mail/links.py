"""Where the links of a mail lead: an address that whoever asked for the mail cannot choose.

The host of a request is what its sender says it is. A link made of it, in a mail to somebody else,
would lead that person to a stranger's page.
"""

from eduportal.mail import settings
from eduportal.units.settings import unit_of


def base_url(portal) -> str:
    """The portal's address without a slash at its end.

    Served at a host of its own, that is the unit's domain. In path form it is ``base_url`` of
    ``mail.toml`` with the portal's id, and only without that setting the request's own host.
    """
    unit = unit_of(portal)
    own_host = len(portal.REQUEST.get("VirtualRootPhysicalPath", ("",))) > 1
    if own_host and unit is not None and unit.domain:
        return f"https://{unit.domain}"
    root = settings.load().base_url.rstrip("/")
    if root and not own_host:
        return f"{root}/{portal.getId()}"
    return portal.absolute_url()


def link(portal, content_path: tuple[str, ...] | str) -> str:
    """The address of what lies at a physical path in ``portal``, as a mail tells it."""
    path = content_path.split("/") if isinstance(content_path, str) else content_path
    return "/".join((base_url(portal), *path[len(portal.getPhysicalPath()) :]))
