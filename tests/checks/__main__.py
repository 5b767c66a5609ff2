"""``make check`` beyond ruff: templates and XML in form, theme compiled, translations, links."""

from pathlib import Path
from tests.checks import documentation
from tests.checks import theme
from tests.checks import translations
from tests.checks.pins import ROOT
import subprocess
import sys

FORMATTED = ("src/eduportal", "content_types", "profiles")
# Both languages stand in these pages side by side, and zpretty would spell them in entities.
BILINGUAL = ("overview.pt", "upload/page.pt")


def formatting() -> list[str]:
    """XML, ZCML and templates that zpretty would write differently."""
    zpretty = Path(sys.executable).parent / "zpretty"
    files = [
        path
        for folder in FORMATTED
        for suffix in ("*.xml", "*.zcml", "*.pt")
        for path in sorted((ROOT / folder).glob(f"**/{suffix}"))
        if not path.as_posix().endswith(BILINGUAL)
    ]
    done = subprocess.run(
        [zpretty, "--check", *files], capture_output=True, text=True, check=False, cwd=ROOT
    )
    return [] if done.returncode == 0 else (done.stdout + done.stderr).splitlines()


def main() -> int:
    found = formatting() + translations.problems() + documentation.problems() + theme.problems()
    print("\n".join(found) or "templates, theme, translations and links are in order")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
