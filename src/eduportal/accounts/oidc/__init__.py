"""Signing in at another place, such as a province's own accounts (OpenID Connect Core 1.0)."""

from eduportal.accounts.oidc.settings import title

__all__ = ["title"]
