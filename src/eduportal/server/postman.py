"""Sends the queued mail once a minute while the instance runs, beside its requests."""

from eduportal.mail.delivery import deliver
from eduportal.mail.settings import MailSettingsError
from eduportal.mail.settings import load
from eduportal.server.layout import Layout
from threading import Event
from threading import Thread
import sys

EVERY_SECONDS = 60


class Postman:
    """A thread of the process that watches the web server; it touches no database."""

    def __init__(self, layout: Layout, every: float = EVERY_SECONDS) -> None:
        self._layout = layout
        self._every = every
        self._stop = Event()
        self._said = ""
        self._thread = Thread(target=self._work, name="postman", daemon=True)

    def __enter__(self) -> "Postman":
        self._thread.start()
        return self

    def __exit__(self, *error) -> None:
        self._stop.set()

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
