"""What stands around an item's body: whose it is, its dates and authors, where it came from."""

from eduportal import _
from eduportal import corrections
from eduportal import sources
from eduportal.face.bodies import parent_name
from eduportal.face.dates import day_of
from eduportal.face.dates import short
from eduportal.face.dates import today
from eduportal.face.place import Place
from eduportal.printing.blocks import Line
from eduportal.printing.blocks import Text
from eduportal.printing.interfaces import IPrinted
from eduportal.printing.paper import Sheet
from eduportal.printing.reading import escaped
from eduportal.sharing import is_public
from zope.component import queryMultiAdapter
from zope.i18n import translate


def sheet_of(place: Place) -> Sheet | None:
    """The sheet of the item that a view stands on; None for what has no paper form."""
    body = queryMultiAdapter((place.context, place.request), IPrinted)
    if body is None:
        return None
    told = sources.attribution(place.context)
    return Sheet(
        title=place.context.title,
        language=place.language,
        author=told.line or place.unit_name,
        subject=place.context.description or "",
        running=f"{place.unit_name} – {place.context.absolute_url()}",
        page=_said(place, _("printed_page", default="Page {page}/{pages}")),
        made_on=today(),
        blocks=[*_head(place, told), *body, *_foot(place, told)],
    )


def _head(place: Place, told) -> list:
    """As on an official letter: the parent body above the unit; then the title."""
    unit = place.unit
    parent = parent_name(place.portal, unit.parent, place.language) if unit else ""
    facts = [_day(place), escaped(told.authors)]
    blocks = [
        Text(escaped(parent.upper()), "parent") if parent else None,
        Text(escaped(place.unit_name), "unit"),
        Line(),
        Text(escaped(place.context.title), "title"),
        Text(" · ".join(fact for fact in facts if fact), "facts") if any(facts) else None,
    ]
    if not is_public(place.context):
        state = _said(place, _("Not published"))
        blocks.append(Text(f"<b>{state}</b>", "note"))
    for note in corrections.notes(place.context):
        corrected = _said(place, _("Correction"))
        told_on = f"<b>{corrected}, {note.at:%d/%m/%Y}</b>"
        words = "<br/>".join(map(escaped, note.paragraphs))
        blocks.append(Text(f"{told_on}<br/>{words}", "note"))
    return [block for block in blocks if block]


def _foot(place: Place, told) -> list:
    """Source, address, and the day of printing: online the item may have changed since."""
    url = escaped(place.context.absolute_url())
    address = _said(place, _("Address"))
    lines = [f'{address}: <a href="{url}">{url}</a>']
    if told.source:
        source = _said(place, _("Source"))
        lines.insert(0, f"{source}: {escaped(told.source)}")
    printed = _said(place, _("Printed on"))
    lines.append(f"{printed}: {short(today())}")
    return [Line(), *(Text(line, "facts") for line in lines)]


def _day(place: Place) -> str:
    """Named: a document has a day of issue too."""
    day = short(day_of(place.context.effective()))
    return f"{_said(place, _('Published on'))}: {day}" if day else ""


def _said(place: Place, message) -> str:
    return escaped(translate(message, target_language=place.language))
