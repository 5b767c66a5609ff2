"""Which folders make up the mandate: the project's own, and those that add-ons register."""

from eduportal.mandate.catalogue import Catalogue
from eduportal.mandate.errors import MandateError
from eduportal.mandate.files import Tables
from eduportal.mandate.files import read_folders
from eduportal.mandate.kinds import Kind
from eduportal.mandate.kinds import Tier
from functools import cache
from pathlib import Path

OWN = "eduportal"
_folders: dict[str, Path] = {OWN: Path(__file__).parent / "data"}


def register_catalogue(origin: str, directory: Path) -> None:
    """Add an add-on's folder of TOML files; a folder that does not fit is refused whole."""
    directory = Path(directory)
    known = _folders.get(origin)
    if known == directory:
        # ZCML is read again in every test layer; the same registration is no news.
        return
    if known is not None:
        raise MandateError(
            f"The catalogue name “{origin}” is taken by {known}; {directory} needs another name.",
            f"Tên danh mục “{origin}” đã dùng cho {known}; {directory} cần tên khác.",
        )
    if not directory.is_dir():
        raise MandateError(
            f"The catalogue “{origin}” names {directory}, which is not a folder.",
            f"Danh mục “{origin}” nêu {directory}, không phải thư mục.",
        )
    Catalogue(read_folders({**_folders, origin: directory}))
    _folders[origin] = directory
    _forget()


def unregister_catalogue(origin: str) -> None:
    """Take an add-on's catalogue out again; the project's own stays."""
    if origin != OWN and _folders.pop(origin, None):
        _forget()


def own_folder() -> Path:
    """Where the project's own TOML files are."""
    return _folders[OWN]


def origins() -> list[str]:
    """The names of all catalogues, the project's own first."""
    return list(_folders)


@cache
def _tables() -> Tables:
    return read_folders(_folders)


@cache
def catalogue(edition: str = "default") -> Catalogue:
    """The mandate in the reading of an edition, all registered catalogues included."""
    return Catalogue(_tables(), edition)


def kinds() -> dict[str, Kind]:
    """Kinds of unit by code: so, phong, commune, C0 … TK."""
    return catalogue().kinds()


def tiers() -> dict[str, Tier]:
    """Tiers by id: so, phong, commune, school, center."""
    return catalogue().tiers()


def _forget() -> None:
    _tables.cache_clear()
    catalogue.cache_clear()
