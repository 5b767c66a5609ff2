"""Of which kind the unit of the portal at hand is."""

from eduportal.units.settings import current_unit


class NoUnitError(LookupError):
    """The portal belongs to no unit, so no tree is mandated."""


def current_kind() -> str:
    """Code of the kind (``so``, ``C1`` ...); the kind decides which tree is mandated."""
    unit = current_unit()
    if unit is None:
        raise NoUnitError(
            "This portal belongs to no unit yet, so nothing is mandated; set the unit first. / "
            "Cổng này chưa gắn với đơn vị nào nên chưa có chuyên mục bắt buộc; hãy khai báo đơn vị "
            "trước."
        )
    return unit.tier
