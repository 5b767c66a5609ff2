"""What the catalogue knows of a service beside its lists' facts."""

from eduportal.content_types.service.service import IService
from plone.indexer import indexer


@indexer(IService)
def edu_title_en(service: IService) -> str:
    return service.title_en or ""


@indexer(IService)
def SearchableText(service: IService) -> str:
    """Both languages find the one record."""
    parts = [service.id, service.title, service.code]
    for name in ("title", "description", "applicants", "intro"):
        parts += [getattr(service, name), getattr(service, f"{name}_en")]
    parts += [*(service.prepare or ()), *(service.prepare_en or ())]
    return " ".join(part for part in parts if part)
