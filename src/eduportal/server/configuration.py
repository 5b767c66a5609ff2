"""The configuration files of an instance, written anew at each start from templates."""

from eduportal.server.layout import DATABASES
from eduportal.server.layout import Layout
from importlib import resources
from pathlib import Path
from string import Template


def write(layout: Layout, host: str = "127.0.0.1", port: int = 8080, threads: int = 4) -> None:
    """Write ``zeo.conf``, ``zope.conf`` and ``wsgi.ini`` into the run folder."""
    layout.make()
    values = {
        "var": layout.var,
        "run": layout.run,
        "log": layout.log,
        "socket": layout.socket,
        "mail_queue": layout.mail_queue,
        "host": host,
        "port": port,
        "threads": threads,
    }
    values["storages"] = _each(layout, "storage.in")
    values["databases"] = _each(layout, "database.in")
    for name in ("zeo.conf", "zope.conf", "wsgi.ini"):
        (layout.run / name).write_text(_template(f"{name}.in").substitute(values))


def write_missing(layout: Layout) -> None:
    """Write the files where there are none; a running instance keeps the ones it started with."""
    if not wsgi_ini(layout).exists():
        write(layout)
    layout.make()


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
