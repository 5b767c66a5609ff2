"""A list kept in the portal's registry, one line per name, starting as the kit ships it."""

from collections.abc import Iterable
from eduportal import _
from eduportal.terms.term import Term
from eduportal.terms.term import from_lines
from eduportal.terms.term import is_line
from eduportal.terms.term import to_line
from plone.registry.interfaces import IRegistry
from zope import schema
from zope.component import getUtility
from zope.interface import Invalid


def readable(line: str) -> bool:
    """Refuse a line that could not be read back."""
    if is_line(line):
        return True
    raise Invalid(
        _(
            "refused_term_line",
            default="“${line}” is not of the form: token | Vietnamese name | English name.",
            mapping={"line": line},
        )
    )


def lines(shipped: Iterable[Term], title: str) -> schema.Tuple:
    """The registry field of a list."""
    return schema.Tuple(
        title=title,
        description=_("One per line: token | Vietnamese name | English name | abbreviation."),
        value_type=schema.TextLine(constraint=readable),
        required=False,
        missing_value=(),
        default=tuple(to_line(term) for term in shipped),
    )


def kept(record: str, shipped: tuple[Term, ...]) -> tuple[Term, ...]:
    """The portal's own list, or the shipped one where the portal has none yet."""
    written = getUtility(IRegistry).get(record)
    return shipped if written is None else from_lines(written, shipped)
