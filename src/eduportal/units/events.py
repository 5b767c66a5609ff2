"""What others are told about a unit."""

from eduportal.units.model import Unit


class UnitSavedEvent:
    """The portal's administrator saved the unit's record; the portal follows it."""

    def __init__(self, portal, unit: Unit) -> None:
        self.portal = portal
        self.unit = unit
