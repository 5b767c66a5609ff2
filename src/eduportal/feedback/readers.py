"""Who reads what was sent: administrators, and the people whom they put into one group."""

from plone import api

READERS = "feedback-readers"
ROLE = "Feedback Reader"


def ensure_readers() -> None:
    """Make the group; one that exists keeps its title, members and roles."""
    if api.group.get(groupname=READERS) is None:
        api.group.create(groupname=READERS, title="Người xử lý phản ánh", roles=[ROLE])
