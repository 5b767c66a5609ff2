"""Control panel "Sending documents to units": registry ``eduportal.circulation.*``."""

from eduportal import _
from eduportal.circulation.groups import OFFICE_GROUP
from eduportal.circulation.groups import groups
from eduportal.circulation.lists import PREFIX
from eduportal.mail.text import is_address
from eduportal.units.settings import current_unit
from plone import api
from plone.app.registry.browser import controlpanel
from plone.autoform import directives
from plone.registry.interfaces import IRegistry
from z3c.form.browser.checkbox import CheckBoxFieldWidget
from zope import schema
from zope.component import queryUtility
from zope.interface import Interface
from zope.interface import Invalid
from zope.interface import provider
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary

LIST = _("Address of a mailing list the unit keeps for this group, beside the units' mailboxes.")


def plain_address(value: str) -> bool:
    """One address; a field that is left empty is not asked."""
    if not is_address(value.strip()):
        raise Invalid(_("Not an e-mail address: write one address such as nhom@so.edu.vn."))
    return True


def _list(title) -> schema.TextLine:
    return schema.TextLine(
        title=title, description=LIST, required=False, constraint=plain_address, default=None
    )


class ICirculationSettings(Interface):
    """The names after ``list_`` are the groups' ids, "-" written "_"."""

    enabled = schema.Bool(
        title=_("Offer mail to groups of units when a document is published"),
        required=False,
        default=True,
    )

    directives.widget(default_groups=CheckBoxFieldWidget)
    default_groups = schema.Tuple(
        title=_("Groups told without being chosen"),
        description=_(
            "Told when a document is published whose editor has chosen nothing. Older documents "
            "that are filed later are never sent unasked."
        ),
        value_type=schema.Choice(vocabulary="eduportal.circulation_groups"),
        required=False,
        default=(),
        missing_value=(),
    )

    recent_days = schema.Int(
        title=_("A document counts as older after so many days"), default=30, min=0, max=3650
    )

    list_thpt = _list(_("Upper secondary schools: mailing list"))
    list_thcs = _list(_("Lower secondary schools: mailing list"))
    list_tieu_hoc = _list(_("Primary schools: mailing list"))
    list_mam_non = _list(_("Preschools: mailing list"))
    list_centers = _list(_("Centres: mailing list"))
    list_offices = _list(_("Education offices, communes and wards: mailing list"))
    list_staff = _list(_("The unit's own staff and teachers: mailing list"))

    show_parent = schema.Int(
        title=_("Documents of the parent unit in the register"),
        description=_(
            "How many of the documents that the parent unit offers its members are shown, by "
            "reference, above the register; 0 shows none."
        ),
        default=0,
        min=0,
        max=10,
    )


def settings() -> ICirculationSettings:
    """The portal's settings; their defaults in a portal that has none yet."""
    registry = queryUtility(IRegistry)
    return registry.forInterface(ICirculationSettings, prefix=PREFIX, check=False)


@provider(IVocabularyFactory)
def group_vocabulary(context) -> SimpleVocabulary:
    """All groups, in the reader's language."""
    language = api.portal.get_current_language()
    return SimpleVocabulary(
        [SimpleTerm(one.id, one.id, one.title(language)) for one in groups().values()]
    )


class CirculationForm(controlpanel.RegistryEditForm):
    """A school has no units below it: of the lists it is asked for its own people's alone."""

    schema = ICirculationSettings
    schema_prefix = PREFIX
    label = _("Sending documents to units")
    description = _("Which groups of units are told of a new document, and by which address.")

    def updateFields(self) -> None:
        super().updateFields()
        unit = current_unit()
        if unit is not None and unit.kind.mail_groups:
            lists = [name for name in self.fields if name.startswith("list_")]
            self.fields = self.fields.omit(
                *(name for name in lists if name != f"list_{OFFICE_GROUP}")
            )


class CirculationControlPanel(controlpanel.ControlPanelFormWrapper):
    """The page around the form."""

    form = CirculationForm
