"""Host names that a request claims for the portal: every address on the page begins with them.

Plone writes them into styles and scripts as they are, so anything else than a name would be markup
of whoever made up the link: ``/VirtualHostBase/http/x"><img …>/<portal>/VirtualHostRoot``.
"""

from collections.abc import Mapping
import re

NAME = re.compile(r"([\w-]+(\.[\w-]+)*\.?|\[[0-9a-f:.]+\])(:\d{1,5})?", re.ASCII | re.IGNORECASE)
LONGEST = 260
BASE = "VirtualHostBase"


def readable(environ: Mapping[str, str]) -> bool:
    """Whether the hosts in header and path are names or addresses of hosts."""
    return all(
        len(host) <= LONGEST and NAME.fullmatch(host)
        for host in (environ.get("HTTP_HOST"), _of_a_proxy(environ.get("PATH_INFO", "")))
        if host
    )


def _of_a_proxy(path: str) -> str:
    """The host in ``/VirtualHostBase/https/host:443/…``, read as Zope does; ``""`` without one."""
    steps: list[str] = []
    for step in path.split("/"):
        if step == "..":
            del steps[-1:]
        elif step not in ("", "."):
            steps.append(step)
    return steps[2] if steps[:1] == [BASE] and len(steps) > 2 else ""
