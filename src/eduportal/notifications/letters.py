"""The words of the mails. Of an item they say its title and its address, nothing it holds."""

from collections.abc import Sequence
from eduportal import _
from eduportal.mail.letters import letter
from eduportal.notifications.notes import Note
from eduportal.notifications.notes import Person
from eduportal.notifications.notes import Portal
from email.message import EmailMessage
from zope.i18n import translate

MOST_ITEMS = 20
TOLD = ("submit", "examine", "return", "publish", "schedule", "withdraw")
WAITS = "waits"
EXAMINE = "to-examine"

NEWS = {
    WAITS: _("Waiting for your approval"),
    EXAMINE: _("Waiting to be examined by you"),
    "return": _("Returned to you for changes; the reason stands on the page"),
    "publish": _("Published"),
    "schedule": _("Approved, to be published at its hour"),
    "withdraw": _("Taken down; the reason stands on the page"),
}
SHORT = {
    WAITS: _("For approval"),
    EXAMINE: _("To be examined"),
    "return": _("Returned for changes"),
    "publish": _("Published"),
    "schedule": _("Scheduled"),
    "withdraw": _("Taken down"),
}


def of_steps(portal: Portal, person: Person, notes: Sequence[Note]) -> EmailMessage:
    """One mail about all of ``notes``."""
    language = person.language
    parts = [greeting(person)]
    for news, heading in NEWS.items():
        found = [one for one in notes if one.news == news]
        if found:
            parts += listing(heading, found, portal, language)
    return write(portal, person, say(_subject(portal, notes, language), language), parts)


def _subject(portal: Portal, notes: Sequence[Note], language: str):
    words = {
        "unit": portal.name(language),
        "news": say(SHORT[notes[0].news], language),
        "title": notes[0].title,
        "count": str(len(notes)),
    }
    if len(notes) == 1:
        return _("notification_subject_one", default="[${unit}] ${news}: ${title}", mapping=words)
    if len({one.news for one in notes}) == 1:
        return _(
            "notification_subject_many", default="[${unit}] ${news}: ${count} items", mapping=words
        )
    return _(
        "notification_subject_mixed", default="[${unit}] News of ${count} texts", mapping=words
    )


def listing(heading, notes: Sequence[Note], portal: Portal, language: str) -> list[str]:
    """A heading and its items as paragraphs; the desk has the rest of a long list."""
    parts = [f"{say(heading, language)} ({len(notes)}):"]
    parts += [
        f"{number}. {one.title}\n   {one.url}"
        for number, one in enumerate(notes[:MOST_ITEMS], start=1)
    ]
    if len(notes) > MOST_ITEMS:
        more = _(
            "notification_more",
            default="These are the first ${shown} of ${count}. All of them: ${url}",
            mapping={"shown": MOST_ITEMS, "count": len(notes), "url": f"{portal.url}/@@desk"},
        )
        parts.append(say(more, language))
    return parts


def greeting(person: Person) -> str:
    words = _("notification_greeting", default="Dear ${name},", mapping={"name": person.name})
    return say(words, person.language)


def write(portal: Portal, person: Person, subject: str, parts: Sequence[str]) -> EmailMessage:
    """The mail with its closing; a mail program may sort it with the others of the portal."""
    closing = _(
        "notification_closing",
        default=(
            "You get this because you work on the portal of ${unit}. Which mails you get is set "
            "here: ${url}"
        ),
        mapping={
            "unit": portal.name(person.language),
            "url": f"{portal.url}/@@notification-settings",
        },
    )
    text = "\n\n".join([*parts, f"-- \n{say(closing, person.language)}"])
    return letter(portal.from_, person.address, subject, text, {"Precedence": "bulk"})


def say(message, language: str) -> str:
    return translate(message, domain="eduportal", target_language=language)
