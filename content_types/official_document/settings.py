"""The register's lists, kept by the unit's administrator: registry ``eduportal.documents.*``."""

from eduportal import _
from eduportal import terms
from functools import cache
from pathlib import Path
from plone.app.registry.browser import controlpanel
from plone.registry.interfaces import IRegistry
from zope import schema
from zope.component import getUtility
from zope.interface import Interface
from zope.interface import Invalid

PREFIX = "eduportal.documents"
DATA = Path(__file__).parent / "data"


@cache
def shipped(name: str) -> tuple[terms.Term, ...]:
    """The list as it comes with the kit: ``kinds``, ``issuers`` or ``areas``."""
    return terms.read(DATA / f"{name}.toml")


def readable(line: str) -> bool:
    """Refuse a line that could not be read back."""
    if terms.is_line(line):
        return True
    raise Invalid(
        _(
            "refused_term_line",
            default="“${line}” is not of the form: token | Vietnamese name | English name.",
            mapping={"line": line},
        )
    )


def _lines(name: str, title: str, description: str) -> schema.Tuple:
    return schema.Tuple(
        title=title,
        description=description,
        value_type=schema.TextLine(constraint=readable),
        required=False,
        missing_value=(),
        default=tuple(terms.to_line(term) for term in shipped(name)),
    )


class IDocumentSettings(Interface):
    """One line per name; the token before the first bar is what records remember."""

    kinds = _lines(
        "kinds",
        _("Forms of document"),
        _("One per line: token | Vietnamese name | English name | abbreviation."),
    )
    issuers = _lines(
        "issuers",
        _("Issuing authorities"),
        _("Suggested in the form, one per line: token | Vietnamese name | English name."),
    )
    areas = _lines(
        "areas",
        _("Subject areas"),
        _("Suggested in the form, one per line: token | Vietnamese name | English name."),
    )


def terms_of(name: str) -> tuple[terms.Term, ...]:
    """The portal's own list, or the shipped one where the portal has none yet."""
    lines = getUtility(IRegistry).get(f"{PREFIX}.{name}")
    if lines is None:
        return shipped(name)
    return terms.from_lines(lines, shipped(name))


class DocumentSettingsForm(controlpanel.RegistryEditForm):
    """Control panel "Documents"."""

    schema = IDocumentSettings
    schema_prefix = PREFIX
    label = _("Documents")
    description = _("The lists that editors choose from when they file a document.")


class DocumentSettingsControlPanel(controlpanel.ControlPanelFormWrapper):
    """The page around the form."""

    form = DocumentSettingsForm
