"""Samples with a picture, a film or a day of this week."""

from datetime import datetime
from datetime import time
from datetime import timedelta
from eduportal.face.dates import ZONE
from eduportal.face.dates import today
from eduportal.sample import marks
from eduportal.sample.data_files import file_bytes
from plone.dexterity.utils import addContentToContainer
from plone.dexterity.utils import createContent
from plone.namedfile.file import NamedBlobFile
from plone.namedfile.file import NamedBlobImage
import pytz

HOURS = 2


def fields_of(item: dict) -> dict:
    """The fields that an entry of the data asks for beside its words."""
    fields = {}
    if "picture" in item:
        fields["image"] = picture(item["picture"])
    if "film" in item:
        data = file_bytes(item["film"])
        fields["file"] = NamedBlobFile(data, contentType="video/webm", filename=item["film"])
    if "weekday" in item:
        fields |= _hours(item["weekday"], item["hour"])
    return fields


def picture(name: str) -> NamedBlobImage:
    return NamedBlobImage(file_bytes(name), contentType="image/jpeg", filename=name)


def add_pictures(made, names: list[str]) -> None:
    """The pictures inside a sample are samples too."""
    for number, name in enumerate(names, start=1):
        image = createContent(
            "Image", language=made.language, title=f"Ảnh {number} (mẫu)", image=picture(name)
        )
        marks.mark(image)
        addContentToContainer(made, image, checkConstraints=False)
    if names:
        made.reindexObject()


def _hours(weekday: int, hour: int) -> dict[str, datetime]:
    """From that hour on that day of this week, Monday first."""
    monday = today() - timedelta(days=today().weekday())
    # the database takes zones of pytz, not those of the standard library
    start = pytz.timezone(ZONE.key).localize(
        datetime.combine(monday + timedelta(days=weekday), time(hour))
    )
    return {"start": start, "end": start + timedelta(hours=HOURS)}
