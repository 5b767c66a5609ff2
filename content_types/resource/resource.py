"""A learning resource: TT 53/2012 Điều 14.6, Kon Tum Phụ lục 6."""

from eduportal import _
from eduportal.attachments.texts import IFileHolder
from eduportal.terms import NamedChoice
from eduportal.terms import OpenChoice
from plone.autoform import directives
from plone.dexterity.content import Item
from plone.namedfile.field import NamedBlobFile
from plone.rfc822.interfaces import IPrimaryField
from plone.supermodel import model
from z3c.form.browser.checkbox import CheckBoxFieldWidget
from zope import schema
from zope.interface import Invalid
from zope.interface import alsoProvides
from zope.interface import implementer
from zope.interface import invariant


class IResource(model.Schema):
    """What a unit shares. It exists once, in Vietnamese, and is listed in both languages."""

    title = schema.TextLine(title=_("Title"))

    title_en = schema.TextLine(title=_("Title in English"), required=False)

    description = schema.Text(title=_("Summary"), required=False, missing_value="", default="")

    kind = NamedChoice(title=_("Kind of resource"), vocabulary="eduportal.resource_kinds")

    # Not "subject": Dublin Core keeps its keywords under that name.
    school_subject = OpenChoice(
        title=_("School subject"), vocabulary="eduportal.resource_subjects", required=False
    )

    subject_group = OpenChoice(
        title=_("Subject group"),
        description=_("The group of teachers that shares it (tổ chuyên môn)."),
        vocabulary="eduportal.resource_groups",
        required=False,
    )

    directives.widget("school_levels", CheckBoxFieldWidget)
    school_levels = schema.Tuple(
        title=_("School levels"),
        value_type=NamedChoice(vocabulary="eduportal.resource_levels"),
        required=False,
        missing_value=(),
        default=(),
    )

    directives.widget("grades", CheckBoxFieldWidget)
    grades = schema.Tuple(
        title=_("Grades"),
        value_type=schema.Choice(vocabulary="eduportal.resource_grades"),
        required=False,
        missing_value=(),
        default=(),
    )

    author = schema.TextLine(title=_("Author"), required=False)

    origin = NamedChoice(title=_("Origin"), vocabulary="eduportal.resource_origins", default="own")

    source = schema.TextLine(
        title=_("Source"),
        description=_("Where a collected resource comes from; required when it is collected."),
        required=False,
    )

    source_url = schema.URI(title=_("Address of the source"), required=False)

    file = NamedBlobFile(title=_("File"), required=False)

    link = schema.URI(
        title=_("Link"),
        description=_(
            "Link to what the ministry or others publish; do not copy it (TT 53/2012, Điều 14.13)."
        ),
        required=False,
    )

    licence = NamedChoice(
        title=_("Licence"), vocabulary="eduportal.resource_licences", required=False
    )

    @invariant
    def has_something_to_use(data: "IResource") -> None:
        if not data.file and not data.link:
            raise Invalid(_("Give a file or a link: without either there is nothing to use."))

    @invariant
    def collected_names_its_source(data: "IResource") -> None:
        if data.origin == "collected" and not (data.source or data.source_url):
            raise Invalid(_("A collected resource must name its source or its address."))


alsoProvides(IResource["file"], IPrimaryField)


@implementer(IResource, IFileHolder)
class Resource(Item):
    """The resource; its file is part of it and follows its state."""

    # Not a translatable page: without this it would be saved with no language at all.
    language = "vi"
