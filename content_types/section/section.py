"""The folder that a mandate's section becomes in a portal."""

from eduportal import _
from plone.autoform import directives
from plone.autoform.interfaces import IFormFieldProvider
from plone.dexterity.content import Container
from plone.indexer import indexer
from plone.supermodel import model
from zope import schema
from zope.interface import Interface
from zope.interface import implementer
from zope.interface import provider


class ISection(Interface):
    """A section of the portal: mandated ones carry an id, an editor's own ones do not."""


@provider(IFormFieldProvider)
class ISectionIdentity(model.Schema):
    """Behaviour ``eduportal.section``: which section of the mandate a folder is.

    The id never changes and code finds a section by it, so that editors may rename and move.
    """

    directives.omitted("section_id")
    section_id = schema.ASCIILine(
        title=_("Section id"),
        description=_("Empty for a section that this unit added itself."),
        required=False,
        readonly=True,
        default="",
    )


@implementer(ISection)
class Section(Container):
    """A folder of the portal's tree."""

    section_id = ""


@indexer(ISection)
def edu_section(section: Section) -> str:
    """The mandated section's id; an unmandated folder is left out of the index."""
    if not section.section_id:
        raise AttributeError("edu_section")
    return section.section_id
