"""The parts that a portal's regulation (quy chế) has to have, by the keys of the mandate.

Công văn of Thủ Dầu Một, III.5; the deadlines are Quảng Ngãi's, III.1. The mandate's requirement
``portal-regulation`` holds the quotations.
"""

from eduportal import _
from zope.interface import provider
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary

REQUIREMENT = "portal-regulation"
PARTS = {
    "content": _("What is published"),
    "process": _("How information is updated"),
    "deadlines": _("Time limits for providing and updating information"),
    "responsibility": _("Who is responsible for updating and approving"),
    "technical": _("Who is responsible for management and technical operation"),
    "working_rules": _("Working rules of the members of the editorial board"),
}


@provider(IVocabularyFactory)
def parts_vocabulary(context) -> SimpleVocabulary:
    return SimpleVocabulary([SimpleTerm(key, key, title) for key, title in PARTS.items()])
