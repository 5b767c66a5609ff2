"""The unit's address and the form to write to it (TT 53/2012 Điều 14: official contact)."""

from eduportal.face.pages.listing import SectionListing


class ContactPage(SectionListing):
    """The unit's own data first; what editors add to the section follows."""

    page = None

    @property
    def contacts(self) -> bool:
        unit = self.unit
        return unit is not None and bool(unit.address or unit.phone or unit.email)
