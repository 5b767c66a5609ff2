"""The two letters: please confirm, and these are new. Neither says a word that a visitor typed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from eduportal import _
from eduportal.alerts.searches import say
from eduportal.mail.letters import letter
from eduportal.mail.letters import send
from eduportal.mail.letters import sender
from eduportal.mail.text import one_line
from eduportal.units.settings import current_unit

MOST_ITEMS = 30


@dataclass(frozen=True)
class Item:
    """A document in a letter."""

    number: str
    title: str
    issued_on: date | None
    url: str


def ask_to_confirm(address: str, described: str, url: str, language: str) -> bool:
    """Queue the letter that asks whether the receiver wants the mails; False without a sender."""
    from_ = sender()
    if from_ is None:
        return False
    unit = _unit(language) or from_.display_name
    text = say(
        _(
            "alert_confirm_text",
            default=(
                "Somebody, perhaps you, asked the portal of ${unit} to send new documents to this "
                "address.\n\nWhat would be sent: ${search}\n\nIf you want this, open this page "
                "within three days and press the button:\n${url}\n\nIf you do not, there is "
                "nothing to do: nothing will be sent, and this address is deleted after three days."
            ),
            mapping={"unit": unit, "search": described, "url": url},
        ),
        language,
    )
    subject = _(
        "alert_confirm_subject",
        default="[${unit}] Please confirm: new documents by e-mail",
        mapping={"unit": unit},
    )
    send(letter(from_, address, say(subject, language), text))
    return True


def tell(
    address: str,
    described: str,
    items: Sequence[Item],
    total: int,
    results: str,
    stop: str,
    language: str,
) -> None:
    """Queue the letter with what is new; ``total`` may be more than the items listed."""
    from_ = sender()
    unit = _unit(language) or from_.display_name
    values = {"unit": unit, "search": described, "count": str(total), "url": results}
    subject = _("alert_subject", default="[${unit}] New documents: ${count}", mapping=values)
    opening = _(
        "alert_opening",
        default="New on the portal of ${unit}, as you asked for: ${search}",
        mapping=values,
    )
    more = _(
        "alert_more",
        default="These are the first ${shown} of ${count}. All of them: ${url}",
        mapping=values | {"shown": str(len(items))},
    )
    closing = _(
        "alert_closing",
        default=(
            "You get this because this address was confirmed for it. To stop it and have the "
            "address deleted, open: ${stop}"
        ),
        mapping={"stop": stop},
    )
    parts = [
        say(opening, language),
        *(_paragraph(place, item) for place, item in enumerate(items, start=1)),
    ]
    if total > len(items):
        parts.append(say(more, language))
    parts.append(f"-- \n{say(closing, language)}")
    headers = {
        # RFC 8058: the mail program's own button sends a POST, which no scanner does.
        "List-Unsubscribe": f"<{stop}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        "Precedence": "bulk",
    }
    send(letter(from_, address, say(subject, language), "\n\n".join(parts), headers))


def _paragraph(place: int, item: Item) -> str:
    number = " ".join(
        part
        for part in (item.number, f"({item.issued_on:%d/%m/%Y})" if item.issued_on else "")
        if part
    )
    lines = (f"{place}. {number}".rstrip(), one_line(item.title, 500), item.url)
    return "\n   ".join(line for line in lines if line)


def _unit(language: str) -> str:
    unit = current_unit()
    if unit is None:
        return ""
    return (unit.name_en or unit.name) if language == "en" else unit.name
