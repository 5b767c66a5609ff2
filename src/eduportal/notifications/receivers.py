"""Who is told of a step."""

from collections.abc import Iterator
from eduportal import editorial
from eduportal.mail.text import one_line
from eduportal.notifications import people
from eduportal.notifications.letters import EXAMINE
from eduportal.notifications.letters import WAITS
from eduportal.notifications.notes import Note
from eduportal.notifications.notes import Person
from functools import cached_property
from plone import api


class Receivers:
    """The board of the portal at hand as it is during one transaction: each is looked up once."""

    def __init__(self, portal_url: str) -> None:
        self._url = portal_url
        self._base = len(api.portal.get().getPhysicalPath())
        self._people: dict[str, Person | None] = {}

    def of(self, content, step: str) -> Iterator[tuple[Person, Note]]:
        """Those who have to act, or whose text it is; never the one who made the step."""
        title = one_line(content.Title() or content.getId(), 500)
        url = "/".join((self._url, *content.getPhysicalPath()[self._base :]))
        if step == "submit" and people.second_look():
            found = self._examiners - editorial.authors(content)
            note = Note(EXAMINE, title, f"{url}/@@review")
        elif step in ("submit", "examine"):
            found, note = self._reviewers, Note(WAITS, title, f"{url}/@@review")
        else:
            found, note = _authors(content), Note(step, title, url)
        actor = editorial.history(content)[-1].actor
        for userid in sorted(found - {actor}):
            person = self._person(userid)
            if person is not None:
                yield person, note

    def _person(self, userid: str) -> Person | None:
        if userid not in self._people:
            self._people[userid] = people.person(userid, (people.EACH,))
        return self._people[userid]

    @cached_property
    def _reviewers(self) -> set[str]:
        return set(editorial.reviewers())

    @cached_property
    def _examiners(self) -> set[str]:
        return set(people.examiners())


def _authors(content) -> set[str]:
    """Whose text it is, and who sent it for approval last."""
    submitted = [one.actor for one in editorial.history(content) if one.action == "submit"]
    return editorial.authors(content) | set(submitted[-1:])
