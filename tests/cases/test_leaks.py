"""Nobody but the officers of a service learns anything of its cases, by any way in."""

from dataclasses import replace
from eduportal import cases
from eduportal.cases.letters import written
from eduportal.mail import queue as mail_queue
from plone import api
from tests.cases.conftest import APPLICANT
from tests.cases.conftest import open_case
from zope.component import getGlobalSiteManager
from zope.interface import providedBy
import email
import email.policy
import logging
import pytest
import transaction

SECRETS = ("Thị Đào", "Bé Mẫu", "be-mau", "Hoa Giấy", "0912", "dao.nguyen", "2019-05-31", "a scan")
OTHERS = ("", "editor", "administrator", "cashier")


def ways(case, person):
    """Addresses that could lead to a case, and what lists or finds content."""
    number = case.number
    own = [f"@@cases/{number}", f"vi/@@cases/{number}", f"@@cases/{number}/view", f"{number}"]
    own += [f"cases/{number}", f"@@cases/{number}/files/001", f"@@cases/{number}/001"]
    own += [f"++api++/@@cases/{number}", f"++api++/{number}", f"@@cases/{number}/manage_main"]
    own += [f"vi/@@cases/{number}/@@download/001", f"@@cases/{number}/applicant", "@@cases"]
    lists = [
        "@@search?SearchableText=",
        "vi/@@search?SearchableText=",
        "++api++/@search?SearchableText=",
    ]
    lists += ["vi/@@suggestions?q=", "++api++/vi/@documents?q="]
    asked = [f"{one}{word}" for one in lists for word in ("Mẫu", case.code, str(number), "Case")]
    if person not in ("", "administrator"):
        return own
    return own + asked + ["sitemap.xml.gz", "sitemap.xml", "++api++/@search?portal_type=Case"]


def test_only_an_officer_sees_a_case_by_any_address(site, case, people):
    mine = case.number
    secrets = (*SECRETS, case.code, cases.codes.shown(case.code))
    leaks = []
    for person in OTHERS:
        for way in ways(case, person):
            answer = site.get(way, person)
            asked = f"{way} {answer.url}"
            found = [word for word in secrets if word in answer.text and word not in asked]
            if found or (answer.status_code == 200 and f"/{mine}" in way):
                leaks.append((person, way, answer.status_code, found))
    assert leaks == []
    assert "Thị Đào" in site.get(f"vi/@@cases/{mine}", "officer").text


def test_every_registered_view_of_a_case_is_closed_to_everybody_else(site, case, people):
    """Asked as Zope's publisher asks: by its name, with its permission."""
    names = sorted(
        {
            one.name
            for one in getGlobalSiteManager().registeredAdapters()
            if one.name and len(one.required) == 2 and case_is(one.required[0], case)
        }
    )
    assert len(names) > 100
    opened = []
    for person in ("administrator", "outsider"):
        with api.env.adopt_user(username=person):
            for name in names:
                try:
                    view = site.case(case.number).restrictedTraverse(f"@@{name}")
                    shown = str(view()) if callable(view) else ""
                except Exception:
                    continue
                if any(word in shown for word in SECRETS):
                    opened.append((person, name))
    assert opened == []


def case_is(required, case) -> bool:
    return required in providedBy(case).flattened()


def test_a_neighbouring_portal_has_no_way_to_a_case(site, case, people):
    with api.env.adopt_roles(["Manager"]):
        assert cases.by_number(site.portal, case.number) is not None
        assert list(cases.rows(_Named(site.portal, "another-school"))) == []


class _Named:
    """A portal of the same instance under another id."""

    def __init__(self, portal, name):
        self._p_jar = portal._p_jar
        self._name = name

    def getId(self):
        return self._name


@pytest.fixture
def queue(tmp_path, monkeypatch):
    monkeypatch.setenv("EDUPORTAL_MAIL_QUEUE", str(tmp_path / "queue"))
    written.clear()
    yield mail_queue.directory()
    written.clear()


def mails(queue):
    """What waits to be sent: receiver, subject, text."""
    found = []
    for path in sorted((queue / "new").iterdir()):
        message = email.message_from_bytes(
            path.read_bytes().split(b"\n", 2)[2], policy=email.policy.default
        )
        found.append((message["To"], message["Subject"], message.get_content()))
    return found


def test_mails_and_logs_tell_nothing_of_the_person(queue, site, people, case, step, caplog):
    caplog.set_level(logging.DEBUG)
    page = site.status(case.code, "0912345678")
    site.again(page, "message", text="Cháu Trần Bé Mẫu ở 12 ngõ Hoa Giấy " * 20)
    step("request_supplement", "Thiếu giấy khai sinh của Bé Mẫu")
    step("process")
    step("approve", "Trần Bé Mẫu vào lớp 1A")
    told = mails(queue)
    to_applicant = [one for one in told if "dao.nguyen" in one[0]]
    to_officers = [one for one in told if "officer@mau.vn" in one[0]]
    assert (len(to_applicant), len(to_officers), len(told)) == (3, 1, 4)
    secrets = [word for word in SECRETS if word != "dao.nguyen"]
    shown = cases.codes.shown(case.code)
    assert [one for one in told if any(word in one[1] + one[2] for word in secrets)] == []
    # letters of one second lie in any order; the receipt alone tells the code
    assert sorted(shown in text for _to, _subject, text in to_applicant) == [False, False, True]
    assert [one for one in told if case.code in one[1] or shown in one[1]] == []
    assert all("/vi/thu-tuc/tra-cuu-ho-so" in text for _to, _subject, text in to_applicant)
    logged = "\n".join(record.getMessage() for record in caplog.records)
    assert [word for word in (*SECRETS, case.code, shown) if word in logged] == []


def test_nobody_is_flooded_by_applications_in_his_name(queue, site, case):
    """Neither by other spellings of his address, nor by withdrawing what was sent."""
    service = cases.service_of(case)
    for count in range(8):
        applicant = replace(APPLICANT, email=f"Dao.Nguyen+{count}@example.org")
        made, _new = open_case(service, token=f"page {count}", applicant=applicant)
        transaction.commit()
        site.again(site.status(made.code, "0912345678"), "withdraw", confirm="yes")
    assert len([one for one in mails(queue) if "example.org" in one[0]]) == 10
