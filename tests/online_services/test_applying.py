"""From the page of a form to a case: once, complete, and in the words of the officers."""

from datetime import date
from datetime import timedelta
from eduportal import cases
from eduportal import online_services
import transaction

ANSWERS = [
    ("pupil_name", "text", "Nguyễn Thị Bé Bí Mật"),
    ("birth_date", "date", date(2020, 5, 31)),
    ("gender", "choice", "Nữ"),
    ("personal_id", "text", "001320012345"),
    ("ethnic_group", "text", "Kinh"),
    ("birth_place", "text", "Phường Mẫu, tỉnh Mẫu"),
    ("province", "text", "Tỉnh Mẫu"),
    ("commune", "text", "Phường Mẫu"),
    ("address", "text", "Số 1 đường Mẫu"),
    ("residence", "choice", "Thường trú"),
    ("applicant_name", "text", "Trần Văn Phụ Huynh"),
    ("relation", "choice", "Cha"),
    ("phone", "phone", "0912 345 678"),
    ("birth_certificate", "file", "khai sinh.jpg"),
    ("consent", "bool", True),
]


def the_case(school):
    (row,) = school.rows()
    return cases.by_number(school.portal, row.number)


def test_a_filled_form_opens_one_case_with_all_answers(school, offered, child):
    service = offered()
    receipt = school.send(school.open(online_services.form_of(service)), **child)

    case = the_case(school)
    assert receipt.status == 200
    assert receipt.answer.headers["Cache-Control"] == "private, no-store"
    assert receipt.words("#edu-receipt-code") == cases.codes.shown(case.code)
    assert [(one.name, one.kind, one.value) for one in case.entries] == ANSWERS
    assert case.answer("consent") is True
    assert "24 tháng" in case.entries[-1].label or "24 months" in case.entries[-1].label
    assert case.applicant == cases.Applicant(
        "Trần Văn Phụ Huynh", "0912 345 678", "", date(2020, 5, 31)
    )
    assert [(one.field, one.content_type) for one in case.files.values()] == [
        ("birth_certificate", "image/jpeg")
    ]
    assert (case.service_uid, case.language, case.waiting) == (service.UID(), "vi", False)


def test_the_english_form_is_kept_in_the_officers_language(school, offered, child):
    page = school.open(online_services.form_of(offered(), "en"))
    receipt = school.send(page, **child)

    case = the_case(school)
    assert receipt.status == 200
    assert page.words("h1") == "Enrol in grade 1"
    assert case.language == "en"
    assert [(one.name, one.kind, one.value) for one in case.entries] == ANSWERS
    assert case.entries[0].label == "Họ và tên học sinh"


def test_the_same_page_sent_again_is_answered_by_the_same_receipt(school, offered, child):
    page = school.open(online_services.form_of(offered()))
    first = school.send(page, **child)
    again = school.send(page, **child)
    # after a long break, without the files and with the trap's field lost
    late = school.send(page, files={}, drop=("form.widgets.pupil_name",))

    codes = {one.words("#edu-receipt-code") for one in (first, again, late)}
    assert [one.status for one in (first, again, late)] == [200, 200, 200]
    assert len(codes) == len(school.rows()) == 1


def test_a_page_that_is_found_and_sent_again_later_tells_no_name(school, offered, child):
    page = school.open(online_services.form_of(offered()))
    first = school.send(page, **child)
    the_case(school).opened -= timedelta(minutes=31)
    transaction.commit()
    later = school.send(page, files={})

    assert [child["applicant_name"] in one.answer.text for one in (first, later)] == [True, False]
    assert later.words("#edu-receipt-code") == first.words("#edu-receipt-code")


def test_two_pages_open_two_cases(school, offered, child):
    form = online_services.form_of(offered())
    school.send(school.open(form), **child)
    school.send(school.open(form), **child)

    assert len(school.rows()) == 2


def test_mistakes_come_back_with_what_was_typed(school, offered, child):
    page = school.open(online_services.form_of(offered()))
    wrong = child | {"phone": "không có", "personal_id": "123", "birth_date": "2099-01-01"}
    wrong.pop("consent")
    back = school.send(page, **wrong)

    marked = [
        one.get("name").removeprefix("form.widgets.").partition(":")[0]
        for one in back.tree.cssselect("#service-form [aria-invalid=true]")
    ]
    assert back.status == 422
    assert marked == ["birth_date", "personal_id", "phone", "consent"]
    assert back.form.fields["form.widgets.pupil_name"] == "Nguyễn Thị Bé Bí Mật"
    assert back.form.fields["token"] == page.form.fields["token"]
    assert school.rows() == []

    assert school.send(back, **child).status == 200
    assert len(school.rows()) == 1


def test_a_file_that_is_not_what_it_says_comes_back_with_a_sentence(school, offered, child):
    page = school.open(online_services.form_of(offered()))
    fake = {"birth_certificate": ("<b>khai sinh.pdf", b"MZ\x90\x00 not a paper")}
    back = school.send(page, files=fake, **child)

    assert back.status == 422
    assert "khai sinh" in back.words("#formfield-form-widgets-birth_certificate .invalid-feedback")
    assert back.tree.cssselect("#formfield-form-widgets-birth_certificate b") == []
    assert school.rows() == []
