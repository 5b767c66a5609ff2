"""Whether anybody may see something; what a signed-in person sees is no measure."""

from AccessControl.PermissionRole import rolesForPermissionOn


def is_public(content) -> bool:
    """Whether an anonymous visitor may view it."""
    return "Anonymous" in rolesForPermissionOn("View", content)
