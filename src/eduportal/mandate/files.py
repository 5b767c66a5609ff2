"""All TOML files of the catalogues' folders, read, checked against each other, merged."""

from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from dataclasses import is_dataclass
from eduportal.mandate.deadlines import Deadline
from eduportal.mandate.editions import Conflict
from eduportal.mandate.editions import Edition
from eduportal.mandate.editions import Overlay
from eduportal.mandate.kinds import Kind
from eduportal.mandate.kinds import Tier
from eduportal.mandate.links import Link
from eduportal.mandate.links import Module
from eduportal.mandate.naming import DomainPattern
from eduportal.mandate.naming import Mailbox
from eduportal.mandate.naming import MailGroup
from eduportal.mandate.naming import RefusedHost
from eduportal.mandate.place import Place
from eduportal.mandate.reader import read
from eduportal.mandate.reader import schema
from eduportal.mandate.references import Refers
from eduportal.mandate.requirements import Annotation
from eduportal.mandate.requirements import Group
from eduportal.mandate.requirements import Requirement
from eduportal.mandate.sources import Source
from eduportal.mandate.tree import SectionEntry
from pathlib import Path
from typing import Annotated
from typing import Any
from typing import get_args
from typing import get_origin
import tomllib

TABLES: dict[str, type] = {
    "source": Source,
    "tier": Tier,
    "kind": Kind,
    "group": Group,
    "requirement": Requirement,
    "section": SectionEntry,
    "deadline": Deadline,
    "conflict": Conflict,
    "overlay": Overlay,
    "edition": Edition,
    "annotation": Annotation,
    "link": Link,
    "module": Module,
    "mail_group": MailGroup,
    "mailbox": Mailbox,
    "domain_pattern": DomainPattern,
    "refused_host": RefusedHost,
}
"""The tables a data file may hold; which file holds which is free."""

ID_KEY = {"kind": "code", "deadline": "section", "annotation": None}


@dataclass(slots=True)
class Tables:
    """Every entry by table and id, with the place it was read from."""

    entries: dict[str, dict[str, Any]] = field(
        default_factory=lambda: {name: {} for name in TABLES}
    )
    places: dict[tuple[str, str], Place] = field(default_factory=dict)

    def add(self, table: str, key: str, entry: Any, place: Place) -> None:
        """Keep the entry; an id that is taken is refused, both origins named."""
        if (table, key) in self.places:
            raise place.duplicate(table, self.places[table, key])
        self.entries[table][key] = entry
        self.places[table, key] = place


def read_folders(folders: Mapping[str, Path]) -> Tables:
    """Origin → folder, merged in that order; raises ``MandateError`` for anything amiss."""
    tables = Tables()
    for origin, folder in folders.items():
        for path in sorted(folder.rglob("*.toml")):
            _read_file(tables, path, Place(origin, path.relative_to(folder).as_posix()))
    for (table, key), place in tables.places.items():
        _check_references(tables, tables.entries[table][key], place)
    return tables


def _read_file(tables: Tables, path: Path, place: Place) -> None:
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise place.not_toml(str(error)) from None
    overlays = content.get("overlay", [])
    overlay = overlays[0].get("id", "") if overlays else ""
    for table, rows in content.items():
        if table not in TABLES:
            raise place.at(table).unknown(TABLES)
        if not isinstance(rows, list):
            raise place.at(table).wrong(rows, f"[[{table}]] entries", f"các mục [[{table}]]")
        for number, row in enumerate(rows, 1):
            _read_entry(tables, table, number, row, place, overlay)


def _read_entry(
    tables: Tables, table: str, number: int, row: dict, place: Place, overlay: str
) -> None:
    id_key = ID_KEY.get(table, "id")
    key = row.get(id_key) if id_key else f"{place.origin}:{place.file}:{number}"
    name = f"{table} “{key}”" if id_key and key else f"{table} no. {number}"
    here = Place(place.origin, place.file, name)
    computed = {}
    if table in ("requirement", "annotation"):
        computed["overlay"] = overlay
    if table != "annotation":
        computed["origin"] = place.origin
    tables.add(table, str(key), read(TABLES[table], row, here, **computed), here)


def _check_references(tables: Tables, entry: Any, place: Place) -> None:
    for key, (hint, _required) in schema(type(entry)).items():
        for refers, value, where in _references(hint, getattr(entry, key), place.at(key)):
            known = [name for table in refers.tables for name in tables.entries[table]]
            if value and value not in known:
                raise where.dangling(value, refers.tables, known)


def _references(hint: Any, value: Any, place: Place) -> Iterator[tuple[Refers, str, Place]]:
    """Each reference inside a value, however deep its type hides it."""
    if get_origin(hint) is Annotated:
        yield get_args(hint)[1], value, place
    elif isinstance(value, tuple):
        for number, item in enumerate(value, 1):
            yield from _references(_item(hint, tuple), item, place.at(str(number)))
    elif isinstance(value, Mapping) and len(get_args(hint)) == 2:
        for key, item in value.items():
            yield from _references(get_args(hint)[0], key, place)
            yield from _references(get_args(hint)[1], item, place.at(key))
    elif is_dataclass(value):
        for key, (inner, _required) in schema(type(value)).items():
            yield from _references(inner, getattr(value, key), place.at(key))


def _item(hint: Any, wanted: type) -> Any:
    """Item type of a tuple hint, also of ``tuple[…] | None``."""
    if get_origin(hint) is wanted:
        return get_args(hint)[0]
    return next((_item(arg, wanted) for arg in get_args(hint) if get_origin(arg) is wanted), Any)
