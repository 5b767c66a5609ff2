"""The library's lists, kept by the unit's administrator: registry ``eduportal.resources.*``."""

from eduportal import _
from eduportal import terms
from functools import cache
from pathlib import Path
from plone.app.registry.browser import controlpanel
from zope.interface import Interface

PREFIX = "eduportal.resources"
DATA = Path(__file__).parent / "data"


@cache
def shipped(name: str) -> tuple[terms.Term, ...]:
    """A list as it comes with the kit; ``origins`` and ``levels`` are fixed by the sources."""
    return terms.read(DATA / f"{name}.toml")


def terms_of(name: str) -> tuple[terms.Term, ...]:
    """The list as this portal keeps it."""
    return terms.kept(f"{PREFIX}.{name}", shipped(name))


class IResourceSettings(Interface):
    """The token before the first bar is what records remember; names may be corrected."""

    kinds = terms.lines(shipped("kinds"), _("Kinds of resource"))
    subjects = terms.lines(shipped("subjects"), _("School subjects"))
    groups = terms.lines(shipped("groups"), _("Subject groups"))
    licences = terms.lines(shipped("licences"), _("Licences"))


class ResourceSettingsForm(controlpanel.RegistryEditForm):
    """Control panel "Resources"."""

    schema = IResourceSettings
    schema_prefix = PREFIX
    label = _("Resources")
    description = _("The lists that editors choose from when they share a resource.")


class ResourceSettingsControlPanel(controlpanel.ControlPanelFormWrapper):
    """The page around the form."""

    form = ResourceSettingsForm
