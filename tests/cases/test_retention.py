"""How long cases are kept, what is given to the applicant, what is deleted."""

from datetime import date
from datetime import timedelta
from eduportal import cases
from eduportal.cases import reminding
from eduportal.cases import store
from io import BytesIO
from plone import api
from tests.cases.conftest import open_case
from zipfile import ZipFile
from zope.event import subscribers
import json
import logging
import pytest


@pytest.fixture
def closed(service, officer):
    """A case refused on a given day."""

    def make(token, day):
        case, _new = open_case(service, token)
        cases.step(case, "refuse", actor=officer, message="Không đúng tuyến")
        case.closed_on = day
        cases.changed(case)
        return case

    return make


def test_closed_cases_are_deleted_when_their_months_are_over(portal, service, closed, caplog):
    caplog.set_level(logging.INFO, "eduportal")
    service.retention_months = 3
    old, new = closed("one", date(2026, 8, 31)), closed("two", date(2026, 9, 1))
    still_open, _new = open_case(service, "three")
    on = date(2026, 11, 30)
    told = []
    subscribers.append(told.append)
    try:
        planned = cases.purge(portal, dry_run=True, on=on)
        done = cases.purge(portal, on=on)
        again = cases.purge(portal, on=on)
    finally:
        subscribers.remove(told.append)
    assert planned == done
    assert done.as_dict() == {"cases": 1, "files": 1, "numbers": [old.number]}
    assert again.numbers == []
    assert [one.case.number for one in told if isinstance(one, cases.CasePurged)] == [old.number]
    kept = store.read(portal)
    left = {new.number, still_open.number}
    assert set(kept["cases"]) == set(kept["rows"]) == left
    assert {number for number, _factors in kept["codes"].values()} == left
    assert set(kept["tokens"].values()) == left
    assert cases.by_code(portal, old.code) is None
    logged = "\n".join(record.getMessage() for record in caplog.records)
    assert f"purged case {old.number}" in logged
    assert (old.code in logged, "Đào" in logged) == (False, False)


def test_an_applicant_gets_all_of_his_data_and_none_of_the_officers_notes(service, officer):
    case, _new = open_case(service)
    cases.note(case, "Ghi chú nội bộ", officer)
    cases.say(case, "Xin hỏi bao giờ có kết quả")
    stream = BytesIO()
    cases.export(case, stream)
    with ZipFile(stream) as archive:
        told = json.loads(archive.read("ho-so.json"))
        assert archive.namelist() == ["ho-so.json", "tep/001-khai-sinh-be-mau.pdf"]
        assert archive.read("tep/001-khai-sinh-be-mau.pdf") == b"%PDF-1.7 a scan"
    assert told["applicant"] == {
        "name": "Nguyễn Thị Đào",
        "phone": "0912 345 678",
        "email": "dao.nguyen@example.org",
        "birth_date": "2019-05-31",
    }
    assert [one["text"] for one in told["messages"]] == ["Xin hỏi bao giờ có kết quả"]
    assert "Ghi chú nội bộ" not in json.dumps(told, ensure_ascii=False)


def test_a_case_is_erased_when_its_applicant_asks(portal, service):
    case, _new = open_case(service)
    assert cases.erase(portal, case.number)
    assert not cases.erase(portal, case.number)
    assert list(cases.rows(portal)) == []
    assert cases.places_taken(portal, service.UID()) == 0


def test_uninstalling_keeps_the_cases_and_leaves_nothing_broken(portal, service):
    case, _new = open_case(service)
    with api.env.adopt_roles(["Manager"]):
        tool = api.portal.get_tool("portal_setup")
        tool.runAllImportStepsFromProfile("profile-eduportal:uninstall")
    (row,) = cases.rows(portal)
    assert (row.number, row.state) == (case.number, "received")


def test_officers_are_told_each_morning_what_waits(portal, service, officer, monkeypatch):
    told = []
    monkeypatch.setattr(reminding, "tell_officer", lambda *told_: told.append(told_) or True)
    late, _new = open_case(service, "one")
    late.due = cases.today() - timedelta(days=1)
    cases.changed(late)
    other, _new = open_case(service, "two")
    cases.assign(other, "somebody-who-left", officer)
    assert cases.remind(portal) == 1
    ((user_id, text),) = told
    assert (user_id, dict(text.mapping)) == (
        officer,
        {"new": "2", "changed": "0", "soon": "0", "overdue": "1"},
    )
