"""The project's capabilities in a citizen's words."""

from eduportal import _

CAPABILITIES = {
    "cases": _("Online administrative services"),
    "disclosures": _("Public disclosure by school year"),
    "docs": _("The portal's manuals"),
    "documents": _("The register of official documents"),
    "editorial": _("The editorial process: draft, review, publication, withdrawal"),
    "evaluation": _("The self-evaluation of the portal"),
    "federation": _("Sharing between the portals of the sector"),
    "feedback": _("The feedback, question and contact forms"),
    "feeds": _("News by RSS, offered and taken in"),
    "home": _("The home page"),
    "house": _("The open-source software of the portal"),
    "instance": _("Hosting and operation"),
    "media": _("Pictures, sound and video"),
    "meetings": _("Online meetings and training"),
    "participation": _("Consultations, dialogues and polls"),
    "resources": _("The resource library"),
    "safety": _("Security and protection of personal data"),
    "search": _("The portal's search"),
    "sections": _("The portal's sections"),
    "sharing": _("Links to social networks under every item"),
    "themes": _("The portal's design"),
    "units": _("Names and addresses by the rules, when the portal is set up"),
    "vietnamese": _("Vietnamese text by the Unicode standard"),
    "visits": _("Visitor statistics"),
}


def words(capability: str) -> str:
    """An add-on's capability that is not listed here is called by its own name."""
    return CAPABILITIES.get(capability, capability)
