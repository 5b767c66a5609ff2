"""The account of a unit's administrator: Site Administrator, with a password for one sign-in."""

from datetime import UTC
from datetime import datetime
from eduportal.server.layout import Layout
from eduportal.server.layout import write_secret
from eduportal.units.model import Unit
from eduportal.units.model import UnitError
from pathlib import Path
from plone import api
import csv
import io
import secrets

GROUP = "administrators"
COLUMNS = ("unit", "login", "password", "created")


def ensure_administrator(portal, unit: Unit) -> str | None:
    """Create the unit's administrator unless the portal has the account; returns a new login.

    The password is written to a file only the owner of the instance can read, and has to be
    changed at the first sign-in (``must_change_password``).
    """
    login = administrator_login(unit)
    if api.user.get(username=login) is not None:
        return None
    api.user.create(
        username=login,
        # Plone asks for an address; to this one no mail is ever sent (RFC 2606)
        email=unit.admin_email or unit.email or f"{login}@example.invalid",
        password=secrets.token_urlsafe(12),
        properties={"fullname": unit.admin_name or login},
    )
    api.group.add_user(groupname=GROUP, username=login)
    renew_password(unit)
    return login


def renew_password(unit: Unit) -> str:
    """Give the unit's administrator a new one-time password, into the owner's file."""
    login = administrator_login(unit)
    member = api.user.get(username=login)
    if member is None:
        raise UnitError(f"{unit.id} has no account {login}")
    password = secrets.token_urlsafe(12)
    member.setSecurityProfile(password=password)
    member.setMemberProperties({"must_change_password": True})
    record(Layout.from_environment().passwords, unit.id, login, password)
    return login


def administrator_login(unit: Unit) -> str:
    """``quantri.<unit id>``: the same name is nobody else's in a neighbouring portal."""
    return f"quantri.{unit.id}"


def record(path: Path, unit_id: str, login: str, password: str) -> None:
    """Add a line to the file of one-time passwords; an earlier line of the login goes."""
    rows = [row for row in _read(path) if row["login"] != login]
    now = datetime.now(UTC).isoformat(timespec="seconds")
    rows.append({"unit": unit_id, "login": login, "password": password, "created": now})
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS)
    writer.writeheader()
    writer.writerows(rows)
    write_secret(path, text.getvalue())


def _read(path: Path) -> list[dict[str, str]]:
    if not path.exists():
        return []
    with path.open(newline="") as stream:
        return list(csv.DictReader(stream))
