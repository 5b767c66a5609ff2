"""Relations over REST and on the pages, and what they must not give away."""

from eduportal.content_types.official_document import relations
from eduportal.content_types.official_document.official_document import IOfficialDocument
from lxml import html
from zope.i18n import translate
import pytest

OLD = {"issued_on": "2019-01-15"}
NEW = {"issued_on": "2024-05-20", "effective_on": "2024-07-01"}


def refused(register, **data):
    data = {"@type": "OfficialDocument", "title": "Mới", "number": "9/QĐ-BGDĐT"} | data
    answer = register.rest.add("document-register", **data)
    assert answer.status_code == 400, answer.text
    return answer.json()["message"]


def rows(register, url, user=None):
    tree = html.fromstring(register.rest.page(url, user=user).content)
    found = tree.xpath("//table[contains(@class, 'official-document')]/tbody/tr")
    return {
        " ".join(row.xpath("th")[0].text_content().split()): " ".join(
            row.xpath("td")[0].text_content().split()
        )
        for row in found
    }


def test_a_target_is_named_by_address_path_uid_number_or_as_it_was_answered(register):
    old = register.file("1/QĐ-BGDĐT", **OLD)
    said = register.get(old)
    path = old.removeprefix(f"{register.rest.base}/plone")
    ways = [old, path, said["UID"], "Số 01 / QĐ-BGDDT", {"@id": old}, {"number": "1/QĐ-BGDĐT"}]
    found = []
    for position, way in enumerate(ways):
        new = register.file(f"{position + 2}/QĐ-BGDĐT", **NEW, replaces=[way, old])
        found.append([one["@id"] for one in register.get(new)["replaces"]])
    assert found == [[old]] * len(ways)


def test_both_sides_are_answered_over_rest(register):
    old = register.file("1/QĐ-BGDĐT", **OLD)
    new = register.file("2/QĐ-BGDĐT", **NEW, replaces=[old], related=[old])
    acting, acted_upon = register.get(new), register.get(old)
    named_old = {
        "@id": old,
        "UID": acted_upon["UID"],
        "number": "1/QĐ-BGDĐT",
        "title": "Văn bản 1/QĐ-BGDĐT",
        "issued_on": "2019-01-15",
    }
    named_new = {
        "@id": new,
        "UID": acting["UID"],
        "number": "2/QĐ-BGDĐT",
        "title": "Văn bản 2/QĐ-BGDĐT",
        "issued_on": "2024-05-20",
    }
    assert (acting["replaces"], acting["related"], acting["relations_back"]) == (
        [named_old | {"since": "2024-07-01"}],
        [named_old | {"since": None}],
        {},
    )
    assert (acted_upon["replaces"], acted_upon["relations_back"]) == (
        [],
        {
            "replaces": [named_new | {"since": "2024-07-01"}],
            "related": [named_new | {"since": None}],
        },
    )
    assert [one["validity"]["token"] for one in (acting, acted_upon)] == ["in-force", "expired"]


def test_both_pages_show_the_relation_and_the_state(register):
    old = register.file("1/QĐ-BGDĐT", **OLD)
    new = register.file("2/QĐ-BGDĐT", **NEW, replaces=[old])
    of_old, of_new = rows(register, old), rows(register, new)
    assert of_old["Hiệu lực"] == "Hết hiệu lực toàn bộ từ ngày 01/07/2024"
    assert of_old["Ngày hết hiệu lực"] == "01/07/2024"
    assert of_old["Được thay thế bởi"] == (
        "2/QĐ-BGDĐT: Văn bản 2/QĐ-BGDĐT ban hành ngày 20/05/2024 (từ ngày 01/07/2024)"
    )
    assert of_new["Hiệu lực"] == "Còn hiệu lực"
    assert of_new["Thay thế"] == (
        "1/QĐ-BGDĐT: Văn bản 1/QĐ-BGDĐT ban hành ngày 15/01/2019 (từ ngày 01/07/2024)"
    )


def test_a_draft_shows_on_no_page_and_in_no_answer(register):
    secret = {"title": "Bí mật chưa ban hành", "published": False}
    public = register.file("1/QĐ-BGDĐT", **OLD)
    register.file("2/MẬT-BGDĐT", **NEW, **secret, replaces=[public])
    hidden = register.file("3/MẬT-BGDĐT", **NEW, **secret)
    register.edit(public, guides=[hidden], related=[hidden])
    page = register.rest.page(public).text
    answer = register.rest.json("GET", public, user=register.rest.visitor)
    for text in (page, answer.text):
        assert "Bí mật" not in text and "MẬT" not in text and "mat-bgddt" not in text
    said = answer.json()
    assert (said["guides"], said["related"], said["relations_back"]) == ([], [], {})
    assert said["validity"]["token"] == "in-force"
    stock = f"{register.rest.base}/plone/@relations"
    asked = ("", f"?target={said['UID']}", f"?source={said['UID']}", "?relation=guides")
    answers = [
        register.rest.json("GET", f"{stock}{query}", user=register.rest.visitor) for query in asked
    ]
    assert [answer.status_code for answer in answers] == [401] * 4
    seen = register.get(public, user=register.rest.manager)
    assert [one["@id"] for one in seen["guides"]] == [hidden]


def test_a_target_is_a_document_and_another_one(register):
    section = register.rest.address("document-register")
    old = register.file("1/QĐ-BGDĐT", **OLD)
    assert "không phải là văn bản trong hệ thống văn bản" in refused(register, replaces=[section])
    itself = register.rest.json("PATCH", old, replaces=[old])
    assert itself.status_code == 400
    assert "quan hệ với chính nó" in itself.json()["message"]


def test_a_number_that_nobody_or_two_have_is_refused_with_a_sentence(register):
    ones = [register.file("1/QĐ-UBND", issuer=name, **OLD) for name in ("UBND xã A", "UBND xã B")]
    assert "Không có văn bản nào mang số 77/QĐ-UBND." in refused(register, amends=["77/QĐ-UBND"])
    message = refused(register, amends=["1/QĐ-UBND"])
    assert [url in message for url in ones] == [True, True]


def test_an_editor_relates_documents_in_the_form(register):
    old = register.file("1/QĐ-BGDĐT", **OLD)
    new = register.file("2/QĐ-BGDĐT", **NEW)
    uid = register.get(old)["UID"]
    page = register.rest.page(f"{new}/edit", user=register.rest.manager)
    (form,) = [
        form
        for form in html.fromstring(page.content).forms
        if "form.widgets.issued_on" in form.fields
    ]
    (field,) = form.xpath(".//*[@name='form.widgets.replaces']")
    options = field.get("data-pat-contentbrowser")
    assert '"selectableTypes": ["OfficialDocument"]' in options
    assert '"basePath": "/plone/vi/van-ban/he-thong-van-ban"' in options
    data = dict(form.form_values()) | {
        "form.widgets.replaces": uid,
        "form.widgets.addressees": "Sở GD&ĐT\n\nLưu: VT",
        "form.buttons.save": "Save",
    }
    answer = register.rest.manager.post(f"{new}/edit", data=data)
    assert answer.status_code == 200
    made = register.get(new)
    assert [one["@id"] for one in made["replaces"]] == [old]
    assert made["addressees"] == ["Sở GD&ĐT", "Lưu: VT"]
    assert register.state(old) == "expired"


def test_the_form_refuses_what_rest_refuses(register):
    old = register.file("1/QĐ-BGDĐT", **OLD)
    page = register.rest.page(f"{old}/edit", user=register.rest.manager)
    (form,) = [
        form
        for form in html.fromstring(page.content).forms
        if "form.widgets.issued_on" in form.fields
    ]
    data = dict(form.form_values()) | {
        "form.widgets.replaces": register.get(old)["UID"],
        "form.buttons.save": "Save",
    }
    answer = register.rest.manager.post(f"{old}/edit", data=data)
    assert (
        "Văn bản không thể có quan hệ với chính nó."
        in html.fromstring(answer.content).text_content()
    )
    assert register.get(old)["replaces"] == []


def test_the_forms_words_are_those_of_the_data():
    fields = {
        token: (
            translate(IOfficialDocument[token].title, target_language="vi"),
            translate(IOfficialDocument[token].title, target_language="en"),
        )
        for token in relations.BY_TOKEN
    }
    assert fields == {one.token: (one.vi, one.en) for one in relations.RELATIONS}


ENTRY = """
[[relation]]
token = "a"
vi = "Ă"
en = "A"
vi_back = "Ă"
en_back = "A"
effect = "{}"
"""


@pytest.mark.parametrize(
    ("effects", "sentence"),
    [
        (["explode"], "unknown effect of a; one of expire"),
        (["none", "none"], "a token is used twice"),
    ],
)
def test_a_broken_table_of_relations_is_not_swallowed(tmp_path, effects, sentence):
    path = tmp_path / "relations.toml"
    path.write_text("".join(ENTRY.format(effect) for effect in effects))
    with pytest.raises(ValueError, match=sentence):
        relations.read(path)
