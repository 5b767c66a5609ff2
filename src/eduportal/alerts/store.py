"""The saved searches of one portal: an annotation of its own, of plain trees and mappings.

Addresses are personal data (Law 91/2025/QH15): they stand here and nowhere else, no view shows
them, and they go with the last search that was saved for them. Of a confirmation's key only the
hash is kept; the key that stops a search is computed, because each mail has to repeat it.
"""

from BTrees.LOBTree import LOBTree
from BTrees.OOBTree import OOBTree
from collections.abc import Mapping
from datetime import date
from datetime import datetime
from datetime import timedelta
from eduportal.mail.text import is_address
from persistent.mapping import PersistentMapping
from zope.annotation.interfaces import IAnnotations
import hashlib
import hmac
import secrets

KEY = "eduportal.alerts"
MOST_PER_ADDRESS = 5
MOST = 5000
MOST_PENDING = 500
CONFIRMED_WITHIN = timedelta(days=3)
DOTS_MEAN_NOTHING = ("gmail.com", "googlemail.com")


def trees(portal, create: bool = False) -> Mapping:
    """``subscriptions``, ``pending`` (id to the time it was asked for), ``addresses`` (canonical
    address to the ids and the day of the last confirmation), ``published`` and ``secret``."""
    annotations = IAnnotations(portal)
    if KEY in annotations:
        return annotations[KEY]
    made = OOBTree()
    made["subscriptions"] = OOBTree()
    made["pending"] = OOBTree()
    made["addresses"] = OOBTree()
    made["published"] = LOBTree()
    made["secret"] = secrets.token_hex(32)
    if create:
        annotations[KEY] = made
    return made


def forget(portal) -> None:
    """Everything goes: nobody could stop what an uninstalled portal keeps."""
    IAnnotations(portal).pop(KEY, None)


def canonical(address: str) -> str:
    """One mailbox under its spellings: capitals, what stands after a plus, dots at Gmail."""
    name, _at, domain = address.strip().lower().partition("@")
    name = name.partition("+")[0]
    if domain in DOTS_MEAN_NOTHING:
        name, domain = name.replace(".", ""), DOTS_MEAN_NOTHING[0]
    return f"{name}@{domain}"


def ask(
    portal,
    address: str,
    parameters: Mapping[str, str],
    place: str,
    language: str,
    now: datetime,
    today: date,
) -> str | None:
    """Keep an unconfirmed search; the key for its confirmation.

    None where nothing may be sent: one confirmation per address and day, five searches per
    address, and no more of them in a portal than it can serve. The caller tells nobody which.
    """
    purge(portal, now)
    kept = trees(portal, create=True)
    owner = canonical(address)
    ids, mailed = kept["addresses"].get(owner, ((), None))
    full = len(kept["pending"]) >= MOST_PENDING or len(kept["subscriptions"]) >= MOST
    if not is_address(address) or mailed == today or full:
        return None
    asked = (dict(parameters), place, language)
    for one in ids:
        subscription = kept["subscriptions"][one]
        if (subscription["parameters"], subscription["place"], subscription["language"]) == asked:
            if subscription["confirmed"] is not None:
                return None
            drop(portal, one)
    ids = kept["addresses"].get(owner, ((), None))[0]
    if len(ids) >= MOST_PER_ADDRESS:
        return None
    new, key = secrets.token_urlsafe(12), secrets.token_urlsafe(24)
    kept["subscriptions"][new] = PersistentMapping(
        address=address.strip(),
        parameters=asked[0],
        place=place,
        language=language,
        asked=now,
        key=_hash(key),
        confirmed=None,
        mark=0,
        sent_on=None,
        base="",
    )
    kept["pending"][new] = now
    kept["addresses"][owner] = ((*ids, new), today)
    return f"{new}.{key}"


def waiting(portal, key: str, now: datetime) -> tuple[str, PersistentMapping] | None:
    """The search that a confirmation's key belongs to, confirmed before or not; None otherwise."""
    new, _dot, secret = key.partition(".")
    found = trees(portal)["subscriptions"].get(new)
    if found is None or not hmac.compare_digest(found["key"], _hash(secret)):
        return None
    if found["confirmed"] is None and now - found["asked"] > CONFIRMED_WITHIN:
        return None
    return new, found


def confirm(portal, key: str, base: str, mark: int, now: datetime) -> bool:
    """Start a search; ``base`` is where the links of its mails lead, ``mark`` what is old by now.

    Confirmed a second time it stays as it is.
    """
    found = waiting(portal, key, now)
    if found is None:
        return False
    new, subscription = found
    if subscription["confirmed"] is None:
        subscription.update(confirmed=now, base=base, mark=mark)
        trees(portal)["pending"].pop(new, None)
    return True


def stop_key(portal, one: str) -> str:
    """The key that stops a search and leads to its results."""
    secret = trees(portal)["secret"].encode()
    return f"{one}.{hmac.new(secret, one.encode(), hashlib.sha256).hexdigest()[:40]}"


def of_stop_key(portal, key: str) -> tuple[str, PersistentMapping] | None:
    """The search that a stopping key belongs to; None where there is none, or no more."""
    one = key.partition(".")[0]
    found = trees(portal)["subscriptions"].get(one)
    if found is None or not hmac.compare_digest(stop_key(portal, one).encode(), key.encode()):
        return None
    return one, found


def drop(portal, one: str) -> None:
    """Forget a search, and its address with the last one."""
    kept = trees(portal)
    subscription = kept["subscriptions"].pop(one, None)
    kept["pending"].pop(one, None)
    if subscription is None:
        return
    owner = canonical(subscription["address"])
    ids, mailed = kept["addresses"].get(owner, ((), None))
    left = tuple(other for other in ids if other != one)
    if left:
        kept["addresses"][owner] = (left, mailed)
    else:
        kept["addresses"].pop(owner, None)


def forget_address(portal, address: str) -> int:
    """Forget all searches of an address; how many there were."""
    ids = trees(portal)["addresses"].get(canonical(address), ((), None))[0]
    for one in ids:
        drop(portal, one)
    return len(ids)


def purge(portal, now: datetime) -> int:
    """Forget what nobody confirmed within three days; how many that were."""
    pending = trees(portal)["pending"]
    late = [one for one, asked in pending.items() if now - asked > CONFIRMED_WITHIN]
    for one in late:
        drop(portal, one)
    return len(late)


def confirmed(portal) -> int:
    """How many searches are sent."""
    kept = trees(portal)
    return len(kept["subscriptions"]) - len(kept["pending"])


def _hash(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()
