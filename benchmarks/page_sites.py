"""A bare Plone site and a portal with the sample's content, each served by a process of its own."""

from argparse import ArgumentParser
from argparse import Namespace
from bare_server import bare_server
from BTrees.Length import Length
from collections.abc import Callable
from collections.abc import Iterator
from contextlib import ExitStack
from contextlib import contextmanager
from dataclasses import dataclass
from eduportal.cli.zope import instance
from eduportal.server.layout import Layout
from pathlib import Path
import os
import page_content
import serving
import tempfile
import transaction

PORTAL = "truong-1"
MARK = "_benchmark"


@dataclass(frozen=True)
class Site:
    """``pages`` are paths by name; ``edit`` saves an item of it in another process."""

    server: serving.Server
    pages: dict[str, str]
    edit: Callable[[], None]


@dataclass(frozen=True)
class Sites:
    """``write`` is a transaction in the portal's database that changes no page."""

    bare: Site
    kit: Site
    write: Callable[[], None]

    @property
    def pages(self) -> Iterator[tuple[Site, str, str]]:
        """Site, name and path of all pages, the bare ones first."""
        for site in (self.bare, self.kit):
            for name, path in site.pages.items():
                yield site, name, path


@contextmanager
def served(options: Namespace) -> Iterator[Sites]:
    """Both sites on the same kind of storage, with one thread each."""
    with ExitStack() as stack:
        var = options.var or stack.enter_context(tempfile.TemporaryDirectory(prefix="bench-"))
        layout, bare_layout = Layout(Path(var).resolve()), Layout(Path(var).resolve() / "bare")
        os.environ |= {"VAR": str(layout.var), "ADMIN_PASSWORD": "benchmark"}
        bare, edit_bare = stack.enter_context(bare_server(bare_layout))
        app = stack.enter_context(instance(layout))
        pages = _portal(app)
        server = stack.enter_context(serving.one_thread(layout))
        times = iter(range(1_000_000))
        yield Sites(
            bare=Site(bare, _bare_pages(), edit_bare),
            kit=Site(server, pages, lambda: _edit(app, next(times))),
            write=lambda: _write(app),
        )


def arguments(description: str, rounds: int, what: str) -> Namespace:
    parser = ArgumentParser(description=description.partition("\n")[0])
    parser.add_argument("--rounds", type=int, default=rounds, help=f"{what} ({rounds})")
    parser.add_argument("--var", type=Path, help="a folder to work in, to keep, to continue in")
    return parser.parse_args()


def _bare_pages() -> dict[str, str]:
    home = f"/{page_content.BARE}"
    return {
        "bare: home": home,
        "bare: section": f"{home}/tin-tuc",
        "bare: item": f"{home}/tin-tuc/tin-1",
    }


def _portal(app) -> dict[str, str]:
    """The portal, made where it is not there yet.

    Home, a section with twenty rows, and one item with a kilobyte of text.
    """
    # these need a configured Zope
    from eduportal import sample
    from eduportal import sections
    from eduportal.provisioning.requests import fresh
    import sites

    if not hasattr(app, MARK):
        # now: a change of the root itself makes every page stale
        setattr(app, MARK, Length())
        transaction.commit()
    if PORTAL not in app.objectIds():
        sites.make_portal(app, 1)
        with fresh(app, PORTAL) as portal:
            sample.load(portal)
            page_content.add_items(sections.find("news"))
            transaction.commit()
    with fresh(app, PORTAL) as portal:
        section = sections.find("news").getPhysicalPath()[2:]
    news = "/".join(("", PORTAL, *section))
    return {
        "home": f"/{PORTAL}/vi",
        "home, English": f"/{PORTAL}/en",
        "section": news,
        "item": f"{news}/tin-1",
    }


def _edit(app, time: int) -> None:
    from eduportal import sections
    from eduportal.provisioning.requests import fresh

    app._p_jar.sync()
    with fresh(app, PORTAL):
        page_content.edit(sections.find("news"), time)
        transaction.commit()


def _write(app) -> None:
    app._p_jar.sync()
    getattr(app, MARK).change(1)
    transaction.commit()
