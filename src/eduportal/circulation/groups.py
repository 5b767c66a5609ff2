"""The groups that a document is sent to: TT 53/2012/TT-BGDĐT Điều 7, and two of daily use."""

from dataclasses import dataclass
from eduportal.circulation.lists import list_address
from eduportal.federation import snapshots
from eduportal.mail.text import is_address
from eduportal.mandate import catalogue
from eduportal.mandate import kinds
from eduportal.units import settings as units
from functools import cache
from importlib import resources
import tomllib

OFFICE_GROUP = "staff"


@dataclass(frozen=True, slots=True)
class Group:
    """A group of units; ``kinds`` are the codes of TT 53 Điều 3.4 whose units belong to it."""

    id: str
    title_vi: str
    title_en: str
    kinds: tuple[str, ...]
    where: str = ""
    """The article, "" where the group is not one of the circular's."""

    def title(self, language: str) -> str:
        return self.title_en if language == "en" else self.title_vi


def groups() -> dict[str, Group]:
    """All groups by id; a school of several levels belongs to each of its levels' groups."""
    of_mandate = {
        one.id: Group(
            one.id,
            one.title_vi,
            one.title_en,
            tuple(kind.code for kind in kinds().values() if one.id in kind.mail_groups),
            one.where,
        )
        for one in catalogue().mail_groups()
    }
    return of_mandate | _others()


@cache
def _others() -> dict[str, Group]:
    text = (resources.files(__package__) / "data" / "groups.toml").read_text(encoding="utf-8")
    return {
        entry["id"]: Group(**entry | {"kinds": tuple(entry["kinds"])})
        for entry in tomllib.loads(text)["group"]
    }


def offered(portal) -> dict[str, frozenset[str]]:
    """The groups that this portal can send to, each with its mailboxes: none is without one.

    The units below a unit are its members and their members: a Sở writes to the primary schools
    of its communes too.
    """
    own = units.current_unit()
    if own is None:
        return {}
    below = _below(snapshots(portal.aq_parent), own.id)
    lists = _lists()
    found = {
        group.id: frozenset(
            snapshot["email"].strip()
            for snapshot in below
            if snapshot["tier"] in group.kinds and is_address((snapshot["email"] or "").strip())
        )
        | lists.get(group.id, frozenset())
        for group in groups().values()
    }
    return {group_id: addresses for group_id, addresses in found.items() if addresses}


def _below(known: dict[str, dict], unit_id: str) -> list[dict]:
    """Open units below ``unit_id``, however deep; a circle of parents ends where it began."""
    found, waiting = {}, [unit_id]
    while waiting:
        parent = waiting.pop()
        for snapshot in known.values():
            if snapshot["parent"] == parent and snapshot["id"] not in {unit_id, *found}:
                found[snapshot["id"]] = snapshot
                waiting.append(snapshot["id"])
    return [snapshot for snapshot in found.values() if not snapshot["closed"]]


def _lists() -> dict[str, frozenset[str]]:
    addresses = {group_id: list_address(group_id) for group_id in groups()}
    return {key: frozenset({one}) for key, one in addresses.items() if is_address(one)}
