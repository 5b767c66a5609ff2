"""A procedure in the words of schema.org: a government service with its channels."""

from eduportal.content_types.procedure.settings import title_of
from eduportal.procedures.page import ProcedurePage
from eduportal.units.settings import current_unit


def procedure(content, request) -> dict:
    """The handler is a person and stays out of what machines gather."""
    view, unit = ProcedurePage(content, request), current_unit()
    name = content.agency or (unit.name if unit is not None else "")
    return {
        "@type": "GovernmentService",
        "description": content.description,
        "identifier": content.code,
        "serviceType": title_of("areas", content.area, "vi"),
        "serviceOperator": {"@type": "GovernmentOrganization", "name": name} if name else None,
        "audience": [
            {"@type": "Audience", "audienceType": title_of("audiences", one, "vi")}
            for one in content.audiences or ()
        ],
        "availableChannel": [
            {"@type": "ServiceChannel", "serviceUrl": one["url"]}
            for one in view.services()
            if one["opening"] == "open"
        ],
        "isRelatedTo": content.source_url,
    }
