"""Sends the queued mail once a minute while the instance runs, beside its requests."""

from eduportal.mail.delivery import deliver
from eduportal.mail.settings import MailSettingsError
from eduportal.mail.settings import load
from eduportal.server.companion import Companion
from eduportal.server.layout import Layout
import sys

EVERY_SECONDS = 60


class Postman(Companion):
    """A thread of the process that watches the web server; it touches no database."""

    name = "postman"
    # A mail server that does not answer must not hold up the end.
    patience = 0

    def __init__(self, layout: Layout, every: float = EVERY_SECONDS) -> None:
        self._layout = layout
        self._every = every
        self._said = ""
        super().__init__()

    def _work(self) -> None:
        while not self._stop.wait(self._every):
            try:
                deliver(self._layout.mail_queue, load(self._layout.var / "mail.toml"))
            except MailSettingsError as error:
                self._say_once(str(error))

    def _say_once(self, sentence: str) -> None:
        if sentence != self._said:
            self._said = sentence
            print(sentence, file=sys.stderr, flush=True)
