"""How often, and with how much, one address may send a service's form."""

from eduportal.online_services.settings import settings
from eduportal.safety import limits

posts = limits.Limiter()
tries = limits.Limiter()
bulk = limits.Limiter()
"""Counts begun megabytes of what was kept, whatever the service."""

MEGABYTE = 1_000_000
COUNTED = "eduportal.online_services.counted"


class Guard:
    """One post of a form; a post that a write conflict makes Zope repeat is one post."""

    def __init__(self, service_uid: str, request) -> None:
        allowed = settings()
        address = limits.visitor(request.getClientAddr())
        self.environ = request.environ
        self.window = allowed.address_minutes * 60
        self.limits = {
            posts: ((service_uid, address), allowed.address_posts),
            tries: ((service_uid, address), allowed.address_tries),
            bulk: (address, allowed.address_megabytes),
        }

    def wait(self) -> int:
        """Seconds until this address may send again, 0 where it may now."""
        if self._first(tries):
            return max(one.wait(*limit, self.window) for one, limit in self.limits.items())
        return 0

    def tried(self) -> None:
        """The form was sent, with whatever mistakes."""
        self._count(tries)

    def kept(self) -> None:
        """An application was taken."""
        size = int(self.environ.get("CONTENT_LENGTH") or 0)
        self._count(bulk, times=-(-size // MEGABYTE))
        self._count(posts)

    def _count(self, limiter: limits.Limiter, times: int = 1) -> None:
        if self._first(limiter):
            self.environ.setdefault(COUNTED, []).append(limiter)
            key, _most = self.limits[limiter]
            for _ in range(times):
                limiter.count(key, self.window)

    def _first(self, limiter: limits.Limiter) -> bool:
        return limiter not in self.environ.get(COUNTED, [])
