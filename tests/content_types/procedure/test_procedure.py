"""The record of a procedure: its lines, what it lacks, what it tells of the register."""

from eduportal.content_types.procedure.indexers import missing_information
from eduportal.content_types.procedure.papers import Paper
from eduportal.content_types.procedure.papers import is_paper
from eduportal.content_types.procedure.papers import papers
from eduportal.content_types.procedure.settings import shipped
from eduportal.sections import find
from plone import api
from plone.dexterity.utils import createContent
from zope.interface import Invalid
import pytest


def test_a_paper_of_a_dossier_is_a_line_with_its_numbers():
    lines = ("Đơn đề nghị", "Giấy khai sinh | 0 | 1", "Học bạ|1", " ")
    assert papers(lines) == [
        Paper("Đơn đề nghị", 1, 0),
        Paper("Giấy khai sinh", 0, 1),
        Paper("Học bạ", 1, 0),
    ]


@pytest.mark.parametrize("line", ["| 1 | 0", "Đơn | một | 0", "Đơn | 1 | 0 | 3", "Đơn | 100"])
def test_a_line_that_is_no_paper_is_refused(line):
    with pytest.raises(Invalid):
        is_paper(line)


def test_the_shipped_lists_have_english_names():
    for name in ("areas", "authorities", "audiences", "ways"):
        assert [term.token for term in shipped(name) if not term.en] == []


def test_what_level_one_wants_is_named_in_the_order_of_the_page(portal):
    empty = createContent("Procedure", title="Xác nhận")
    assert missing_information(empty) == (
        "steps",
        "dossier",
        "time",
        "fee",
        "place",
        "handler",
        "handler_contact",
    )
    complete = createContent(
        "Procedure",
        title="Xác nhận",
        steps=("Nộp đơn",),
        dossier=("Đơn",),
        time_note="Theo kế hoạch",
        fee=0,
        place="Văn phòng",
        handler_name="Lê Thị Sen",
        handler_phone="0200 000 0003",
    )
    assert missing_information(complete) == ()


def test_text_is_stored_composed_and_without_empty_lines(portal):
    decomposed = "Xa\u0301c nha\u0323\u0302n ho\u0323c sinh"
    with api.env.adopt_roles(["Manager"]):
        made = api.content.create(
            find("procedure-list"), "Procedure", title=decomposed, steps=(" Nộp đơn ", "", " ")
        )
    assert (made.title, made.steps, made.id, made.Language()) == (
        "Xác nhận học sinh",
        ("Nộp đơn",),
        "xac-nhan-hoc-sinh",
        "vi",
    )


def test_the_legal_basis_over_rest_leaves_out_what_the_asker_may_not_see(rest):
    shown = rest.add(
        "document-register",
        **{"@type": "OfficialDocument", "title": "Thông tư mẫu", "number": "1/2026/TT-BGDĐT"},
    ).json()["@id"]
    hidden = rest.add(
        "document-register",
        **{"@type": "OfficialDocument", "title": "Dự thảo mật", "number": "2/2026/TT-BGDĐT"},
    ).json()["@id"]
    rest.publish(shown)
    made = rest.add(
        "procedure-list",
        **{
            "@type": "Procedure",
            "title": "Chuyển trường",
            "authority": "Cấp xã",
            "legal_basis": [shown, hidden],
        },
    )
    assert made.status_code == 201, made.text
    url = made.json()["@id"]
    assert rest.json("GET", url, user=rest.visitor).status_code == 401
    rest.publish(url)
    seen = rest.json("GET", url, user=rest.visitor).json()
    assert [one["number"] for one in seen["legal_basis"]] == ["1/2026/TT-BGDĐT"]
    assert (seen["authority"]["token"], "Dự thảo mật" in str(seen)) == ("xa", False)
    page = rest.page(url).text
    assert ("1/2026/TT-BGDĐT" in page, "2/2026/TT-BGDĐT" in page) == (True, False)
