"""Collects the texts to translate into ``locales`` and merges them into both catalogues.

``python -m tests.checks.collect``, or ``make i18n``. English texts stand in the code, so the
English catalogue is filled by itself; the Vietnamese one is written by people.
"""

from pathlib import Path
from tests.checks.pins import ROOT
import subprocess
import sys

LOCALES = ROOT / "src" / "eduportal" / "locales"
POT = LOCALES / "eduportal.pot"
CATALOGUES = tuple(LOCALES / lang / "LC_MESSAGES" / "eduportal.po" for lang in ("vi", "en"))
SEARCHED = ("src/eduportal", "content_types", "profiles/default")


def rebuild(pot: Path) -> None:
    """Write the template of all texts found in code, templates, ZCML and profiles."""
    i18ndude = Path(sys.executable).parent / "i18ndude"
    options = ("--no-wrap", "--no-line-numbers", "--create", "eduportal")
    subprocess.run(
        [i18ndude, "rebuild-pot", "--pot", pot, *options, *SEARCHED], check=True, cwd=ROOT
    )


def main() -> None:
    POT.parent.mkdir(exist_ok=True)
    rebuild(POT)
    i18ndude = Path(sys.executable).parent / "i18ndude"
    for catalogue in CATALOGUES:
        if not catalogue.exists():
            catalogue.parent.mkdir(parents=True, exist_ok=True)
            catalogue.write_text('msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n')
    subprocess.run([i18ndude, "sync", "--no-wrap", "--pot", POT, *CATALOGUES], check=True)


if __name__ == "__main__":
    main()
