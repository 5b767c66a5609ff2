"""Lists that anybody can make up by an address are kept out of search engines."""


def keep_out(request) -> None:
    """Also for what is no page and has no ``<meta>``: feeds, files, REST."""
    request.response.setHeader("X-Robots-Tag", "noindex, nofollow")
