"""A filter before Zope: beacons of portals that Zope has met are answered without a database.

A page from a cache costs next to nothing, and its beacon must not cost a whole request of Zope's.
In ``wsgi.ini``: ``paste.filter_app_factory = eduportal.visits.front:factory``.
"""

from collections.abc import Callable
from collections.abc import Iterable
from eduportal.visits.beacon import HEADERS
from eduportal.visits.beacon import NAME
from eduportal.visits.beacon import answer
from eduportal.visits.process import process

BASE, ROOT, RENAMED = "VirtualHostBase", "VirtualHostRoot", "_vh_"


def factory(app: Callable, global_configuration=None, **local) -> Callable:
    """The filter around ``app``, the next step of the pipeline."""

    def beacons_first(environ: dict, start_response: Callable) -> Iterable[bytes]:
        path = environ.get("PATH_INFO", "")
        if environ.get("REQUEST_METHOD") == "POST" and path.endswith(f"/{NAME}"):
            portal_id, server_url = place(path, environ)
            if process.knows(portal_id):
                body = answer(environ, portal_id, server_url)
                length = ("Content-Length", str(len(body)))
                start_response("200 OK", [*HEADERS, length])
                return [body]
        return app(environ, start_response)

    return beacons_first


def place(path: str, environ: dict) -> tuple[str, str]:
    """The portal's id and the server's address as its visitors see it; ``""`` for a path that only
    Zope can read. Proxies write ``/VirtualHostBase/https/host:443/<portal>/VirtualHostRoot/…``."""
    steps = path.split("/")[1:-1]
    server_url = f"{environ.get('wsgi.url_scheme', 'http')}://{environ.get('HTTP_HOST', '')}"
    if steps[:1] == [BASE] and ROOT in steps[3:]:
        server_url = f"{steps[1]}://{steps[2]}"
        root = steps.index(ROOT)
        below = [step for step in steps[root + 1 :] if not step.startswith(RENAMED)]
        steps = [*steps[3:root], *below]
    return (steps[0] if len(steps) == 1 else ""), server_url
