"""Whether the database records a page was made of are still the newest.

As long as no transaction at all came to the main database, nothing is asked. Otherwise the few
records that the page names are looked at: their serials, not their contents, without the content
tree, its security or its skins.
"""

from transaction import TransactionManager
from ZEO.ClientStorage import ClientStorage
from ZODB.FileStorage import FileStorage
from ZODB.POSException import POSError

AT_HAND = (ClientStorage, FileStorage)
"""Storages that know their last transaction in memory and hear of others' at once."""


class Freshness:
    """Answers for one database (``ZODB.DB``)."""

    def __init__(self, database) -> None:
        self.database = database

    def state(self) -> bytes | None:
        """The last transaction this process knows of; None where asking would cost or be late."""
        storage = self.database.storage
        return storage.lastTransaction() if isinstance(storage, AT_HAND) else None

    def holds(self, sources: tuple[tuple[bytes, bytes], ...]) -> bool:
        """Whether every record still has the serial it had when the page was made."""
        manager = TransactionManager(explicit=True)
        connection = self.database.open(manager)
        try:
            manager.begin()
            return all(_serial(connection, oid) == serial for oid, serial in sources)
        finally:
            manager.abort()
            connection.close()


def _serial(connection, oid: bytes) -> bytes | None:
    try:
        record = connection.get(oid)
        record._p_activate()
    except (POSError, KeyError):
        # deleted, packed away meanwhile, or the storage server is down: Zope knows what to say
        return None
    return record._p_serial
