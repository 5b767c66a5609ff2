"""People who send a service's form: they read the page, fill it in and send it until it arrives."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from lxml import html
from PIL import Image
from threading import Thread
import re
import requests
import time

CODE = re.compile(r"HS-([0-9A-Z]{4})-([0-9A-Z]{4})-([0-9A-Z]{4})")
PATIENCE = 300
"""Seconds until somebody gives up whose connection breaks."""
TIMEOUT = 60


@dataclass
class Sent:
    """What became of one application; times in seconds.

    ``code`` is "" where none came back, and ``said`` is what came instead.
    """

    code: str
    said: str
    tries: int
    double: bool
    page: float
    post: float
    late: float


def _picture() -> bytes:
    """A page photographed by a telephone and made smaller by the form's script: some 380 kB."""
    stream = BytesIO()
    noise = Image.effect_noise((300, 400), 40).resize((1200, 1600)).convert("RGB")
    noise.save(stream, "JPEG", quality=75)
    return stream.getvalue()


def _said(page: str) -> str:
    """What a form says that came back."""
    found = html.fromstring(page).cssselect(".alert-danger, .invalid-feedback, .error, h1")
    return " | ".join(" ".join(" ".join(one.itertext()).split()) for one in found)[:500]


PICTURE = _picture()


class Applicant:
    """One person; ``double`` is an impatient one who presses the button twice."""

    def __init__(self, url: str, name: str, double: bool, due: float | None = None) -> None:
        self.url = url
        self.name = f"Người thử {name}"
        self.double = double
        self.due = time.monotonic() if due is None else due
        self.session = requests.Session()
        self.tries = 0

    def apply(self) -> Sent:
        page, read = self._until(lambda: self.session.get(self.url, timeout=TIMEOUT))
        fields, files = self._filled(page.text)
        self.tries = 0
        began = time.monotonic()
        second = Thread(target=self._quietly, args=(fields, files)) if self.double else None
        if second:
            second.start()
        answer, _seconds = self._until(lambda: self._send(self.session, fields, files))
        done = time.monotonic()
        if second:
            second.join()
        found = CODE.search(answer.text) if answer.status_code == 200 else None
        code = "".join(found.groups()) if found else ""
        said = "" if code else f"{answer.status_code} {_said(answer.text)}"
        return Sent(code, said, self.tries, self.double, read, done - began, done - self.due)

    def _until(self, ask) -> tuple[requests.Response, float]:
        """The first answer of a server that is there; a broken connection is tried again."""
        give_up = time.monotonic() + PATIENCE
        while True:
            self.tries += 1
            began = time.monotonic()
            try:
                answer = ask()
            except requests.RequestException:
                if time.monotonic() > give_up:
                    raise
            else:
                if answer.status_code < 500:
                    return answer, time.monotonic() - began
                if time.monotonic() > give_up:
                    raise SystemExit(f"{answer.status_code} {answer.text[:2000]}")
            time.sleep(1)

    def _send(self, session: requests.Session, fields, files) -> requests.Response:
        return session.post(self.action, data=fields, files=files, timeout=TIMEOUT)

    def _quietly(self, fields, files) -> None:
        """The second click: its answer is not waited for by anybody."""
        try:
            self._send(requests.Session(), fields, files)
        except requests.RequestException:
            return

    def _filled(self, page: str) -> tuple[list, list]:
        """Fields and files of the form with answers in them, whatever it asks."""
        (form,) = html.fromstring(page).xpath("//form[@id='service-form']")
        form.make_links_absolute(self.url)
        self.action = form.get("action")
        fields, files = [], []
        for control in form.iter("input", "textarea", "select", "button"):
            name, kind = control.get("name"), control.get("type", "")
            if not name or kind == "reset":
                continue
            if kind == "file":
                files.append((name, ("trang-1.jpg", PICTURE, "image/jpeg")))
            elif not name.startswith("form.widgets."):
                fields.append((name, control.get("value") or ""))
            else:
                fields += self._answer(control, name, kind)
        return fields, files

    def _answer(self, control, name: str, kind: str) -> Iterator[tuple[str, str]]:
        short = name.removeprefix("form.widgets.").partition(":")[0]
        if kind == "hidden":
            yield name, control.get("value") or ""
        elif control.tag == "select":
            values = [one.get("value") for one in control.iter("option")]
            yield name, next(value for value in values if value and value != "--NOVALUE--")
        elif kind in ("radio", "checkbox"):
            yield name, control.get("value") or "selected"
        else:
            yield name, self._text(short, kind)

    def _text(self, short: str, kind: str) -> str:
        if kind == "date" or short.endswith("birth_date"):
            return "2019-05-31"
        if kind == "number":
            return "1"
        if short == "email" or kind == "email":
            return ""
        if "phone" in short:
            return "0912345678"
        if short.endswith("_id"):
            return "079219001234"
        return self.name if short == "applicant_name" else "Nội dung thử"
