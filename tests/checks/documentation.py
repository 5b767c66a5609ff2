"""Whether the links in the documentation lead to files that are there."""

from tests.checks.pins import ROOT
import re

LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)")


def problems() -> list[str]:
    """A sentence for each relative link to a file that does not exist."""
    pages = [ROOT / "README.md", *sorted((ROOT / "docs").glob("**/*.md"))]
    return [
        f"{page.relative_to(ROOT)}: {target} leads nowhere"
        for page in pages
        for target in LINK.findall(page.read_text())
        if not (page.parent / target).exists()
    ]
