"""What the unit's administrator sets for searching: registry ``eduportal.search.*``."""

from eduportal import _
from eduportal.search.synonyms import is_line
from eduportal.search.synonyms import shipped
from plone.app.registry.browser import controlpanel
from plone.registry.interfaces import IRegistry
from zope import schema
from zope.component import queryUtility
from zope.interface import Interface
from zope.interface import Invalid

PREFIX = "eduportal.search"


def readable(line: str) -> bool:
    """Refuse a line that names nothing or one thing only."""
    if is_line(line):
        return True
    raise Invalid(
        _(
            "refused_synonym_line",
            default="“${line}” is not of the form: abbreviation = the words it stands for.",
            mapping={"line": line},
        )
    )


class ISearchSettings(Interface):
    """How the portal's search reads what is typed."""

    synonyms = schema.Tuple(
        title=_("Abbreviations and synonyms"),
        description=_(
            "help_synonyms",
            default="One line each: GD&ĐT = GDĐT = giáo dục và đào tạo. Who searches for one of "
            "them also finds the others; a change takes effect at once.",
        ),
        value_type=schema.TextLine(constraint=readable),
        required=False,
        missing_value=(),
        default=shipped(),
    )


def synonyms() -> tuple[str, ...]:
    """This portal's lines; the shipped ones where it has none of its own yet."""
    registry = queryUtility(IRegistry)
    kept = None if registry is None else registry.get(f"{PREFIX}.synonyms")
    return shipped() if kept is None else tuple(kept)


class SearchSettingsForm(controlpanel.RegistryEditForm):
    """Control panel "Vietnamese search"."""

    schema = ISearchSettings
    schema_prefix = PREFIX
    label = _("Vietnamese search")
    description = _("What the search of the whole portal takes for the same.")


class SearchSettingsControlPanel(controlpanel.ControlPanelFormWrapper):
    """The page around the form."""

    form = SearchSettingsForm
