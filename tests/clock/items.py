"""Run as a program beside a running instance: schedules news, and tells what became of it.

python -m tests.clock.items schedule UNIT NUMBER SECONDS   due in so many seconds
python -m tests.clock.items told UNIT                      prints JSON: path, state, steps, late
"""

from DateTime import DateTime
from eduportal.cli.zope import portals
import json
import sys


def schedule(portal, number: int, seconds: float) -> None:
    """All items in one transaction; their hour is set when they are all there."""
    from eduportal import sections
    from plone import api
    from plone.dexterity.utils import createContentInContainer

    news, made = sections.find("news"), []
    for count in range(number):
        content = createContentInContainer(news, "News Item", title=f"Tin hẹn giờ {count}")
        content.setEffectiveDate(DateTime() + 1)
        api.content.transition(content, "schedule")
        made.append(content)
    hour = DateTime() + seconds / 86400
    for content in made:
        content.setEffectiveDate(hour)
        content.reindexObject(idxs=["effective", "effectiveRange"])


def told(portal) -> list[dict]:
    """Each piece of news, its steps so far and how late after its hour the last was made."""
    found = portal.portal_catalog.unrestrictedSearchResults(portal_type="News Item")
    lines = []
    for brain in found:
        content = brain._unrestrictedGetObject()
        entries = content.workflow_history["editorial"]
        lines.append(
            {
                "path": brain.getPath(),
                "state": brain.review_state,
                "steps": [entry["action"] for entry in entries],
                "late": (entries[-1]["time"] - content.effective_date) * 86400,
            }
        )
    return lines


if __name__ == "__main__":
    command, unit_id, *rest = sys.argv[1:]
    with portals([unit_id]) as opened:
        for portal in opened:
            if command == "schedule":
                schedule(portal, int(rest[0]), float(rest[1]))
            else:
                print(json.dumps(told(portal)))
