"""What happened to an item so far."""

from Acquisition import aq_base
from datetime import datetime
from eduportal.editorial.chain import EDITORIAL
from typing import NamedTuple
from zoneinfo import ZoneInfo

HERE = ZoneInfo("Asia/Ho_Chi_Minh")


class Step(NamedTuple):
    """One entry: ``action`` is "" for the making of the item; ``time`` is Vietnam's, with zone."""

    action: str
    actor: str
    time: datetime
    comment: str
    state: str


def history(content) -> list[Step]:
    """The steps of an item, the newest last; empty for what has no workflow of its own.

    ``aq_base``: a file inside an item would otherwise answer with the history of its item.
    """
    entries = getattr(aq_base(content), "workflow_history", {}).get(EDITORIAL, ())
    return [
        Step(
            entry.get("action") or "",
            entry.get("actor") or "",
            datetime.fromtimestamp(entry["time"].timeTime(), HERE),
            entry.get("comments") or "",
            entry["review_state"],
        )
        for entry in entries
    ]


def authors(content) -> set[str]:
    """Who wrote an item: who made it and whom it names as its creators.

    The creators alone would not do: an author may write another name into that field.
    """
    made = history(content)[:1]
    return {step.actor for step in made if step.actor} | set(content.listCreators())


def examiners(content) -> list[str]:
    """Who has passed the item since it was submitted last."""
    found: list[str] = []
    for step in history(content):
        if step.action == "examine":
            found.append(step.actor)
        elif step.action:
            found = []
    return found
