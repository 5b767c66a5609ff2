"""``<mandate:catalogue />``: how an add-on contributes a mandate of its own."""

from eduportal.mandate.registry import register_catalogue
from pathlib import Path
from zope.configuration.fields import Path as PathField
from zope.interface import Interface
from zope.schema import TextLine


class ICatalogueDirective(Interface):
    """Register a folder of TOML files as a part of the mandate."""

    name = TextLine(
        title="Name of the catalogue",
        description="Shown as the origin of its entries, by habit the add-on's package name.",
    )
    directory = PathField(
        title="Folder",
        description="Holds the TOML files; relative to the package of the ZCML file.",
    )


def catalogue_directive(context: object, name: str, directory: str) -> None:
    """Register when the configuration is executed, so that a name given twice is a conflict."""
    context.action(
        discriminator=("mandate:catalogue", name),
        callable=register_catalogue,
        args=(name, Path(directory)),
    )
