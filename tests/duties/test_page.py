"""The page of duties: one form for owners, terms and the responsible person."""

from eduportal import duties
from eduportal import sections
from eduportal.duties import store
from eduportal.duties.store import Decided
from lxml import html
from plone import api
import pytest
import transaction


def page(office, person="chief", language="vi"):
    return office.ask(person, "GET", f"{office.url}/{language}/@@duties")


def fill(office, person="chief", **values):
    """Fill in fields of the form as a browser sends it: every field that stands in it."""
    (form,) = [
        form
        for form in html.fromstring(page(office).content).forms
        if "@@duties" in (form.get("action") or "")
    ]
    data = dict(form.form_values()) | values
    if person != "chief":
        data["_authenticator"] = office.token(person)
    answer = office.ask(person, "POST", f"{office.url}/vi/@@duties", data=data)
    transaction.begin()
    return answer


def field(name, section_id):
    return f"{name}-{sections.find(section_id).UID()}"


def held(portal, section_id):
    (one,) = [one for one in duties.duties(portal) if one.place.section_id == section_id]
    return one.owner, one.update_days, one.supply_days


def test_owner_and_terms_of_a_section_are_kept_and_inherited_below(office):
    answer = fill(
        office,
        **{
            field("owner", "news"): "editor",
            field("update_days", "news"): "14",
            field("supply_days", "announcements"): "0",
            field("owner", "documents"): "Biên tập viên (editors)",
        },
    )

    assert "Đã lưu. Số thay đổi: 3." in answer.text
    assert {uid: what for uid, what in store.decided(office.portal).items()} == {
        sections.find("news").UID(): Decided("editor", 14),
        sections.find("announcements").UID(): Decided(supply_days=0),
        sections.find("documents").UID(): Decided("editors"),
    }
    assert held(office.portal, "parent-news") == ("editor", 14, 0)
    assert held(office.portal, "document-register") == ("editors", 0, 2)


def test_a_form_sent_twice_or_unchanged_changes_nothing(office):
    fill(office, **{field("owner", "news"): "editor"})

    assert "Đã lưu. Số thay đổi: 0." in fill(office).text
    assert held(office.portal, "news") == ("editor", 7, 0)


def test_an_emptied_field_inherits_again(office):
    fill(office, **{field("update_days", "news"): "14"})
    fill(office, **{field("update_days", "news"): ""})

    assert (held(office.portal, "news"), store.decided(office.portal)) == (("", 7, 0), {})


def test_bad_fields_are_named_and_stay_as_typed_while_the_good_ones_are_kept(office):
    answer = fill(
        office,
        **{
            field("owner", "news"): "Cô Lan",
            field("update_days", "news"): "14",
            field("update_days", "documents"): "hai tuần",
            field("update_days", "about"): "30",
        },
    )
    found = html.fromstring(answer.content)

    assert [one.text for one in found.xpath("//main//p[@role='alert']")] == [
        "“Cô Lan” không phải tài khoản hay nhóm nào. Hãy chọn trong danh sách hiện ra khi gõ.",
        "“hai tuần” không phải là số ngày. Hãy ghi số nguyên, hoặc 0 nếu không đặt thời hạn.",
    ]
    typed = {
        name: found.xpath(f"//input[@name='{field(*name)}']/@value")[0]
        for name in (("owner", "news"), ("update_days", "news"), ("update_days", "documents"))
    }
    assert list(typed.values()) == ["Cô Lan", "14", "hai tuần"]
    assert store.decided(office.portal) == {sections.find("about").UID(): Decided(None, 30)}


def test_the_responsible_person_stands_at_the_foot_of_every_page_in_both_languages(office):
    before = office.ask(None, "GET", f"{office.url}/vi").text
    fill(office, responsible="Bà <b>Nguyễn</b> Thị Mẫu,\nHiệu trưởng")
    after = {
        language: " ".join(
            html.fromstring(office.ask(None, "GET", f"{office.url}/{language}").content)
            .xpath("//div[contains(@class, 'edu-footer')]//address/p[2]")[0]
            .text_content()
            .split()
        )
        for language in ("vi", "en")
    }

    assert "Người chịu trách nhiệm" not in before
    assert after == {
        "vi": "Người chịu trách nhiệm: Bà <b>Nguyễn</b> Thị Mẫu, Hiệu trưởng",
        "en": "Responsible person: Bà <b>Nguyễn</b> Thị Mẫu, Hiệu trưởng",
    }


@pytest.mark.parametrize(
    ("person", "status"),
    [("chief", 200), ("administrator", 200), ("editor", 302), ("contributor", 302), (None, 302)],
)
def test_chief_editors_and_administrators_alone_see_the_page(office, person, status):
    answer = page(office, person)

    assert answer.status_code == status or (status == 302 and answer.status_code == 401)


def test_an_editor_cannot_send_the_form_either(office):
    fill(office, person="editor", responsible="Ai đó")

    assert duties.responsible_person() == ""


def test_without_a_token_nothing_is_kept(office):
    data = {"responsible": "Ai đó"}
    answer = office.ask("chief", "POST", f"{office.url}/vi/@@duties", data=data)
    transaction.begin()

    assert (answer.status_code, duties.responsible_person()) == (403, "")


def test_an_owner_who_left_is_shown_and_can_be_replaced(office):
    store.decide(office.portal, sections.find("news").UID(), Decided("da-nghi"))
    transaction.commit()
    answer = page(office)

    assert 'value="da-nghi"' in answer.text
    refused = fill(office)
    assert "“da-nghi” không phải tài khoản" not in refused.text
    fill(office, **{field("owner", "news"): "editor"})
    assert held(office.portal, "news")[0] == "editor"


def test_the_page_speaks_english_and_stays_out_of_caches(office):
    answer = page(office, language="en")

    assert "Sections, their owners and terms" in answer.text
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert api.portal.get_registry_record("eduportal.duties.responsible_person") == ""
