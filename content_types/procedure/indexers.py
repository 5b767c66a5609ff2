"""What the catalogue knows of a procedure: enough for lists, so that none loads a record."""

from eduportal.content_types.procedure.papers import papers
from eduportal.content_types.procedure.procedure import IProcedure
from eduportal.content_types.procedure.settings import title_of
from plone.indexer import indexer
from typing import TypedDict


class Facts(TypedDict):
    """Column ``edu_procedure_facts``; ``missing`` are the parts that level 1 still lacks."""

    code: str
    days: int | None
    time_note: str
    fee: int | None
    fee_note: str
    forms: tuple[str, ...]
    missing: tuple[str, ...]


def missing_information(procedure: IProcedure) -> tuple[str, ...]:
    """What TT 53/2012 Điều 2.7.a and 14.3.b want told and the record does not tell, in order."""
    told = {
        "steps": procedure.steps,
        "dossier": procedure.dossier,
        "time": procedure.days is not None or procedure.time_note,
        "fee": procedure.fee is not None,
        "place": procedure.place,
        "handler": procedure.handler_name,
        "handler_contact": procedure.handler_phone or procedure.handler_email,
    }
    return tuple(name for name, value in told.items() if not value)


@indexer(IProcedure)
def edu_procedure_facts(procedure: IProcedure) -> Facts:
    return Facts(
        code=procedure.code or "",
        days=procedure.days,
        time_note=procedure.time_note or "",
        fee=procedure.fee,
        fee_note=procedure.fee_note or "",
        forms=tuple(procedure.forms or ()),
        missing=missing_information(procedure),
    )


@indexer(IProcedure)
def edu_area(procedure: IProcedure) -> str:
    return procedure.area or ""


@indexer(IProcedure)
def edu_authority(procedure: IProcedure) -> str:
    return procedure.authority or ""


@indexer(IProcedure)
def edu_audiences(procedure: IProcedure) -> tuple[str, ...]:
    return tuple(procedure.audiences or ())


@indexer(IProcedure)
def edu_title_en(procedure: IProcedure) -> str:
    return procedure.title_en or ""


@indexer(IProcedure)
def SearchableText(procedure: IProcedure) -> str:
    """What people ask for; whom they may ask is on the page and found by nobody's name."""
    words = [
        procedure.title,
        procedure.title_en,
        procedure.code,
        procedure.description,
        procedure.area,
        title_of("areas", procedure.area, "en"),
        procedure.agency,
        *(title_of("audiences", one, "vi") for one in procedure.audiences or ()),
        *(paper.name for paper in papers(procedure.dossier)),
        procedure.result,
        *(procedure.other_forms or ()),
        procedure.conditions,
    ]
    return " ".join(word for word in words if word)
