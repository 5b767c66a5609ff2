"""What may be set at a block; schemas that blocks extend.

Values are kept as JSON, so options are texts, whole numbers, yes or no, and choices of texts.
"""

from eduportal import _
from typing import Any
from zope import schema
from zope.interface import Interface
from zope.interface.interfaces import IInterface
from zope.schema import getFieldsInOrder


class IHeading(Interface):
    """Of every block of the kit."""

    heading_vi = schema.TextLine(
        title=_("Heading in Vietnamese"),
        description=_("Empty: the block's own name."),
        required=False,
        max_length=100,
    )
    heading_en = schema.TextLine(
        title=_("Heading in English"),
        required=False,
        max_length=100,
    )


class IFive(IHeading):
    """Of blocks that list the newest."""

    count = schema.Int(title=_("How many are shown"), min=1, max=20, default=5)


class ISix(IHeading):
    """Of the lists in the middle."""

    count = schema.Int(title=_("How many are shown"), min=1, max=20, default=6)


def complete(options: IInterface | None, kept: dict[str, Any]) -> dict[str, Any]:
    """A block's settings: what was kept and is an option still, else the option's default."""
    if options is None:
        return {}
    fields = getFieldsInOrder(options)
    return {name: _value(field, kept.get(name)) for name, field in fields}


def _value(field, kept: Any) -> Any:
    """A value that the option takes no more counts as not set."""
    if kept is None:
        return field.default
    try:
        # a choice's terms may need the portal; its block asks whether there is still such a thing
        if not schema.interfaces.IChoice.providedBy(field):
            field.validate(kept)
    except schema.ValidationError:
        return field.default
    return kept
