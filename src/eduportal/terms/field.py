"""Fields that take a term by its name as well as by its token."""

from zope.interface import implementer
from zope.schema import Choice
from zope.schema.interfaces import IChoice


class INamedChoice(IChoice):
    """A choice among a ``TermVocabulary``."""


class IOpenChoice(INamedChoice):
    """A choice among an ``OpenVocabulary``: what is not listed is taken as a new name."""


@implementer(INamedChoice)
class NamedChoice(Choice):
    """A choice among a ``TermVocabulary``."""


@implementer(IOpenChoice)
class OpenChoice(NamedChoice):
    """A choice among an ``OpenVocabulary``."""
