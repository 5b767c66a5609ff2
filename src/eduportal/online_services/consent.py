"""What whoever applies agrees to: Law 91/2025/QH15 on the protection of personal data."""

from eduportal import _
from eduportal.content_types.service import Service
from eduportal.units.settings import current_unit
from zope.i18n import translate

CONSENT = "consent"
"""The field of a form that has to be ticked."""


def consent_text(service: Service, language: str) -> str:
    """The service's own text; where it has none the usual one with its period."""
    own = service.words("consent", language)
    if own:
        return own
    unit = current_unit()
    name = (unit.name_en if language == "en" and unit.name_en else unit.name) if unit else ""
    usual = _(
        "service_consent",
        default=(
            "I agree that ${unit} uses what I state and send here only to handle this "
            "application, under the Law on Personal Data Protection No. 91/2025/QH15. Only the "
            "officers in charge read it; it is deleted ${months} months after the case is closed."
        ),
        mapping={"unit": name, "months": service.retention_months},
    )
    return translate(usual, target_language=language)
