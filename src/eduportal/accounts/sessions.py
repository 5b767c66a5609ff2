"""When a cookie or token was made, as far as its maker says."""

from plone.session import tktauth
from Products.PluggableAuthService.interfaces.authservice import IPluggableAuthService

SESSION = "session"
TOKENS = "jwt_auth"
ALWAYS = float("inf")
"""For credentials that say nothing of their age and are checked anew each time."""


def issued(users: IPluggableAuthService, credentials: dict) -> float:
    """Seconds since 1970, of credentials that were found to be right."""
    if credentials.get("source") == "plone.session":
        return tktauth.splitTicket(credentials["cookie"])[4]
    if credentials.get("extractor") == TOKENS:
        plugin = users[TOKENS]
        # plone.restapi writes down when a token ends, not when it began
        ends = plugin._decode_token(credentials["token"]).get("exp")
        return 0 if ends is None else ends - plugin.token_timeout
    return ALWAYS
