"""What a citizen wants to know of a service before he begins, as rows of label and value."""

from eduportal import _
from eduportal.content_types.service import RESULT_WAYS
from eduportal.content_types.service import SCHEMES
from eduportal.content_types.service import Service
from eduportal.online_services.opening import opening
from eduportal.payments import paid_online
from plone import api
from zope.globalrequest import getRequest
from zope.i18n import translate
from zope.i18nmessageid import Message

NO_FEE = _("service_no_fee", default="None")


def facts(service: Service, language: str) -> list[dict[str, str]]:
    """Term, fee, level, result and opening; what is not known is left out."""
    rows = [
        (_("service_taken", default="Taken"), _taken(service)),
        (_("service_free_places", default="Places"), _places(service)),
        (_("Time limit"), _days(service)),
        (_("Fee"), _fee(service, language)),
        (_("service_how_far", default="Online"), _level(service, language)),
        (_("service_result", default="Result"), _result(service, language)),
        (_("Code of the service"), service.code or ""),
    ]
    return [
        {"label": label, "value": translate(value, target_language=language)}
        for label, value in rows
        if value
    ]


def level_of(service: Service) -> int:
    """Levels 1-4 of Circular 53/2012/TT-BGDĐT, Điều 2.7; of a link what its editor says.

    A form here is filled in and sent online (3); with no fee, or one that can be paid online, 4.
    """
    if service.kind == "link":
        return service.level or (4 if service.scheme == "full" else 3)
    return 4 if not service.fee or paid_online(api.portal.get(), getRequest()) else 3


def dong(amount: int) -> str:
    """``120.000 đồng``, as numbers are written in Viet Nam."""
    return f"{amount:,} đồng".replace(",", ".")


def _taken(service: Service) -> Message | str:
    """Of a link without dates nobody here knows."""
    known = service.kind == "form" or service.opens or service.closes
    return opening(service).sentence if known else ""


def _places(service: Service) -> Message | str:
    left = opening(service).left
    if left is None:
        return ""
    return _(
        "service_places",
        default="${left} of ${quota} are free",
        mapping={"left": left, "quota": service.quota},
    )


def _days(service: Service) -> Message | str:
    if service.days is None:
        return ""
    if service.days == 0:
        return _("On the same day")
    return _("service_days", default="${days} working days", mapping={"days": service.days})


def _fee(service: Service, language: str) -> Message | str:
    amount = dong(service.fee) if service.fee else translate(NO_FEE, target_language=language)
    note = service.words("fee_note", language)
    return f"{amount} ({note})" if note else amount


def _level(service: Service, language: str) -> str:
    scheme = translate(SCHEMES[service.scheme], target_language=language)
    level = level_of(service)
    return translate(
        _(
            "service_level",
            default="${scheme} (level ${level})",
            mapping={"scheme": scheme, "level": level},
        ),
        target_language=language,
    )


def _result(service: Service, language: str) -> str:
    if service.kind == "link":
        return ""
    ways = [RESULT_WAYS[way] for way in service.result_ways or () if way in RESULT_WAYS]
    return "; ".join(translate(way, target_language=language) for way in ways)
