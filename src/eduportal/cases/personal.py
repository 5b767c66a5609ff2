"""One case as its applicant may ask for it (Luật 91/2025/QH15, Điều 4: access to one's data)."""

from datetime import date
from eduportal.cases import codes
from eduportal.cases.index import state_of
from eduportal.content_types.case import Case
from zipfile import ZIP_DEFLATED
from zipfile import ZipFile
import dataclasses
import json


def export(case: Case, stream) -> None:
    """Write a ZIP: ``ho-so.json`` and the files. The officers' internal notes are not in it."""
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        archive.writestr("ho-so.json", json.dumps(data(case), ensure_ascii=False, indent=1))
        for file in case.files.values():
            archive.writestr(f"tep/{file.id}-{file.filename}", file.data)


def data(case: Case) -> dict:
    return {
        "number": case.number,
        "code": codes.shown(case.code),
        "service": case.service_title,
        "state": state_of(case),
        "opened": _plain(case.opened),
        "due": _plain(case.due),
        "closed": _plain(case.closed_on),
        "applicant": _as_dict(case.applicant),
        "answers": [_as_dict(entry) for entry in case.entries],
        "files": [
            {"id": one.id, "name": one.filename, "size": one.size, "added": _plain(one.added)}
            for one in case.files.values()
        ],
        "messages": [_as_dict(message) for message in case.messages],
        "reason": case.reason,
        "result": case.result_text,
        "trace": [_as_dict(trace) for trace in case.trace],
    }


def _as_dict(value) -> dict:
    return {field.name: _plain(getattr(value, field.name)) for field in dataclasses.fields(value)}


def _plain(value):
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    return value
