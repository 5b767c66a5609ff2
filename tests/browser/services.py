"""An online service of a unit as its administrator sets it up, and its people."""

from lxml import html
from tests.browser.people import ADMIN
from tests.browser.people import Rest
from tests.district import PASSWORD
import requests

OFFICERS = {"can.bo": "case-officers", "thu.quy": "cashiers"}


class Office:
    """A school's portal over HTTP, as the instance's administrator, and what it was given."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.rest = Rest(url)
        self.made: list[str] = []

    def add(self, ready: str, **fields) -> str:
        """A ready-made service, published; the path of its page."""
        pressed = self._press(f"{self.url}/@@ready-services", service=ready)
        path = pressed.headers["Location"].split("?")[0].rstrip("/").removeprefix(self.url)
        self.made.append(path)
        if fields:
            self.rest.ask("PATCH", path, **fields)
        self.rest.ask("POST", f"{path}/@workflow/publish")
        return path

    def employ(self) -> None:
        for login, group in OFFICERS.items():
            self.rest.ask(
                "POST", "/@users", username=login, email=f"{login}@mau.vn", password=PASSWORD
            )
            self.rest.ask("PATCH", f"/@groups/{group}", users={login: True})

    def set(self, **records) -> None:
        self.rest.ask(
            "PATCH",
            "/@registry",
            **{f"eduportal.payments.{name}": value for name, value in records.items()},
        )

    def close(self) -> None:
        """Takes away what was added; cases stay with the unit, as they should."""
        for path in self.made:
            self.rest.ask("DELETE", path)
        for login in OFFICERS:
            self.rest.ask("DELETE", f"/@users/{login}")

    def _press(self, page: str, **fields) -> requests.Response:
        """Post a form of a page, with the authenticator that the page carries."""
        shown = requests.get(page, auth=ADMIN, timeout=60)
        token = html.fromstring(shown.text).xpath("//input[@name='_authenticator']/@value")[0]
        answer = requests.post(
            page,
            auth=ADMIN,
            data=fields | {"_authenticator": token},
            timeout=60,
            allow_redirects=False,
        )
        assert answer.status_code == 302, answer.text
        return answer
