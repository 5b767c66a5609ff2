"""Whether the compiled theme is what its sources make; needs no Node.js."""

from hashlib import sha256
from pathlib import Path
from tests.checks.pins import ROOT

THEME = ROOT / "themes/eduportal"
RECORD = "built.sha256"
PARTS = ("build.mjs", "scss/*.scss", "css/*.css", "fonts/*.woff2")


def problems(theme: Path = THEME) -> list[str]:
    """Files of the theme that are not those of the last ``make theme``."""
    lines = (theme / RECORD).read_text("utf-8").splitlines()
    built = {name: digest for digest, name in (line.split("  ") for line in lines)}
    there = {
        path.relative_to(theme).as_posix(): sha256(path.read_bytes()).hexdigest()
        for pattern in PARTS
        for path in theme.glob(pattern)
    }
    changed = sorted(name for name in built.keys() | there if built.get(name) != there.get(name))
    return [f"themes/eduportal/{name} changed since the last `make theme`" for name in changed]
