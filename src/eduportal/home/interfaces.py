"""What a block of the home page is; an add-on registers one named adapter and has a block."""

from zope.interface import Attribute
from zope.interface import Interface


class IHomeBlock(Interface):
    """Named multi-adapter on (context, request); its name is the block's id and never changes."""

    title = Attribute("Message: what the block is called, and its heading until an editor says")
    where = Attribute('the columns it may stand in, of "left", "middle", "right", "wide"')
    options = Attribute(
        "schema of what an editor may set: TextLine, Text, Int, Bool, Choice fields; or None"
    )
    settings = Attribute("dict of the set options, set before update(); defaults filled in")
    name = Attribute("the id it is registered under, set by the page")
    key = Attribute("unique on the page, ASCII; set before update(); for element ids")
    available = Attribute("bool, after update(): whether there is something to show")

    def update() -> None:
        """Fetch what is shown: with at most one catalogue query."""

    def render() -> str:
        """HTML of the block; asked for only when it is available."""
