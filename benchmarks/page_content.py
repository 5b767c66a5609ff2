"""What both sites of pages.py and weight.py hold; imported where the kit is not installed, too."""

from plone import api
from plone.app.textfield import RichTextValue

BARE = "bare-1"
ROWS = 20
TEXT = "<p>" + "Nhà trường thông báo tới phụ huynh và học sinh. " * 20 + "</p>"


def add_items(folder) -> None:
    """Twenty published news items with a kilobyte of text each."""
    for number in range(1, ROWS + 1):
        item = api.content.create(
            folder,
            "News Item",
            id=f"tin-{number}",
            title=f"Tin số {number}",
            description="Tóm tắt của tin.",
            text=RichTextValue(TEXT, "text/html", "text/x-html-safe"),
        )
        api.content.transition(item, "publish")


def edit(folder, time: int) -> None:
    """What an editor's saving of a title does to the catalogue."""
    item = folder[f"tin-{ROWS}"]
    item.title = f"Tin số {ROWS}, lần {time}"
    item.reindexObject()
