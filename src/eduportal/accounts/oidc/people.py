"""Whose account it is that somebody signed in to at the provider."""

from eduportal.accounts.doorkeeper import doorkeeper
from eduportal.accounts.making import free_login
from eduportal.accounts.oidc.client import Claims
from eduportal.accounts.oidc.settings import Provider
from eduportal.audit import record
from eduportal.mail.text import is_address
from plone import api
import secrets


def account_of(portal, provider: Provider, claims: Claims) -> str | None:
    """The user id; None where nobody here is meant and no account is to be made.

    A provider's subject, once seen, stays with its account. The first time somebody is found by
    the address that the provider verified, if exactly one account has it and belongs to this
    portal.
    """
    keeper = doorkeeper(portal)
    key = f"{claims.issuer} {claims.subject}"
    linked = keeper.subjects.get(key)
    if linked is not None and api.user.get(userid=linked) is not None:
        return linked
    found = by_address(portal, claims.email) if claims.email else []
    if len(found) == 1:
        user_id = found[0]
    elif not found and provider.make_accounts and is_address(claims.email):
        user_id = _make(provider, claims)
    else:
        return None
    keeper.subjects[key] = user_id
    record("account.linked", where=user_id, after=claims.issuer, who=user_id)
    return user_id


def by_address(portal, email: str) -> list[str]:
    """Ids of the accounts with this e-mail address, capitals aside."""
    wanted = email.casefold()
    members = portal.portal_membership.listMembers()
    return [m.getId() for m in members if (m.getProperty("email") or "").casefold() == wanted]


def _make(provider: Provider, claims: Claims) -> str:
    with api.env.adopt_roles(["Manager"]):
        login = free_login(claims.username or claims.email.partition("@")[0])
        api.user.create(
            username=login,
            email=claims.email,
            password=secrets.token_urlsafe(24),
            properties={"fullname": claims.fullname or login},
        )
        if provider.group:
            api.group.add_user(groupname=provider.group, username=login)
    record("account.made", where=login, after={"provider": claims.issuer}, who=login)
    return login
