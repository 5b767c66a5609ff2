"""The unit's own calendar: registry ``eduportal.working_days.*``, edited at ``@@working-days``."""

from datetime import time
from eduportal import _
from eduportal.working_days.calendar import END_OF_DAY
from eduportal.working_days.calendar import SATURDAY_AND_SUNDAY
from eduportal.working_days.calendar import Calendar
from plone.registry.interfaces import IRegistry
from zope import schema
from zope.component import getUtility
from zope.interface import Interface
import re

PREFIX = "eduportal.working_days"


def is_time(text: str) -> bool:
    """``17:00``."""
    return re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", text) is not None


class IWorkingDays(Interface):
    """What a unit keeps otherwise than the country."""

    rest_days = schema.Tuple(
        title=_("Weekly days of rest"),
        value_type=schema.Int(min=0, max=6),
        default=tuple(sorted(SATURDAY_AND_SUNDAY)),
        max_length=6,
    )
    # plone.registry keeps no times of day
    closes = schema.TextLine(
        title=_("End of the working day"),
        description=_("Hours and minutes: 17:00"),
        default=f"{END_OF_DAY:%H:%M}",
        constraint=is_time,
    )
    closed = schema.Dict(
        title=_("Further days on which the unit does not work"),
        key_type=schema.Date(),
        value_type=schema.TextLine(),
        default={},
    )
    worked = schema.Dict(
        title=_("Days on which the unit works although they are free elsewhere"),
        key_type=schema.Date(),
        value_type=schema.TextLine(),
        default={},
    )


def settings(portal) -> IWorkingDays:
    """The portal's own days; without records, the country's."""
    registry = getUtility(IRegistry, context=portal)
    return registry.forInterface(IWorkingDays, prefix=PREFIX, check=False)


def calendar(portal) -> Calendar:
    """The calendar by which ``portal`` counts its terms."""
    own = settings(portal)
    return Calendar(
        frozenset(own.rest_days),
        dict(own.closed),
        dict(own.worked),
        time.fromisoformat(own.closes),
    )
