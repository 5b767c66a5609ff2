"""The provider of a portal, kept at the doorkeeper; its secret sealed with the instance's key."""

from dataclasses import asdict
from dataclasses import dataclass
from eduportal.accounts.doorkeeper import doorkeeper
from eduportal.accounts.keys import seal
from eduportal.accounts.keys import unseal
from persistent.mapping import PersistentMapping

PURPOSE = "client secret of the sign-in provider"


@dataclass(frozen=True)
class Provider:
    """Where people sign in. ``secret`` may be empty (a public client: PKCE protects the code).

    ``make_accounts``: whoever the provider knows gets an account in ``group``; otherwise only
    people who have an account here come in.
    """

    title: str = ""
    issuer: str = ""
    client_id: str = ""
    secret: str = ""
    make_accounts: bool = False
    group: str = ""


def provider(portal) -> Provider | None:
    """The portal's provider, or None where signing in elsewhere is not offered."""
    keeper = doorkeeper(portal)
    stored = None if keeper is None else getattr(keeper, "provider", None)
    if not stored:
        return None
    sealed = stored["secret"]
    return Provider(**{**stored, "secret": (unseal(PURPOSE, sealed) or "") if sealed else ""})


def store(portal, chosen: Provider | None) -> None:
    """Set the provider, or switch signing in elsewhere off with None."""
    keeper = doorkeeper(portal)
    if chosen is None:
        keeper.provider = None
        return
    values = asdict(chosen)
    values["secret"] = seal(PURPOSE, chosen.secret) if chosen.secret else ""
    keeper.provider = PersistentMapping(values)


def title(portal) -> str:
    """What the button on the sign-in form says; ``""`` where there is none."""
    found = provider(portal)
    return "" if found is None else found.title
