"""The words of the weekly mail."""

from collections.abc import Sequence
from eduportal import _
from eduportal import duties
from eduportal.notifications import letters
from eduportal.notifications.letters import say
from eduportal.notifications.notes import Note
from eduportal.notifications.notes import Person
from eduportal.notifications.notes import Portal
from email.message import EmailMessage


def of_week(
    portal: Portal, person: Person, notes: Sequence[Note], due: Sequence[duties.Due]
) -> EmailMessage:
    """What waits and came back, oldest first, and the sections that are overdue, worst first."""
    language = person.language
    parts = [
        letters.greeting(person),
        say(
            _("This week on the portal, all in one place: ${url}", mapping=_desk(portal)), language
        ),
    ]
    for news, heading in letters.NEWS.items():
        found = [one for one in notes if one.news == news]
        if found:
            parts += letters.listing(heading, found, portal, language)
    if due:
        heading = say(_("Sections that are overdue"), language)
        parts.append(f"{heading} ({len(due)}):")
        shown = due[: letters.MOST_ITEMS]
        parts += [f"{number}. {_line(one, language)}" for number, one in enumerate(shown, start=1)]
    subject = _(
        "digest_subject",
        default="[${unit}] Your week: to do ${count}",
        mapping={"unit": portal.name(language), "count": len(notes) + len(due)},
    )
    return letters.write(portal, person, say(subject, language), parts)


def _desk(portal: Portal) -> dict[str, str]:
    return {"url": f"{portal.url}/@@desk"}


def _line(one: duties.Due, language: str) -> str:
    words = {"section": one.section.title, "days": one.overdue_days, "count": one.items}
    if one.kind == "supply":
        words["term"] = one.term_days
        return say(
            _(
                "digest_late",
                default=(
                    "${section}: documents issued and not published within ${term} working days: "
                    "${count}"
                ),
                mapping=words,
            ),
            language,
        )
    if one.last_change is None:
        return say(_("digest_empty", default="${section}: nothing yet", mapping=words), language)
    words["date"] = f"{one.last_change:%d/%m/%Y}"
    return say(
        _(
            "digest_stale",
            default="${section}: ${days} days overdue, last change ${date}",
            mapping=words,
        ),
        language,
    )
