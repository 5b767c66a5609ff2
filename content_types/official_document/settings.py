"""The register's lists, kept by the unit's administrator: registry ``eduportal.documents.*``."""

from eduportal import _
from eduportal import terms
from functools import cache
from pathlib import Path
from plone.app.registry.browser import controlpanel
from zope.interface import Interface

PREFIX = "eduportal.documents"
DATA = Path(__file__).parent / "data"


@cache
def shipped(name: str) -> tuple[terms.Term, ...]:
    """The list as it comes with the kit: ``kinds``, ``issuers`` or ``areas``."""
    return terms.read(DATA / f"{name}.toml")


def terms_of(name: str) -> tuple[terms.Term, ...]:
    """The list as this portal keeps it."""
    return terms.kept(f"{PREFIX}.{name}", shipped(name))


class IDocumentSettings(Interface):
    """The token before the first bar is what records remember; names may be corrected."""

    kinds = terms.lines(shipped("kinds"), _("Forms of document"))
    issuers = terms.lines(shipped("issuers"), _("Issuing authorities"))
    areas = terms.lines(shipped("areas"), _("Subject areas"))


class DocumentSettingsForm(controlpanel.RegistryEditForm):
    """Control panel "Documents"."""

    schema = IDocumentSettings
    schema_prefix = PREFIX
    label = _("Documents")
    description = _("The lists that editors choose from when they file a document.")


class DocumentSettingsControlPanel(controlpanel.ControlPanelFormWrapper):
    """The page around the form."""

    form = DocumentSettingsForm
