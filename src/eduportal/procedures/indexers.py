"""What the catalogue knows of a service, for lists that load none."""

from datetime import UTC
from datetime import datetime
from eduportal.content_types.service.rules import aware
from eduportal.content_types.service.service import IService
from plone.indexer import indexer
from typing import TypedDict


class ServiceFacts(TypedDict):
    """Column ``edu_service_facts``; moments are in UTC."""

    kind: str
    scheme: str
    level: int | None
    code: str
    url: str
    reason: str
    reason_en: str
    days: int | None
    fee: int
    opens: datetime | None
    closes: datetime | None
    quota: int | None
    waiting_list: bool


@indexer(IService)
def edu_service_facts(service: IService) -> ServiceFacts:
    return ServiceFacts(
        kind=service.kind,
        scheme=service.scheme,
        level=service.level,
        code=service.code or "",
        url=service.url or "",
        reason=service.reason or "",
        reason_en=service.reason_en or "",
        days=service.days,
        fee=service.fee or 0,
        opens=aware(service.opens).astimezone(UTC) if service.opens else None,
        closes=aware(service.closes).astimezone(UTC) if service.closes else None,
        quota=service.quota,
        waiting_list=bool(service.waiting_list),
    )


@indexer(IService)
def edu_procedure(service: IService) -> str:
    """The UID of the procedure that it carries out."""
    if not service.procedure:
        raise AttributeError("edu_procedure")
    return service.procedure
