"""The share of documents made known by mail counts what is public now: Điều 21.2.b."""

from datetime import date
from eduportal import circulation
from eduportal.circulation import Share
from plone import api
import pytest
import requests
import transaction


@pytest.fixture
def filed(office, queue):
    """Three documents of 2026, two of them sent; one of 2015; one without a date; a draft."""
    for number, groups in (("1/QĐ", ["thpt"]), ("2/QĐ", ["tieu-hoc", "thcs"]), ("3/QĐ", [])):
        document = office.file(number=number, issued_on=date(2026, 3, 2))
        office.choose(document, *groups)
        office.move(document, "publish")
    office.file(number="4/QĐ", issued_on=date(2015, 1, 31), published=True)
    office.file(number="", issued_on=None, published=True)
    draft = office.file(number="5/QĐ", issued_on=date(2026, 3, 2))
    office.choose(draft, "thpt")
    return office


def test_each_year_of_issue_has_its_figures(filed):
    assert circulation.shares(filed.portal) == [
        Share(2026, 3, 2),
        Share(2015, 1, 0),
        Share(0, 1, 0),
    ]
    assert circulation.share(filed.portal, 2026).percent == 66.7
    assert circulation.share(filed.portal, 1999) == Share(1999, 0, 0)


def by_number(office, number):
    brains = office.portal.portal_catalog.unrestrictedSearchResults(portal_type="OfficialDocument")
    return next(brain for brain in brains if brain.edu_number == number)._unrestrictedGetObject()


def test_a_withdrawn_document_leaves_both_figures_and_comes_back_as_sent(filed):
    document = by_number(filed, "1/QĐ")
    filed.move(document, "withdraw")
    withdrawn = circulation.share(filed.portal, 2026)
    filed.move(document, "retract")
    filed.move(document, "publish")
    assert (withdrawn, circulation.share(filed.portal, 2026)) == (
        Share(2026, 2, 1),
        Share(2026, 3, 2),
    )


def test_a_deleted_document_is_forgotten(filed):
    with api.env.adopt_roles(["Manager"]):
        api.content.delete(by_number(filed, "2/QĐ"))
    transaction.commit()
    assert circulation.share(filed.portal, 2026) == Share(2026, 2, 1)


def test_editors_read_the_table_and_download_it(filed):
    page = filed.manager.get(f"{filed.url}/vi/@@circulation")
    table = filed.manager.get(f"{filed.url}/vi/@@circulation.csv")
    assert (page.status_code, "66,7" in page.text) == (200, True)
    assert table.content.decode("utf-8-sig").splitlines() == [
        "Năm,Đã đăng,Đã thông báo qua thư,Tỷ lệ %",
        '2026,3,2,"66,7"',
        '2015,1,0,"0,0"',
        'Không rõ ngày ban hành,1,0,"0,0"',
    ]
    assert table.headers["Cache-Control"] == "private, no-store"


def test_who_reads_the_table(filed):
    with api.env.adopt_roles(["Manager"]):
        for name, group in (("author", "contributors"), ("editor", "editors")):
            api.user.create(username=name, email=f"{name}@mau.vn", password="mat-khau-dai-lam")
            api.group.add_user(groupname=group, username=name)
    transaction.commit()
    people = {"author": ("author", "mat-khau-dai-lam"), "editor": ("editor", "mat-khau-dai-lam")}
    seen = {
        (name, view): requests.get(
            f"{filed.url}/vi/{view}", auth=people.get(name), allow_redirects=False
        ).status_code
        == 200
        for name in ("visitor", "author", "editor")
        for view in ("@@circulation", "@@circulation.csv")
    }
    assert seen == {
        (name, view): name == "editor"
        for name in ("visitor", "author", "editor")
        for view in ("@@circulation", "@@circulation.csv")
    }
