"""What is said between the portal and the provider: discovery, the code's exchange, the ID token.

Authorization code flow with PKCE (RFC 7636), state and nonce. Signatures and claims are checked by
joserfc; nothing of a token is believed before.
"""

from base64 import urlsafe_b64encode
from dataclasses import dataclass
from eduportal.accounts.oidc.settings import Provider
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet
from urllib.parse import urlencode
from urllib.parse import urlsplit
import hashlib
import requests
import time

TIMEOUT = 10
LARGEST = 1_000_000
LEEWAY = 60
ALGORITHMS = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "EdDSA"]
"""Signatures with a key pair. ``none`` and shared secrets are not taken."""
LOOPBACK = ("localhost", "127.0.0.1", "::1")


class OidcError(Exception):
    """The provider's answer cannot be used; the text is for the log."""


@dataclass(frozen=True)
class Claims:
    """What the provider says of somebody; ``email`` only where it says that it verified it."""

    issuer: str
    subject: str
    email: str = ""
    fullname: str = ""
    username: str = ""


def discover(issuer: str) -> dict:
    """The provider's own description of itself (OpenID Connect Discovery 1.0, 4)."""
    found = _json(requests.get, f"{issuer.rstrip('/')}/.well-known/openid-configuration")
    if found.get("issuer") != issuer:
        raise OidcError(f"the provider calls itself {found.get('issuer')!r}, not {issuer!r}")
    for name in ("authorization_endpoint", "token_endpoint", "jwks_uri"):
        if not is_safe(str(found.get(name, ""))):
            raise OidcError(f"{name} is {found.get(name)!r}; https:// is needed")
    return found


def is_safe(address: str) -> bool:
    """Whether what goes to ``address`` is encrypted, or stays on this machine."""
    parts = urlsplit(address)
    return bool(parts.hostname) and (
        parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in LOOPBACK)
    )


def authorization_url(
    provider: Provider, described: dict, callback: str, state: str, nonce: str, verifier: str
) -> str:
    """Where the browser is sent to sign in."""
    digest = hashlib.sha256(verifier.encode()).digest()
    query = {
        "response_type": "code",
        "client_id": provider.client_id,
        "redirect_uri": callback,
        "scope": "openid profile email",
        "state": state,
        "nonce": nonce,
        "code_challenge": urlsafe_b64encode(digest).rstrip(b"=").decode(),
        "code_challenge_method": "S256",
    }
    address = described["authorization_endpoint"]
    return f"{address}{'&' if '?' in address else '?'}{urlencode(query)}"


def claims(
    provider: Provider, described: dict, callback: str, code: str, nonce: str, verifier: str
) -> Claims:
    """Exchange the code and read who signed in; raises ``OidcError``."""
    data = {
        "grant_type": "authorization_code",
        "code": code,
        "redirect_uri": callback,
        "client_id": provider.client_id,
        "code_verifier": verifier,
    }
    ways = described.get("token_endpoint_auth_methods_supported", ["client_secret_basic"])
    auth = None
    if provider.secret and "client_secret_basic" in ways:
        auth = (provider.client_id, provider.secret)
    elif provider.secret:
        data["client_secret"] = provider.secret
    answer = _json(requests.post, described["token_endpoint"], data=data, auth=auth)
    said = _checked(provider, described, str(answer.get("id_token", "")), nonce)
    told = dict(said)
    if "email" not in told and answer.get("access_token"):
        told |= _userinfo(described, str(answer["access_token"]), said["sub"])
    verified = told.get("email_verified") in (True, "true")
    return Claims(
        issuer=provider.issuer,
        subject=str(said["sub"]),
        email=str(told.get("email", "")) if verified else "",
        fullname=str(told.get("name", "")),
        username=str(told.get("preferred_username", "")),
    )


def _checked(provider: Provider, described: dict, token: str, nonce: str) -> dict:
    """The claims of an ID token that this provider signed for us (Core 1.0, 3.1.3.7)."""
    try:
        keys = KeySet.import_key_set(_json(requests.get, described["jwks_uri"]))
        said = jwt.decode(token, keys, algorithms=ALGORITHMS).claims
        rules = jwt.JWTClaimsRegistry(
            leeway=LEEWAY,
            iss={"essential": True, "value": provider.issuer},
            sub={"essential": True},
            aud={"essential": True, "value": provider.client_id},
            exp={"essential": True},
            iat={"essential": True},
            nonce={"essential": True, "value": nonce},
        )
        rules.validate(said)
    except (JoseError, ValueError, KeyError, TypeError) as error:
        raise OidcError(f"the ID token is not good: {error}") from error
    audience = said["aud"]
    if isinstance(audience, list) and len(audience) > 1 and said.get("azp") != provider.client_id:
        raise OidcError("the ID token was made for somebody else")
    if said["iat"] < time.time() - 3600:
        raise OidcError("the ID token is old")
    return said


def _userinfo(described: dict, access_token: str, subject: str) -> dict:
    address = str(described.get("userinfo_endpoint", ""))
    if not is_safe(address):
        return {}
    found = _json(requests.get, address, headers={"Authorization": f"Bearer {access_token}"})
    # Core 1.0, 5.3.2: an answer about somebody else must not be used
    return found if found.get("sub") == subject else {}


def _json(ask, address: str, **more) -> dict:
    try:
        if not is_safe(address):
            raise OidcError(f"{address!r} is not encrypted")
        headers = {"Accept": "application/json", **more.pop("headers", {})}
        answer = ask(
            address, timeout=TIMEOUT, allow_redirects=False, headers=headers, stream=True, **more
        )
        body = answer.raw.read(LARGEST + 1, decode_content=True)
        if answer.status_code != 200 or len(body) > LARGEST:
            raise OidcError(f"{address} answered {answer.status_code}")
        found = requests.compat.json.loads(body)
    except (requests.RequestException, ValueError, OSError) as error:
        raise OidcError(f"{address}: {error}") from error
    if not isinstance(found, dict):
        raise OidcError(f"{address} answered no object")
    return found
