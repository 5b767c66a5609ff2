"""A case is opened, once for each page, in its own database's store."""

from datetime import UTC
from datetime import date
from datetime import datetime
from eduportal import cases
from eduportal.cases import store
from plone import api
from tests.cases.conftest import APPLICANT
from tests.cases.conftest import new_service
from tests.cases.conftest import open_case


def test_an_application_opens_a_case_once(portal, service):
    case, new = open_case(service)
    again, new_again = open_case(service)
    assert (new, new_again) == (True, False)
    assert again.number == case.number
    assert cases.received_before(service, "a-page-that-was-shown").number == case.number
    assert cases.received_before(service, "another page") is None
    (row,) = cases.rows(portal)
    assert row == cases.row_of(case)
    assert row._replace(number=0, code="", opened=None, changed=None, due=None) == cases.Row(
        number=0,
        code="",
        state="received",
        service_uid=service.UID(),
        opened=None,
        due=None,
        assignee="",
        waiting=False,
        name="Nguyễn Thị Đào",
        words="nguyen thi dao | tran be mau",
        closed_on=None,
        payment_state="",
        rating=None,
        paused=False,
        language="vi",
        changed=None,
    )
    assert case.applicant == APPLICANT
    assert case.answer("address") == "12 ngõ Hoa Giấy"
    assert [(file.filename, file.data) for file in case.files.values()] == [
        ("khai-sinh-be-mau.pdf", b"%PDF-1.7 a scan")
    ]
    assert [(one.by, one.step) for one in case.trace] == [("", "receive")]
    assert repr(case) == f"<Case {case.number}>"


def test_the_same_token_for_another_service_is_another_case(service):
    first, _new = open_case(service)
    second, new = open_case(new_service("cap-ban-sao", "Cấp bản sao"))
    assert (new, second.number != first.number) == (True, True)


def test_a_case_is_in_no_catalogue_and_nothing_of_the_main_database_is_changed(portal, service):
    catalog = api.portal.get_tool("portal_catalog")
    before = (catalog.getCounter(), len(catalog))
    open_case(service)
    assert (catalog.getCounter(), len(catalog)) == before
    assert len(catalog.unrestrictedSearchResults(portal_type="Case")) == 0


def test_the_term_counts_working_days(service):
    case, _new = open_case(service)
    assert case.due > case.opened.astimezone(UTC).date()
    assert case.due.weekday() < 5
    assert isinstance(case.opened, datetime) and case.opened.tzinfo is UTC
    assert isinstance(case.due, date)


def test_places_are_counted_until_a_case_is_refused_or_waits(portal, service, officer):
    uid = service.UID()
    assert cases.places_taken(portal, uid) == 0
    first, _new = open_case(service, "one")
    open_case(service, "two", waiting=True)
    assert cases.take_turn(portal, uid) == 1
    third, _new = open_case(service, "three")
    assert cases.places_taken(portal, uid) == 2
    cases.step(first, "refuse", actor=officer, message="Hồ sơ không đúng đối tượng")
    cases.step(third, "withdraw", actor="", as_applicant=True)
    assert cases.places_taken(portal, uid) == 0
    waiting = next(row for row in cases.rows(portal, waiting=True))
    cases.admit(cases.by_number(portal, waiting.number), officer)
    assert cases.places_taken(portal, uid) == 1


def test_a_deleted_portals_cases_are_gone(portal, service):
    open_case(service)
    cases.forget(portal)
    assert list(cases.rows(portal)) == []
    assert store.read(portal) is None
