"""Telling a page's own files, which everybody may have, from everything else."""

from pathlib import PurePosixPath

SUFFIXES = frozenset({".css", ".ico", ".jpg", ".js", ".map", ".png", ".svg", ".woff", ".woff2"})
RESOURCES = ("++plone++", "++resource++", "++theme++", "++webresource++")


def asks_for_static(request) -> bool:
    """Whether a request reads a stylesheet, script, font or picture of the theme or of Plone.

    Both have to hold: a namespace alone proves nothing, for some of them (``++api++``,
    ``++webresource++``) hand on to the portal's content.
    """
    path = request.get("ACTUAL_URL", "")
    return (
        request.method in ("GET", "HEAD")
        and PurePosixPath(path).suffix in SUFFIXES
        and any(step.startswith(RESOURCES) for step in path.split("/"))
    )


def last_step(request) -> str:
    """The name at the end of a request's path, without the ``@@`` of a view."""
    return request.get("ACTUAL_URL", "").rstrip("/").rsplit("/", 1)[-1].lstrip("@")
