"""The configuration files of an instance, written anew at each start from templates."""

from eduportal import error_pages
from eduportal.server.layout import DATABASES
from eduportal.server.layout import Layout
from importlib import resources
from pathlib import Path
from string import Template


def write_storage(layout: Layout) -> None:
    """Write ``zeo.conf`` and ``zope.conf``, which every command works with."""
    layout.make()
    values = {
        "var": layout.var,
        "run": layout.run,
        "log": layout.log,
        "socket": layout.socket,
        "mail_queue": layout.mail_queue,
        "storages": _each(layout, "storage.in"),
        "databases": _each(layout, "database.in"),
    }
    for name in ("zeo.conf", "zope.conf"):
        (layout.run / name).write_text(_template(f"{name}.in").substitute(values))


def write_web(layout: Layout, host: str, port: int, threads: int = 4) -> None:
    """Write ``wsgi.ini`` for a web server on ``host`` and ``port``.

    Beside it lies ``maintenance.html``, for a proxy to show while nothing answers behind it.
    """
    values = {"run": layout.run, "log": layout.log, "host": host, "port": port, "threads": threads}
    wsgi_ini(layout).write_text(_template("wsgi.ini.in").substitute(values))
    (layout.run / "maintenance.html").write_text(error_pages.maintenance(), "utf-8")


def zope_conf(layout: Layout) -> Path:
    return layout.run / "zope.conf"


def wsgi_ini(layout: Layout) -> Path:
    return layout.run / "wsgi.ini"


def _each(layout: Layout, template: str) -> str:
    mounts = {"main": "/"}
    return "\n".join(
        _template(template).substitute(
            name=name,
            file=layout.storage / f"{name}.fs",
            blobs=layout.blobs / name,
            socket=layout.socket,
            mount=mounts.get(name, f"/{name}"),
            cache=30000 if name == "main" else 5000,
        )
        for name in DATABASES
    )


def _template(name: str) -> Template:
    return Template((resources.files("eduportal.server") / "templates" / name).read_text())
