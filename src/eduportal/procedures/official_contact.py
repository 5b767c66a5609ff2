"""The handler's mailbox is an official one: TT 53/2012 Điều 4.7 refuses free mail, as of units."""

from eduportal.units.hosts import refusal


def refused_mail(address: str | None, language: str) -> str:
    """Why a mailbox may not be published; ``""`` for an official one or none."""
    refused = refusal((address or "").rpartition("@")[2], "mail") if address else None
    if refused is None:
        return ""
    return refused.reason_en if language == "en" else refused.reason_vi
