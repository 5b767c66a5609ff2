"""How long a browser, or a cache on the way, may keep what belongs to a file."""

from AccessControl.PermissionRole import rolesForPermissionOn
from hashlib import sha256
from plone import api

# A withdrawn document must be gone soon, a page that is turned back must not be fetched again.
KEPT_SECONDS = 300


def is_public(content) -> bool:
    """Whether anybody may view it; what a signed-in person sees is no measure."""
    return "Anonymous" in rolesForPermissionOn("View", content)


def harden(content, request) -> None:
    """Headers of all that is made from a file: its type is as said, and strangers keep nothing."""
    response = request.response
    response.setHeader("X-Content-Type-Options", "nosniff")
    response.setHeader("X-Robots-Tag", "noindex")
    if not is_public(content) or not api.user.is_anonymous():
        response.setHeader("Cache-Control", "private, no-cache")


def is_known(data: bytes, content, request) -> bool:
    """Label ``data`` for caches; True where the browser has it already (the answer is a 304)."""
    response = request.response
    label = f'"{sha256(data).hexdigest()[:32]}"'
    response.setHeader("ETag", label)
    if is_public(content):
        response.setHeader("Cache-Control", f"public, max-age={KEPT_SECONDS}")
    if request.getHeader("If-None-Match") == label:
        response.setStatus(304)
        return True
    return False
