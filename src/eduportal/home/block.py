"""The base of all blocks: heading, body, the link to more."""

from collections.abc import Sequence
from eduportal.face.place import Place
from eduportal.home.interfaces import IHomeBlock
from functools import cached_property
from html import escape
from Products.Five.browser import BrowserView
from typing import Any
from zope.i18n import translate
from zope.interface import implementer
from zope.interface.interfaces import IInterface


@implementer(IHomeBlock)
class Block(Place, BrowserView):
    """A block says what it fetches (``update``), whether that is something, and its ``body``.

    ``body`` is a page template of the class or a method; both give HTML. ``language``, ``portal``,
    ``root_url`` and ``unit`` come from the page's place.
    """

    title = ""
    where: Sequence[str] = ("left", "middle", "right", "wide")
    options: IInterface | None = None
    heading_level = 2
    hidden_heading = False
    more_title = ""
    kept = False
    """True: shows nothing but what the catalogue, the settings of the portal, the day and the
    urgent notices say. Its HTML then serves all visitors until one of them changes."""
    all_told = False
    """True beside ``kept``: of the catalogue it shows only what the functions of ``home.contents``
    gave it. A change of the catalogue that leaves these answers as they were leaves its HTML, too.
    Not inherited: what a derived class asks besides is not known."""

    name = ""
    key = "block"

    def __init__(self, context, request) -> None:
        super().__init__(context, request)
        self.settings: dict[str, Any] = {}

    def update(self) -> None:
        """Blocks without a query have nothing to fetch."""

    @property
    def available(self) -> bool:
        return True

    @cached_property
    def heading(self) -> str:
        """What the editors call it in this language, else the block's own title."""
        return self.settings.get(f"heading_{self.language}") or self.words(self.title)

    @property
    def more_url(self) -> str:
        """Where the list that the block begins is complete; ``""`` without such a page."""
        return ""

    def words(self, message) -> str:
        return translate(message, context=self.request)

    def body(self) -> str:
        raise NotImplementedError("A block needs a body: a page template, or a method.")

    def render(self) -> str:
        """Found by its heading; a dozen landmarks with the same names would only be noise."""
        level = self.heading_level
        hidden = ' class="visually-hidden"' if self.hidden_heading else ""
        return (
            f'<section class="edu-block edu-block--{escape(self.name)}">'
            f'<h{level} id="edu-{self.key}"{hidden}>{escape(self.heading)}</h{level}>'
            f"{self.body()}{self._more()}</section>"
        )

    def _more(self) -> str:
        if not (self.more_url and self.more_title):
            return ""
        words = escape(self.words(self.more_title))
        return f'<p class="edu-block__more"><a href="{escape(self.more_url)}">{words}</a></p>'
