"""How often one address may send a service's form."""

from eduportal.online_services.settings import settings
from eduportal.safety import limits

posts = limits.Limiter()
tries = limits.Limiter()
COUNTED = "eduportal.online_services.counted"


class Guard:
    """One post of a form; a post that a write conflict makes Zope repeat is one post."""

    def __init__(self, service_uid: str, request) -> None:
        allowed = settings()
        self.environ = request.environ
        self.key = (service_uid, limits.visitor(request.getClientAddr()))
        self.window = allowed.address_minutes * 60
        self.most = {posts: allowed.address_posts, tries: allowed.address_tries}

    def wait(self) -> int:
        """Seconds until this address may send again, 0 where it may now."""
        if self._first(tries):
            return max(limiter.wait(self.key, most, self.window) for limiter, most in self._all())
        return 0

    def count(self, limiter: limits.Limiter) -> None:
        if self._first(limiter):
            self.environ.setdefault(COUNTED, []).append(limiter)
            limiter.count(self.key, self.window)

    def _first(self, limiter: limits.Limiter) -> bool:
        return limiter not in self.environ.get(COUNTED, [])

    def _all(self):
        return self.most.items()
