"""Lists that anybody can make up by an address are kept out of search engines."""

from plone import api


def keep_out(request) -> None:
    """Also for what is no page and has no ``<meta>``: feeds, files, REST.

    What somebody signed in is shown may hold drafts: no cache on the way keeps it either.
    """
    request.response.setHeader("X-Robots-Tag", "noindex, nofollow")
    if not api.user.is_anonymous():
        request.response.setHeader("Cache-Control", "private, no-store")
