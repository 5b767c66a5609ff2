"""The address of a procedure: its name, short enough to be told."""

from eduportal.content_types.procedure.procedure import IProcedure
from eduportal.vietnamese import slug
from plone.app.content.interfaces import INameFromTitle
from zope.component import adapter
from zope.interface import implementer

LONGEST = 80


@implementer(INameFromTitle)
@adapter(IProcedure)
class NameFromTitle:
    """Cut after a word."""

    def __init__(self, procedure: IProcedure) -> None:
        full = slug(procedure.title)
        self.title = full if len(full) <= LONGEST else full[:LONGEST].rpartition("-")[0]
