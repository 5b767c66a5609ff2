"""Forms and letters filled in from a case: who gets them, and nobody else."""

from eduportal import cases
from eduportal import form_templates
from eduportal import sections
from eduportal.form_templates.case_parts import PURPOSE
from eduportal.form_templates.unit_values import place_of
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from tests.cases.conftest import APPLICANT
from tests.cases.conftest import new_service
from tests.content_types.form_template.making import lines_of
import pytest
import transaction


def text_of(data):
    return "\n".join(lines_of(data))


@pytest.fixture
def form(service):
    template = sections.find("forms-library", "vi")["don-xin-chuyen-truong"]
    template.services = (service.UID(),)
    return template


def test_a_cases_values_are_what_stands_on_its_form(office, case, form):
    values = form_templates.values_of_case(case)

    assert values["nguoi_nop.ho_ten"] == APPLICANT.name
    assert values["nguoi_nop.ngay_sinh"] == "31/05/2019"
    assert values["ho_so.ma"] == cases.codes.shown(case.code)
    assert values["tra_loi.pupil_name"] == "Trần Bé Mẫu"
    assert values["giay_to"] == [{"stt": "1", "ten": "Giấy khai sinh"}]
    assert [row["nhan"] for row in values["cau_tra_loi"]] == [
        "Họ và tên",
        "Họ và tên học sinh",
        "Nơi ở hiện nay",
    ]
    text = text_of(form_templates.file_of(case, form, "docx", office.portal).data)
    assert "học sinh: Trần Bé Mẫu" in text
    # not asked by this service's form
    assert "Lý do xin chuyển: …" in text


def test_a_case_is_offered_the_forms_of_its_service_and_the_letters_for_all(office, case, form):
    other = new_service("khac", "Dịch vụ khác")
    library = sections.find("forms-library", "vi")
    library["don-xin-nhap-hoc"].services = (other.UID(),)
    library["giay-xac-nhan"].services = (other.UID(),)
    with api.env.adopt_roles(["Manager"]):
        api.content.transition(library["thong-bao-ket-qua"], "withdraw", comment="Đang sửa")

    assert form_templates.forms_of(case) == [form]
    letters = {one.getId() for one in form_templates.letters_of(case)}
    assert letters == {"giay-tiep-nhan-va-hen-tra", "phieu-yeu-cau-bo-sung"}


def test_the_receipt_offers_the_form_and_the_status_page_never_does(office, case, form):
    transaction.commit()
    request = office.portal.REQUEST
    fresh = cases.parts_of(case, request, "receipt", cases.proof.give_pass(case.number))
    shown_again = cases.parts_of(case, request, "receipt", "")
    on_status_page = cases.parts_of(case, request, "applicant", cases.proof.give_pass(case.number))

    assert "form" in fresh and "form" not in shown_again
    assert not {"form", "letters"} & set(on_status_page)

    address = f"{office.url}/vi/@@filled-application"
    data = {"template": f"{form.UID()}.docx"}
    pass_ = cases.proof.give_pass(case.number, PURPOSE)
    answer = office.ask("", "POST", address, data=data | {"form-pass": pass_})
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert "Trần Bé Mẫu" in text_of(answer.content)
    wrong = {
        "none": {},
        "of the status page": {"form-pass": cases.proof.give_pass(case.number)},
        "of another number": {"form-pass": pass_.replace(str(case.number), "1")},
    }
    for name, given in wrong.items():
        refused = office.ask("", "POST", address, data=data | given)
        assert refused.status_code == 404, name
        assert "Trần Bé Mẫu" not in refused.text
    in_address = office.ask("", "GET", address, params=data | {"form-pass": pass_})
    assert in_address.status_code == 404


def test_only_officers_of_the_service_make_letters(office, case, form):
    library = sections.find("forms-library", "vi")
    letter = library["phieu-yeu-cau-bo-sung"]
    other = library["giay-xac-nhan"]
    other.services = ("another-service",)
    transaction.commit()
    address = f"{office.url}/vi/@@case-letter"
    data = {"number": str(case.number), "template": f"{letter.UID()}.docx"}

    answer = office.ask("officer", "POST", address, data=data)

    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert f"Hồ sơ của: {APPLICANT.name}" in text_of(answer.content)
    for who in ("", "chief", "contributor"):
        refused = office.ask(who, "POST", address, data=data)
        assert refused.status_code == 404, who
        assert APPLICANT.name not in refused.text
    for changed in (
        {"number": "1"},
        {"number": "x"},
        {"template": f"{other.UID()}.docx"},
        {"template": f"{letter.UID()}.exe"},
        {"template": ""},
    ):
        assert office.ask("officer", "POST", address, data=data | changed).status_code == 404
    assert office.ask("officer", "GET", address, params=data).status_code == 404


def test_a_letter_is_put_on_the_applicants_page(office, case, form):
    letter = sections.find("forms-library", "vi")["phieu-yeu-cau-bo-sung"]
    request = office.portal.REQUEST.clone()
    request.form["template"] = f"{letter.UID()}.odt"
    with api.env.adopt_user("officer"):
        cases.parts_of(case, request, "officer")["letters"].handle()

    (message,) = case.messages
    (file_id,) = message.files
    assert message.by == "officer" and letter.title in message.text
    assert case.files[file_id].filename.endswith(".odt")
    assert SITE_OWNER_NAME not in message.text


@pytest.mark.parametrize(
    ("address", "name", "tier", "place"),
    [
        (
            "Số 5 đường Hoa, phường Thủ Dầu Một, Thành phố Hồ Chí Minh",
            "Trường X",
            "C1",
            "Thủ Dầu Một",
        ),
        ("Phường 5, tỉnh Vĩnh Long", "Trường X", "C1", "Phường 5"),
        ("Thôn Sen", "Trường X", "C1", ""),
        ("Thôn Mẫu", "Ủy ban nhân dân xã Mẫu", "commune", "Mẫu"),
        ("Số 1", "Sở Giáo dục và Đào tạo tỉnh Mẫu", "so", "Mẫu"),
        ("", "", "C1", ""),
    ],
)
def test_the_place_of_a_letter_comes_from_the_address(address, name, tier, place):
    assert place_of(address, name, tier) == place
