from eduportal import sections
from eduportal.feedback import ensure_forms
from plone import api
from plone.app.multilingual.interfaces import ITranslationManager
import pytest

SECTIONS = ("feedback", "questions", "contact")


def forms(language="vi"):
    found = {}
    for section in SECTIONS:
        folder = sections.find(section, language)
        found[section] = [obj for obj in folder.objectValues() if obj.portal_type == "EasyForm"]
    return found


@pytest.fixture
def manager(portal):
    with api.env.adopt_roles(["Manager"]):
        yield portal


@pytest.mark.parametrize(
    "language, expected",
    [
        (
            "vi",
            {
                "feedback": [("gui-gop-y", "Gửi góp ý, phản ánh", "Gửi góp ý")],
                "questions": [("dat-cau-hoi", "Đặt câu hỏi", "Gửi câu hỏi")],
                "contact": [("gui-thu", "Gửi thư cho đơn vị", "Gửi thư")],
            },
        ),
        (
            "en",
            {
                "feedback": [("form", "Send feedback", "Send feedback")],
                "questions": [("form", "Ask a question", "Send the question")],
                "contact": [("form", "Write to us", "Send")],
            },
        ),
    ],
)
def test_each_section_has_its_form_in_its_language(portal, language, expected):
    found = {
        section: [(form.getId(), form.title, form.submitLabel) for form in made]
        for section, made in forms(language).items()
    }
    assert found == expected
    assert {form.language for made in forms(language).values() for form in made} == {language}


def test_the_two_languages_are_a_pair(portal):
    english = forms("en")
    for section, (form,) in forms().items():
        twin = ITranslationManager(form).get_translation("en")
        assert twin.UID() == english[section][0].UID()


def test_forms_are_published_and_owned_by_nobody(portal):
    made = [
        form for language in ("vi", "en") for found in forms(language).values() for form in found
    ]
    assert [(api.content.get_state(form), form.get_local_roles()) for form in made] == [
        ("published", ())
    ] * 6


def test_the_form_is_the_first_page_of_its_section_but_not_of_contact(portal):
    pages = [sections.find(section).getProperty("default_page", None) for section in SECTIONS]
    assert pages == ["gui-gop-y", "dat-cau-hoi", None]


def test_a_second_run_makes_nothing_and_keeps_an_editors_words(manager):
    (form,) = forms()["feedback"]
    form.title = "Hộp thư góp ý"
    form.fields_model = form.fields_model.replace("Chủ đề", "Việc gì")
    assert ensure_forms(manager) == []
    assert (form.title, "Việc gì" in form.fields_model) == ("Hộp thư góp ý", True)


def test_a_removed_form_comes_back_by_repair_alone(manager):
    (form,) = forms()["feedback"]
    api.content.delete(form)
    assert ensure_forms(manager) == []
    assert forms()["feedback"] == []
    assert ensure_forms(manager, repair=True) == ["vi/feedback"]
    (again,) = forms()["feedback"]
    assert ITranslationManager(again).get_translation("en") == forms("en")["feedback"][0]


def test_the_readers_are_a_group_with_the_one_role(portal):
    group = api.group.get("feedback-readers")
    roles = set(api.group.get_roles(group=group)) - {"Authenticated"}
    assert (group.getProperty("title"), roles) == ("Người xử lý phản ánh", {"Feedback Reader"})
