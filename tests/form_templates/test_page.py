"""A template's page and files: who gets them, and what editors are told."""

from base64 import b64encode
from eduportal import sections
from eduportal.form_templates.filled import TYPES
from plone import api
from plone.namedfile.file import NamedBlobFile
from plone.protect.authenticator import createToken
from tests.content_types.form_template.making import docx
from tests.content_types.form_template.making import lines_of
from tests.content_types.form_template.making import odt
import pytest
import transaction

PARAGRAPH = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"


def a_template(text, state="draft"):
    section = sections.find("forms-library", "vi")
    data = docx(PARAGRAPH.format(text))
    with api.env.adopt_roles(["Manager"]):
        template = api.content.create(
            section,
            "FormTemplate",
            title="Đơn “mật” của lớp/5A\r\nX: y",
            word=NamedBlobFile(data, contentType=TYPES["docx"], filename="đơn.docx"),
        )
        if state == "published":
            api.content.transition(template, "publish")
    transaction.commit()
    return template


def text_of(data):
    return "\n".join(lines_of(data))


def test_a_visitor_saves_the_form_with_the_units_name_and_dots_for_the_rest(office):
    template = a_template("{{ don_vi.ten }}, {{ don_vi.ten }}: {{ nguoi_nop.ho_ten }}", "published")
    address = office.address(template)

    page = office.ask("", "GET", address)
    answer = office.ask("", "GET", f"{address}/@@filled-docx")

    assert page.status_code == 200 and f"{address}/@@filled-docx" in page.text
    assert "@@filled-odt" not in page.text and "don_vi.ten" not in page.text
    unit = api.portal.get_registry_record("eduportal.unit.name")
    assert text_of(answer.content) == f"{unit}, {unit}: {'…' * 12}"
    headers = answer.headers
    assert {name: headers[name] for name in ("Content-Type", "Content-Disposition")} == {
        "Content-Type": TYPES["docx"],
        "Content-Disposition": 'attachment; filename="don-mat-cua-lop-5a-x-y.docx"',
    }
    assert headers["X-Content-Type-Options"] == "nosniff"
    again = office.ask(
        "", "GET", f"{address}/@@filled-docx", headers={"If-None-Match": headers["ETag"]}
    )
    assert (again.status_code, again.content) == (304, b"")
    assert office.ask("", "GET", f"{address}/@@filled-odt").status_code == 404


def test_nobody_outside_gets_anything_of_a_draft(office):
    template = a_template("Nội dung chưa công bố {{ don_vi.ten }}")
    address = office.address(template)

    for path in ("", "/@@filled-docx", "/@@download/word", "/edit"):
        answer = office.ask("", "GET", address + path)
        assert answer.status_code in (302, 401), path
        assert "chưa công bố" not in answer.text and not answer.content.startswith(b"PK")
    section = office.ask("", "GET", office.address(sections.find("forms-library", "vi")))
    assert "lớp/5A" not in section.text
    answer = office.ask("chief", "GET", f"{address}/@@filled-docx")
    assert "Nội dung chưa công bố" in text_of(answer.content)


def test_an_editor_sees_what_is_used_and_what_was_meant_and_cannot_publish_it(office):
    template = a_template("Trường {{ don_vi.tenn }} gửi {{ nguoi_nop.ho_ten }}")
    address = office.address(template)

    page = office.ask("chief", "GET", address).text

    assert "{{ nguoi_nop.ho_ten }}" in page and "{{ don_vi.tenn }}" in page
    assert '<q lang="vi">Trường {{ don_vi.tenn }} gửi {{ nguoi_nop.ho_ten }}</q>' in page
    assert "“don_vi.ten”" in page
    answer = office.ask(
        "chief", "POST", f"{address}/@workflow/publish", headers={"Accept": "application/json"}
    )
    assert answer.status_code == 400 and "“don_vi.ten”" in answer.json()["error"]["message"]
    transaction.begin()
    assert api.content.get_state(template) == "draft"


@pytest.mark.parametrize(
    ("field", "kind", "data", "said"),
    [
        ("word", "docx", docx(PARAGRAPH.format("Mở {{ don_vi.ten")), "Mở {{ don_vi.ten"),
        ("word", "docx", docx("", **{"word/vbaProject.bin": b"x"}), "vbaProject.bin"),
        ("odt", "odt", docx(PARAGRAPH.format("Một")), "Word"),
        ("word", "docx", odt("<text:p>Một</text:p>"), "ODT"),
    ],
)
def test_a_bad_upload_is_refused_with_its_paragraph(office, field, kind, data, said):
    file = {
        "data": b64encode(data).decode(),
        "encoding": "base64",
        "filename": f"a.{kind}",
        "content-type": TYPES[kind],
    }
    answer = office.ask(
        "chief",
        "POST",
        office.address(sections.find("forms-library", "vi")),
        headers={"Accept": "application/json"},
        json={"@type": "FormTemplate", "title": "Đơn hỏng", field: file},
    )

    assert answer.status_code == 400
    assert said in answer.json()["message"]


def test_the_upload_form_lists_the_names_and_says_what_is_wrong(office):
    template = a_template("{{ don_vi.ten }}")
    address = f"{office.address(template)}/edit"

    page = office.ask("chief", "GET", address).text
    with api.env.adopt_user("chief"):
        token = createToken()
    transaction.commit()
    answer = office.ask(
        "chief",
        "POST",
        address,
        data={
            "form.widgets.title": "Đơn",
            "form.widgets.purpose:list": "form",
            "form.widgets.word.action": "replace",
            "form.buttons.save": "Save",
            "_authenticator": token,
        },
        files={"form.widgets.word": ("a.docx", docx(PARAGRAPH.format("Chào {{ ")), TYPES["docx"])},
    )

    assert "<code>{{ don_vi.dia_danh }}</code>" in page
    assert answer.status_code == 200
    assert "“Chào {{”" in answer.text and "<code>{{ don_vi.dia_danh }}</code>" in answer.text
