"""The home page of a language: the columns with the blocks that have something to show."""

from collections.abc import Iterator
from dataclasses import dataclass
from eduportal.caching import expires
from eduportal.face.dates import today
from eduportal.face.kept import kept
from eduportal.face.place import Place
from eduportal.home import options
from eduportal.home import store
from eduportal.home.arrangement import COLUMNS
from eduportal.home.arrangement import Arrangement
from eduportal.home.arrangement import Placement
from eduportal.home.arrangement import fits
from eduportal.home.arrangement import in_column
from eduportal.home.contents import urgent_now
from eduportal.home.interfaces import IHomeBlock
from functools import cached_property
from plone import api
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from transaction.interfaces import TransientError
from zope.component import queryMultiAdapter
import logging

ARRANGE = "eduportal: Arrange the home page"
MIDDLE_COLUMNS = ("middle", "right", "left")
"""In the order of the document: what is new, what presses, then where to go. On wide screens the
left column stands left; a phone shows them in this order."""

RETRY_SECONDS = 60

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Column:
    """``blocks`` is HTML of each."""

    name: str
    blocks: list[str]


class PortalHome(Place, BrowserView):
    """Two queries of its own, the menu's and what is urgent; each block makes one at most."""

    index = ViewPageTemplateFile("page.pt")
    preview = False

    def __call__(self) -> str:
        return self.index()

    @property
    def arrangement(self) -> Arrangement:
        return store.published()

    @cached_property
    def columns(self) -> dict[str, Column]:
        """Those that have something, by name."""
        urgent_now(self)
        made = {
            name: Column(name, list(self._rendered(in_column(self.arrangement, name))))
            for name in COLUMNS
        }
        return {name: column for name, column in made.items() if column.blocks}

    @property
    def top(self) -> list[Column]:
        return self._columns("top")

    @property
    def middle(self) -> list[Column]:
        return self._columns(*MIDDLE_COLUMNS)

    @property
    def bottom(self) -> list[Column]:
        return self._columns("bottom")

    @property
    def shape(self) -> str:
        """Of the three columns those that are there, as in ``left-middle-right``."""
        return "-".join(name for name in COLUMNS if name in self.columns and name in MIDDLE_COLUMNS)

    @property
    def may_arrange(self) -> bool:
        return not self.anonymous and bool(api.user.has_permission(ARRANGE, obj=self.portal))

    def _columns(self, *names: str) -> list[Column]:
        return [self.columns[name] for name in names if name in self.columns]

    def _rendered(self, placements: Arrangement) -> Iterator[str]:
        for placement in placements:
            html = "" if placement.hidden else rendered(self.context, self.request, placement)
            if html:
                yield html


def block_of(context, request, placement: Placement) -> IHomeBlock | None:
    """The block with its settings; None for one whose add-on is gone, or in a wrong column."""
    block = queryMultiAdapter((context, request), IHomeBlock, name=placement.block)
    if block is None or not fits(placement.column, block.where):
        return None
    block.name = placement.block
    block.key = placement.key
    block.settings = options.complete(block.options, placement.settings)
    return block


def rendered(context, request, placement: Placement) -> str:
    """HTML of a block, ``""`` where there is nothing to show.

    A block that fails is missing from the page, soon tried again, and named in the log: the others
    are still read.
    """
    try:
        block = block_of(context, request, placement)
        if block is None:
            return ""
        if not getattr(block, "kept", False) or request.get("QUERY_STRING"):
            return _made(block)
        urgent = tuple(brain.getRID() for brain in urgent_now(block))
        depends = (placement.key, block.language, today(), urgent)
        all_told = vars(type(block)).get("all_told", False)
        return kept(block.portal, "block", depends, lambda: _made(block), all_told)
    except TransientError:
        raise
    except Exception:
        logger.exception("The home page's block %s failed", placement.key)
        expires(request, RETRY_SECONDS)
        return ""


def _made(block: IHomeBlock) -> str:
    block.update()
    return block.render() if block.available else ""
