"""``versions.cfg`` for buildout, made from ``constraints.txt``: one set of pins, two spellings.

Run as a module it writes the file; ``tests/test_pins.py`` says when the two differ.
"""

from pathlib import Path
import re

ROOT = Path(__file__).parents[2]
PIN = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)==(?P<version>[^ ;]+)")
# Buildout brings its own of these: see buildout.cfg.
BUILDOUTS_OWN = {"setuptools", "pip", "wheel", "uv"}


def versions_cfg(constraints: str) -> str:
    """The pins as a buildout section; of several for one name the last, for newer Pythons, wins."""
    pins = {}
    for line in constraints.splitlines():
        if found := PIN.match(line):
            pins[found["name"]] = found["version"]
    lines = [f"{name} = {pins[name]}" for name in sorted(pins) if name not in BUILDOUTS_OWN]
    head = (
        "# Made from constraints.txt by `python -m tests.checks.pins`; do not edit.\n[versions]\n"
    )
    return head + "\n".join(lines) + "\n"


def main() -> None:
    constraints = (ROOT / "constraints.txt").read_text()
    (ROOT / "versions.cfg").write_text(versions_cfg(constraints))


if __name__ == "__main__":
    main()
