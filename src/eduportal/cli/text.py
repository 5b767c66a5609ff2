"""``eduportal text``: words in the encodings from before Unicode, in files and in portals."""

from pathlib import Path
from typing import Annotated
import json
import sys
import typer

app = typer.Typer(no_args_is_help=True)

# Objects between two commits: few enough that an editor who saves meanwhile costs little again.
BATCH = 50
LONGEST_SHOWN = 60
# How files of that time come: read as UTF-8 if they are, else as Windows shows them.
OLD_BYTES = "cp1252"


@app.callback()
def text() -> None:
    """Bảng mã cũ TCVN3 (ABC), VNI, VPS / Text from before Unicode."""


@app.command()
def convert(
    files: Annotated[
        list[Path] | None,
        typer.Argument(help="Tệp văn bản; trống là đầu vào chuẩn / Text files; standard input."),
    ] = None,
    unit: Annotated[
        list[str] | None,
        typer.Option("--unit", help="Mã đơn vị: nội dung của cổng / A portal's content."),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Chỉ xem, không đổi / Show, change nothing.")
    ] = False,
    as_json: Annotated[
        bool, typer.Option("--json", help="Kết quả cho máy đọc / Machine-readable.")
    ] = False,
) -> None:
    """Chuyển TCVN3 (ABC), VNI, VPS sang Unicode / Convert old encodings to Unicode.

    Files and standard input are printed converted; they stay as they are. A portal's content is
    changed, with --dry-run only shown.
    """
    if unit and files:
        raise typer.BadParameter("FILES or --unit, not both / Chọn tệp hoặc --unit")
    if unit:
        _convert_portals(unit, dry_run, as_json)
        return
    for path in files or [None]:
        try:
            content = sys.stdin.buffer.read() if path is None else path.read_bytes()
        except OSError as error:
            typer.echo(f"{path}: {error.strerror}", err=True)
            raise typer.Exit(1) from None
        _print_converted(content, path)


def _print_converted(content: bytes, path: Path | None) -> None:
    from eduportal.vietnamese import legacy
    from eduportal.vietnamese import nfc

    converted, found = legacy.to_unicode(_decoded(content))
    typer.echo(nfc(converted), nl=False)
    names = ", ".join(legacy.NAMES[name] for name in found) or "Unicode"
    typer.echo(f"{path or '-'}: {names}", err=True)


def _decoded(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        # Five bytes have no sign in Windows-1252; VPS uses them, as control characters.
        signs = (bytes([byte]).decode(OLD_BYTES, "ignore") or chr(byte) for byte in content)
        return "".join(signs)


def _convert_portals(units: list[str], dry_run: bool, as_json: bool) -> None:
    # Zope takes seconds to load and --help should not wait
    from eduportal.cli.zope import portals

    found = []
    with portals(units) as opened:
        for portal in opened:
            found += convert_portal(portal, dry_run)
    if as_json:
        typer.echo(json.dumps(found, ensure_ascii=False, indent=1))
        return
    for one in found:
        typer.echo(f"{one['path']}  {one['field']}  {one['encoding']}")
        typer.echo(f"  - {one['before'][:LONGEST_SHOWN]}")
        typer.echo(f"  + {one['after'][:LONGEST_SHOWN]}")
    of = len({one["path"] for one in found})
    done = "would be converted / sẽ chuyển" if dry_run else "converted / đã chuyển"
    typer.echo(f"{len(found)} passages in {of} objects {done}")


def convert_portal(portal, dry_run: bool) -> list[dict[str, str]]:
    """What was found in a portal; each batch of objects is stored by itself."""
    from eduportal.cli.zope import committed

    place = "/".join(portal.getPhysicalPath())
    brains = portal.portal_catalog.unrestrictedSearchResults(path=place)
    paths = sorted(brain.getPath() for brain in brains)
    found = []
    for start in range(0, len(paths), BATCH):
        some = paths[start : start + BATCH]
        if dry_run:
            found += _of(portal, some, False)
            portal._p_jar.cacheGC()
        else:
            found += committed(lambda some=some: _of(portal, some, True))
    return found


def _of(portal, paths: list[str], change: bool) -> list[dict[str, str]]:
    from eduportal import clean_text
    from plone.dexterity.interfaces import IDexterityContent
    from zope.i18n import translate

    found = []
    for path in paths:
        content = portal.unrestrictedTraverse(path, None)
        if not IDexterityContent.providedBy(content):
            continue
        passages = clean_text.convert(content) if change else clean_text.passages(content)
        for passage in passages:
            found.append(
                {
                    "path": path,
                    "field": translate(passage.field, target_language="vi"),
                    "encoding": passage.encoding,
                    "before": passage.before,
                    "after": passage.after,
                }
            )
    return found
