"""The register's lists, kept by the unit's administrator: registry ``eduportal.documents.*``."""

from eduportal import _
from eduportal import terms
from eduportal.content_types.official_document.shipped import shipped
from eduportal.content_types.official_document.shipped import shipped_without_validity
from plone.app.registry.browser import controlpanel
from plone.registry.interfaces import IRegistry
from z3c.form.browser.checkbox import CheckBoxFieldWidget
from zope import schema
from zope.component import getUtility
from zope.interface import Interface

PREFIX = "eduportal.documents"
WITHOUT_VALIDITY = f"{PREFIX}.without_validity"


def terms_of(name: str) -> tuple[terms.Term, ...]:
    """The list as this portal keeps it."""
    return terms.kept(f"{PREFIX}.{name}", shipped(name))


def without_validity() -> frozenset[str]:
    """The kinds, by token, that are never in force or expired in this portal."""
    kept = getUtility(IRegistry).get(WITHOUT_VALIDITY)
    return frozenset(shipped_without_validity() if kept is None else kept)


class IDocumentSettings(Interface):
    """The token before the first bar is what records remember; names may be corrected."""

    kinds = terms.lines(shipped("kinds"), _("Forms of document"))
    issuers = terms.lines(shipped("issuers"), _("Issuing authorities"))
    areas = terms.lines(shipped("areas"), _("Subject areas"))

    without_validity = schema.Tuple(
        title=_("Forms without validity"),
        description=_(
            "Letters, invitations and the like inform and are neither in force nor expired: "
            "no validity is computed or shown for these forms."
        ),
        value_type=schema.Choice(vocabulary="eduportal.document_kinds"),
        required=False,
        missing_value=(),
        default=shipped_without_validity(),
    )


class DocumentSettingsForm(controlpanel.RegistryEditForm):
    """Control panel "Documents"."""

    schema = IDocumentSettings
    schema_prefix = PREFIX
    label = _("Documents")
    description = _("The lists that editors choose from when they file a document.")

    def updateFields(self) -> None:
        super().updateFields()
        self.fields["without_validity"].widgetFactory = CheckBoxFieldWidget


class DocumentSettingsControlPanel(controlpanel.ControlPanelFormWrapper):
    """The page around the form."""

    form = DocumentSettingsForm
