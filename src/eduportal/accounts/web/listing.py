"""``@@accounts``: everybody who can sign in to this portal."""

from eduportal import _
from eduportal import editorial
from eduportal.accounts.people import people
from eduportal.accounts.switched import is_off
from eduportal.accounts.web.page import AccountsPage
from functools import cached_property
from urllib.parse import urlencode

BATCH = 50


class Accounts(AccountsPage):
    """Found by words, in batches, in the order of names."""

    page_heading = _("Accounts")

    @cached_property
    def words(self) -> str:
        return self.text("words")

    @cached_property
    def found(self) -> list:
        return people(self.portal, self.words)

    @cached_property
    def start(self) -> int:
        given = self.text("start")
        start = int(given) if given.isascii() and given.isdigit() else 0
        return start if start < len(self.found) else 0

    @property
    def shown(self) -> list:
        return self.found[self.start : self.start + BATCH]

    @property
    def earlier(self) -> str:
        return self._page(max(0, self.start - BATCH)) if self.start else ""

    @property
    def later(self) -> str:
        following = self.start + BATCH
        return self._page(following) if following < len(self.found) else ""

    @cached_property
    def nobody_approves(self) -> bool:
        """Whether texts wait for ever: no chief editor, and no deputy of today, can sign in."""
        return all(is_off(one) for one in editorial.reviewers())

    def _page(self, start: int) -> str:
        return f"{self.url}/@@accounts?{urlencode({'words': self.words, 'start': start})}"
