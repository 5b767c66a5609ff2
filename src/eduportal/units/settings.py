"""Where a portal keeps which unit it belongs to: registry records ``eduportal.unit.*``."""

from dataclasses import fields
from eduportal import _
from eduportal.units.model import Unit
from plone.registry.interfaces import IRegistry
from zope import schema
from zope.component import queryUtility
from zope.interface import Interface

PREFIX = "eduportal.unit"


class IUnitSettings(Interface):
    """The unit a portal belongs to: the columns of the provisioning spreadsheet.

    The registry leaves read-only fields out, so what an editor may not change is left out of the
    control panel instead.
    """

    id = schema.ASCIILine(title=_("Unit id"), required=False)
    name = schema.TextLine(title=_("Name in Vietnamese"), required=False)
    name_en = schema.TextLine(title=_("Name in English"), required=False)
    tier = schema.ASCIILine(title=_("Kind of unit"), required=False)
    parent = schema.ASCIILine(title=_("Parent unit"), required=False)
    domain = schema.TextLine(title=_("Domain name"), required=False)
    email_domain = schema.TextLine(title=_("Domain of the mailboxes"), required=False)
    address = schema.TextLine(title=_("Address"), required=False)
    phone = schema.TextLine(title=_("Telephone"), required=False)
    email = schema.TextLine(title=_("Official e-mail"), required=False)
    admin_name = schema.TextLine(title=_("Administrator's name"), required=False)
    admin_email = schema.TextLine(title=_("Administrator's e-mail"), required=False)
    palette = schema.ASCIILine(title=_("Palette"), required=False, default="sky")


class IUnitFate(Interface):
    """What became of a unit: earlier domains, and where a closed one's visitors are sent."""

    former_domains = schema.Tuple(
        title=_("Earlier domain names"),
        description=_("Visitors who use one of them are sent to the present address for good."),
        value_type=schema.TextLine(),
        required=False,
        default=(),
    )
    closed_on = schema.Date(title=_("Closed on"), required=False)
    successor = schema.ASCIILine(
        title=_("Successor"),
        description=_("Id of the unit that took over, or a full address."),
        required=False,
    )
    sheet = schema.Dict(
        title=_("What the spreadsheet said last"),
        description=_("Tells an editor's change from a new value in the spreadsheet."),
        key_type=schema.ASCIILine(),
        value_type=schema.TextLine(),
        required=False,
        default={},
    )


def register() -> None:
    """Make the records exist; values already set stay."""
    registry = queryUtility(IRegistry)
    registry.registerInterface(IUnitSettings, prefix=PREFIX)
    registry.registerInterface(IUnitFate, prefix=PREFIX)


def current_unit() -> Unit | None:
    """The unit of the portal at hand, or None where no unit has been set."""
    return _unit(queryUtility(IRegistry))


def unit_of(portal) -> Unit | None:
    """The unit of any portal, read from its registry without making it the portal at hand."""
    return _unit(portal.portal_registry)


def _unit(registry: IRegistry | None) -> Unit | None:
    if registry is None or not registry.get(f"{PREFIX}.tier"):
        return None
    return Unit(**{f.name: registry.get(f"{PREFIX}.{f.name}") or "" for f in fields(Unit)})


def last_sheet() -> dict[str, str]:
    """What the spreadsheet said when it was last applied to the portal at hand, by column."""
    return dict(queryUtility(IRegistry).get(f"{PREFIX}.sheet") or {})


def remember_sheet(unit: Unit) -> None:
    """Keep what the spreadsheet says now, for the next comparison."""
    if last_sheet() != unit.as_dict():
        queryUtility(IRegistry)[f"{PREFIX}.sheet"] = unit.as_dict()


def store(unit: Unit) -> None:
    """Write the columns of ``unit`` that differ to the portal at hand."""
    registry = queryUtility(IRegistry)
    for field in fields(Unit):
        value = getattr(unit, field.name) or None
        if registry[f"{PREFIX}.{field.name}"] != value:
            registry[f"{PREFIX}.{field.name}"] = value
