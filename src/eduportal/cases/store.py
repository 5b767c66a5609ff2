"""Where cases lie: in the database ``cases``, a store per portal, in the request's transaction.

A store is a tree of ZODB's own trees; the only classes of the kit in it are the cases and their
files. Nothing in it refers to the main database, nor the other way round.

* ``cases``: ``{number: Case}``
* ``rows``: ``{number: tuple}``, see ``index.Row``
* ``codes``: ``{code: (number, second factors)}``: looking one up wakes no case, right or wrong
* ``tokens``: ``{hash of a token: number}``
* ``services``: ``{UID: (title, officers, months of retention)}`` as last seen, for cases whose
  service was deleted
* ``places``: ``{UID: Length}``, cases that hold a place of the service's quota
* ``turns``: ``{UID: PersistentMapping}``, written by whoever takes a place that is counted
"""

from BTrees.Length import Length
from BTrees.LOBTree import LOBTree
from BTrees.OOBTree import OOBTree
from persistent.mapping import PersistentMapping

KEY = "eduportal.cases"
NAME = "cases"


def root_of(portal):
    """The root of the cases' database, in the portal's own transaction.

    It is the main database where none of that name is mounted.
    """
    from App.config import getConfiguration  # after Zope is configured

    connection = portal._p_jar
    mounts = getattr(getConfiguration(), "dbtab", None)
    if NAME not in connection.db().databases:
        if mounts is None or not mounts.hasDatabase(NAME):
            return connection.root()
        mounts.getDatabase(name=NAME)
    return connection.get_connection(NAME).root()


def read(portal):
    """The portal's store, or None while it has no case: looking writes nothing."""
    return root_of(portal).get(KEY, {}).get(portal.getId())


def write(portal):
    """The portal's store, made when the first case comes."""
    root = root_of(portal)
    if KEY not in root:
        root[KEY] = OOBTree()
    stores = root[KEY]
    if portal.getId() not in stores:
        stores[portal.getId()] = OOBTree(
            {
                "cases": LOBTree(),
                "rows": LOBTree(),
                "codes": OOBTree(),
                "tokens": OOBTree(),
                "services": OOBTree(),
                "places": OOBTree(),
                "turns": OOBTree(),
            }
        )
    return stores[portal.getId()]


def count(tree, key: str, by: int) -> None:
    """Add to a counter; two processes that add at once need not wait for each other."""
    if key not in tree:
        tree[key] = Length()
    tree[key].change(by)


def take_turn(portal, service_uid: str) -> int:
    """How many cases hold a place of the service; whoever asks is alone in asking.

    Of two transactions that ask at once the second meets a conflict and is tried again, with the
    first one's case counted. So a quota is exact in several processes.
    """
    store = write(portal)
    turns = store["turns"]
    if service_uid not in turns:
        turns[service_uid] = PersistentMapping(turn=0)
    turns[service_uid]["turn"] += 1
    return places_taken(portal, service_uid)


def places_taken(portal, service_uid: str) -> int:
    """How many cases of the service are neither waiting, refused nor withdrawn."""
    store = read(portal)
    if store is None or service_uid not in store["places"]:
        return 0
    return store["places"][service_uid]()


def forget(portal) -> None:
    """Take all cases of a portal away."""
    stores = root_of(portal).get(KEY, {})
    if portal.getId() in stores:
        del stores[portal.getId()]


def deleted(portal, event) -> None:
    """A portal was deleted: so are its cases."""
    forget(portal)
