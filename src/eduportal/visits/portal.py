"""Figures of the portal at hand, for the other rooms."""

from eduportal.visits import store
from eduportal.visits.counting import Tally
from eduportal.visits.figures import Figures
from eduportal.visits.process import process
from eduportal.visits.settings import setting
from transaction import TransactionManager


def figures(portal, section: str | None = None) -> Figures:
    """Visits to the portal, or to the section of that id in both languages, as of now."""
    meet(portal)
    return process.figures(portal.getId(), section or "")


def meet(portal) -> bool:
    """Whether the portal counts visits; from then on the process may count for it."""
    counted = bool(setting("counted"))
    process.meet(portal, setting("start") or 0)
    if not counted:
        process.no_longer(portal.getId())
    return counted


def monthly(portal, month: str) -> dict[str, dict[str, Tally]]:
    """What is stored of a month (``"2026-11"``): ``{day: {section id: (views, visits)}}``.

    ``""`` is the portal as a whole. A month of more than two years ago has one entry, of the
    month's name.
    """
    return _read(portal, lambda root: store.month(root, portal.getId(), month))


def whole_month(portal, month: str) -> Tally:
    """Views and visits of a whole portal in a month: what a score of portals compares."""
    return store.summed(monthly(portal, month)).get("", (0, 0))


def months(portal) -> list[str]:
    """The months with figures, the newest first."""
    return _read(portal, lambda root: store.months(root, portal.getId()))


def total(portal) -> dict[str, Tally]:
    """Views and visits by section id since the portal counts, without the start value."""
    return _read(portal, lambda root: store.total(root, portal.getId()))


def forget(portal) -> None:
    """Take the portal's figures away, in the present transaction."""
    process.part_from(portal.getId())
    database = store.database_of(portal)
    connection = portal._p_jar
    if database is not connection.db():
        connection = connection.get_connection(database.database_name)
    store.forget(connection.root(), portal.getId())


def _read(portal, question):
    """Past the request's connection: figures are stored all the time, and readers need not wait."""
    connection = store.database_of(portal).open(TransactionManager())
    try:
        return question(connection.root())
    finally:
        connection.close()


def pack_database(app) -> bool:
    """Drop what is no longer current; False where visits have no database of their own."""
    database = store.database_of(app)
    if database is app._p_jar.db():
        return False
    database.pack(days=0)
    return True


def deleted(site, event) -> None:
    """A portal was deleted: so are its figures."""
    forget(site)
