"""Opening the instance's database for a command, whether or not the portal is running."""

from collections.abc import Callable
from collections.abc import Iterator
from contextlib import contextmanager
from eduportal.server import configuration
from eduportal.server.layout import Layout
from eduportal.server.storage import storage_server
from eduportal.units.model import UnitError
from typing import TypeVar
import logging
import os

Result = TypeVar("Result")
TRIES = 5


@contextmanager
def instance(layout: Layout | None = None) -> Iterator:
    """The Zope root of the instance in ``$VAR``, as the user ``admin``.

    The imports stand inside, for Zope takes seconds to load and ``--help`` should not wait.
    """
    layout = layout or Layout.from_environment()
    os.environ.setdefault("zope_i18n_compile_mo_files", "true")
    os.environ["VAR"] = str(layout.var)
    with storage_server(layout):
        from eduportal.provisioning import requests
        from Zope2.Startup.run import configure_wsgi
        import transaction
        import Zope2

        _log_to_file(layout)
        configure_wsgi(str(configuration.zope_conf(layout)))
        app = Zope2.app()
        try:
            with requests.fresh(app) as root:
                yield root
        finally:
            transaction.abort()
            app._p_jar.close()
            Zope2.DB.close()


def _log_to_file(layout: Layout) -> None:
    """What Zope and its add-ons log belongs into a file; the screen is for the command's answer."""
    logging.captureWarnings(True)
    logging.basicConfig(
        filename=layout.log / "commands.log",
        level=logging.INFO,
        format="%(asctime)s %(levelname)s [%(name)s] %(message)s",
        force=True,
    )


def committed(work: Callable[[], Result]) -> Result:
    """What ``work`` answers once its changes are stored.

    The instance goes on working meanwhile, its files are read, its editors save: where both changed
    the same object, ``work`` is done again on what is there then.
    """
    import transaction

    for attempt in transaction.manager.attempts(TRIES):
        with attempt:
            result = work()
    return result


@contextmanager
def portals(unit_ids: list[str] | None = None) -> Iterator[Iterator]:
    """Each portal of the instance in turn (or those named), on a request of its own.

    What the loop's body changed is committed before the next portal is opened.
    """
    with instance() as root:
        yield portals_of(root, unit_ids)


def portals_of(root, unit_ids: list[str] | None = None) -> Iterator:
    """The same, where the instance is open already."""
    from eduportal.provisioning import requests
    from eduportal.provisioning.instance import portal_ids
    import transaction

    there = portal_ids(root)
    unknown = sorted(set(unit_ids or ()) - set(there))
    if unknown:
        raise UnitError(f"no unit {', '.join(unknown)}; known: {', '.join(there)}")

    def opened():
        for unit_id in unit_ids or there:
            with requests.fresh(root, unit_id) as portal:
                yield portal
                transaction.commit()

    return opened()
