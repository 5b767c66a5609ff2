"""The cookie of a device from which a case has been seen."""

from eduportal.cases import proof
from plone import api


def remember_device(request, case) -> None:
    """So that strangers' guesses do not lock this device out of its case."""
    request.response.setCookie(
        proof.COOKIE,
        proof.remember(request.cookies.get(proof.COOKIE), case.code),
        path=api.portal.get().absolute_url_path() or "/",
        max_age=proof.COOKIE_DAYS * 86400,
        http_only=True,
        same_site="Lax",
        secure=request.get("SERVER_URL", "").startswith("https:"),
    )
