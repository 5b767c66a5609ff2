"""The virus scanner, where the instance has one: clamd, spoken to over a socket (INSTREAM).

Configured by the environment, for the whole instance:

``EDUPORTAL_CLAMD``          ``unix:/run/clamav/clamd.ctl`` or ``tcp:127.0.0.1:3310``; empty: none
``EDUPORTAL_CLAMD_DOWN``     ``refuse`` (default) or ``mark``: what happens when it does not answer
``EDUPORTAL_CLAMD_SECONDS``  how long it may take, 20
"""

from eduportal.uploads import refusals
import logging
import os
import socket
import struct

CHUNK = 64 * 1024
LONGEST_ANSWER = 4096

log = logging.getLogger(__name__)


class NoAnswer(OSError):
    """The scanner is down, slow, or says something else than a finding."""


def scan(data: bytes, name: str = "") -> bool:
    """Whether the file was scanned and found clean; False where it was taken unscanned.

    Without a scanner every file counts as seen to. Raises UploadRefused for what is infected, and
    where the scanner does not answer and files are not to be taken unscanned.
    """
    address = os.environ.get("EDUPORTAL_CLAMD", "")
    if not address:
        return True
    try:
        found = _ask(address, data)
    except (OSError, ValueError) as error:
        log.error("The virus scanner does not answer: %s", error)
        if os.environ.get("EDUPORTAL_CLAMD_DOWN", "refuse") == "mark":
            return False
        raise refusals.not_scanned(name) from None
    if found:
        log.warning("The virus scanner found %s in a file of a visitor", found)
        raise refusals.infected(name)
    return True


def _ask(address: str, data: bytes) -> str:
    """What clamd found, "" for nothing. See clamd(8): zINSTREAM, chunks with their length."""
    with _connected(address) as connection:
        connection.sendall(b"zINSTREAM\0")
        for start in range(0, len(data), CHUNK):
            chunk = data[start : start + CHUNK]
            connection.sendall(struct.pack("!L", len(chunk)) + chunk)
        connection.sendall(struct.pack("!L", 0))
        answer = _answer(connection)
    if answer == "stream: OK":
        return ""
    if answer.startswith("stream: ") and answer.endswith(" FOUND"):
        return answer.removeprefix("stream: ").removesuffix(" FOUND")
    raise NoAnswer(answer or "closed without an answer")


def _connected(address: str) -> socket.socket:
    seconds = float(os.environ.get("EDUPORTAL_CLAMD_SECONDS") or 20)
    kind, _colon, place = address.partition(":")
    if kind == "unix":
        connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        connection.settimeout(seconds)
        connection.connect(place)
        return connection
    host, _colon, port = place.strip("/").rpartition(":")
    return socket.create_connection((host.strip("[]"), int(port)), seconds)


def _answer(connection: socket.socket) -> str:
    answer = b""
    while not answer.endswith((b"\0", b"\n")) and len(answer) < LONGEST_ANSWER:
        part = connection.recv(LONGEST_ANSWER)
        if not part:
            break
        answer += part
    return answer.rstrip(b"\0\n").decode("ascii", "replace")
