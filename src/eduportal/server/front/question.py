"""Which requests may be answered by a page that was made for somebody else."""

from dataclasses import dataclass
from dataclasses import field
from urllib.parse import parse_qsl
from urllib.parse import urlencode
import re
import time

ASKED = "eduportal.question"
"""In the environment: the ``Question``, where a kept page may answer the request."""

LANGUAGE_COOKIE = re.compile(r'I18N_LANGUAGE="?([A-Za-z-]{2,10})"?')
PLAIN_QUERY = re.compile(r"[A-Za-z0-9_:.-]{1,40}")
PAGING = frozenset({"b_start", "b_start:int", "page", "tab"})
"""Parameters that choose a part of a list; with any other a page is made anew."""
TRACKING = frozenset(
    {"fbclid", "gclid", "zarsrc", "utm_source", "utm_medium", "utm_campaign", "utm_term"}
    | {"utm_content", "utm_id", "gidzl", "mibextid"}
)
"""What networks append to the links on them; nothing here reads it, so it is taken off."""
CREDENTIALS = ("HTTP_AUTHORIZATION", "REMOTE_USER")
OTHER_THAN_PAGES = ("HTTP_RANGE", "HTTP_X_REQUESTED_WITH")


@dataclass(frozen=True)
class Recipe:
    """What Zope tells of a finished page that may be kept.

    ``sources``: the database records it was made of, as ``(oid, serial)``; it is true as long as
    these are the newest. ``until``: seconds since 1970 at which it gets stale in any case.
    """

    sources: tuple[tuple[bytes, bytes], ...]
    until: float


@dataclass
class Question:
    """A visitor's request. ``key`` says what the answer depends on; Zope fills in ``recipe``.

    ``began``: seconds since 1970; a page that was begun before midnight says yesterday's date.
    """

    key: tuple[str, ...]
    began: float = field(default_factory=time.time)
    recipe: Recipe | None = None


def question(environ: dict) -> Question | None:
    """What is asked, or None where only Zope may answer.

    Whatever could make an answer somebody's own leads to Zope: a cookie that is not known to be
    harmless, credentials, a form, parameters other than of paging, another format than a page.
    """
    if environ["REQUEST_METHOD"] not in ("GET", "HEAD"):
        return None
    if is_somebodys(environ) or any(environ.get(sign) for sign in OTHER_THAN_PAGES):
        return None
    query = environ.get("QUERY_STRING", "")
    if "json" in environ.get("HTTP_ACCEPT", "") or not _only_paging(query):
        return None
    host = environ.get("HTTP_HOST") or f"{environ['SERVER_NAME']}:{environ['SERVER_PORT']}"
    return Question(
        (
            environ["wsgi.url_scheme"],
            host,
            environ.get("SCRIPT_NAME", ""),
            environ.get("PATH_INFO", ""),
            query,
            _language(environ),
        )
    )


def without_tracking(query: str) -> str:
    """A query string without what social networks append to it; unchanged where there is none."""
    if not query or not any(name in query for name in TRACKING):
        return query
    pairs = parse_qsl(query, keep_blank_values=True)
    return urlencode([(name, value) for name, value in pairs if name not in TRACKING])


def _only_paging(query: str) -> bool:
    if not query:
        return True
    pairs = [pair.partition("=") for pair in query.split("&")]
    return len({name for name, _is, _value in pairs}) == len(pairs) and all(
        name.replace("%3A", ":") in PAGING and PLAIN_QUERY.fullmatch(value)
        for name, _is, value in pairs
    )


def is_somebodys(environ: dict) -> bool:
    """Whether a request may come from somebody whom Zope knows, or will know."""
    return any(environ.get(sign) for sign in CREDENTIALS) or _language(environ) is None


def _language(environ: dict) -> str | None:
    """The language chosen before, ``""`` without; None when there is any other cookie."""
    header = environ.get("HTTP_COOKIE")
    if not header:
        return ""
    found = LANGUAGE_COOKIE.fullmatch(header.strip())
    return found[1] if found else None
