"""Bare Plone as a server of its own, in an environment that has nothing of the kit.

Installed beside the kit Plone would load it, with the packages it brings: their subscribers and
transforms would then weigh on every page of the bare site.
"""

from collections.abc import Callable
from collections.abc import Iterator
from contextlib import contextmanager
from eduportal.server.layout import Layout
from eduportal.server.storage import storage_server
from importlib.metadata import PackageNotFoundError
from importlib.metadata import distribution
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from pathlib import Path
from string import Template
import os
import serving
import subprocess
import sys
import sysconfig

NEEDED = ("Plone", "plone.api", "ZEO", "Paste")
"""With all that they require."""

HERE = Path(__file__).parent


@contextmanager
def bare_server(layout: Layout) -> Iterator[tuple[serving.Server, Callable[[], None]]]:
    """The server, of one thread on a storage server of its own, and what edits an item of it."""
    layout.make()
    environment = os.environ | {
        "PYTHONPATH": os.pathsep.join((str(_plone_alone(layout.var / "python")), str(HERE))),
        "VAR": str(layout.var),
    }
    port = serving.free_port()
    for name in ("zope.conf", "wsgi.ini"):
        template = Template((HERE / "bare" / f"{name}.in").read_text())
        text = template.substitute(
            run=layout.run, socket=layout.socket, blobs=layout.blobs / "main", port=port
        )
        (layout.run / f"bare-{name}").write_text(text)
    # without "site", so without the folder of packages that this program has
    python = [sys.executable, "-S"]
    with storage_server(layout):
        editor = subprocess.Popen(
            [*python, HERE / "bare_plone.py", layout.run / "bare-zope.conf"],
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        try:
            _expect(editor, "made")
            command = [*python, "-m", "Zope2.Startup.serve", layout.run / "bare-wsgi.ini"]
            with serving.running(command, port, environment) as server:
                yield server, lambda: _edit(editor)
        finally:
            editor.stdin.close()
            editor.wait(serving.START_SECONDS)


def _edit(editor: subprocess.Popen) -> None:
    editor.stdin.write("\n")
    editor.stdin.flush()
    _expect(editor, "edited")


def _expect(editor: subprocess.Popen, word: str) -> None:
    if editor.stdout.readline().strip() != word:
        raise SystemExit("bare Plone's site could not be made or edited")


def _plone_alone(folder: Path) -> Path:
    """A folder of links to installed modules, that knows of Plone's own distributions only.

    What else lies in the namespaces of these modules is there but not installed: nothing loads it.
    """
    folder.mkdir(exist_ok=True)
    packages = Path(sysconfig.get_path("purelib"))
    known = {canonicalize_name(name) for name in _required(NEEDED)}
    for path in packages.iterdir():
        name = canonicalize_name(path.name.partition("-")[0])
        link = folder / path.name
        wanted = path.suffix != ".pth" and (path.suffix != ".dist-info" or name in known)
        if wanted and not link.is_symlink():
            link.symlink_to(path)
    return folder


def _required(names: tuple[str, ...]) -> set[str]:
    """These distributions and all that they require here, by their names in lower case."""
    found: set[str] = set()
    ahead = list(names)
    while ahead:
        name = canonicalize_name(ahead.pop())
        if name in found:
            continue
        try:
            asked = [Requirement(line) for line in distribution(name).requires or ()]
        except PackageNotFoundError:
            continue  # for another platform or Python
        found.add(name)
        ahead += [one.name for one in asked if not one.marker or one.marker.evaluate({"extra": ""})]
    return found
