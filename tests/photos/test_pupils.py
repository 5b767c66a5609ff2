"""Pictures of pupils: nothing goes to approval or on line through the web without an answer."""

from bs4 import BeautifulSoup
from eduportal import sections
from plone import api
from plone.app.textfield.value import RichTextValue
from plone.namedfile.file import NamedBlobImage
from tests.photos.conftest import taken
import transaction

RULE = "hãy cho biết ảnh có nhận ra học sinh không"


def step(office, person, content, name, **answers):
    return office.ask(
        person,
        "POST",
        f"{office.address(content)}/@@step",
        data={
            "step": name,
            "make": "1",
            "confirmed": "1",
            "_authenticator": office.token(person),
            **answers,
        },
        headers={"Accept-Language": "en"},
    )


def state(content):
    transaction.begin()
    return api.content.get_state(content)


def with_picture(write, **fields):
    made = write("draft", image=NamedBlobImage(taken(), filename="a.jpg"), **fields)
    transaction.commit()
    return made


def test_without_an_answer_the_step_is_refused_with_the_rule(office, write):
    news = with_picture(write)
    refused = step(office, "contributor", news, "submit")
    menu = office.ask(
        "contributor",
        "POST",
        f"{office.address(news)}/content_status_modify",
        data={"workflow_action": "submit", "_authenticator": office.token("contributor")},
    )

    assert (refused.status_code, RULE in refused.text, state(news)) == (400, True, "draft")
    assert (menu.status_code, state(news)) == (302, "draft")


def test_the_page_of_the_step_asks_and_takes_the_answer(office, write):
    news = with_picture(write)
    page = office.ask("contributor", "GET", f"{office.address(news)}/@@step?step=submit").text
    asked = [one["value"] for one in BeautifulSoup(page, "html.parser")("input", type="radio")]
    unrecorded = step(office, "contributor", news, "submit", pupil_pictures="consent")
    step(office, "contributor", news, "submit", pupil_pictures="consent", consent_record="Phiếu 3A")

    assert asked == ["none", "consent"]
    assert (unrecorded.status_code, "lưu ở đâu" in unrecorded.text) == (400, True)
    assert (state(news), news.pupil_pictures, news.consent_record) == (
        "submitted",
        "consent",
        "Phiếu 3A",
    )


def test_an_answer_in_the_form_is_enough_and_is_not_asked_again(office, write):
    news = with_picture(write, pupil_pictures="none")
    page = office.ask("chief", "GET", f"{office.address(news)}/@@step?step=publish").text
    step(office, "chief", news, "publish")

    assert "pupil_pictures" not in page
    assert state(news) == "published"


def test_pictures_in_text_and_album_count_and_texts_alone_do_not(office, write):
    image = RichTextValue('<p><img src="a.png" alt="" /></p>', "text/html", "text/x-html-safe")
    in_text = write("draft", text=image)
    album = write("draft", kind="Album", parent=sections.find("photos-videos"))
    with api.env.adopt_roles(["Manager"]):
        api.content.create(album, "Image", "a", image=NamedBlobImage(taken(), filename="a.jpg"))
    plain = write("draft")
    transaction.commit()
    answers = [step(office, "chief", one, "publish") for one in (in_text, album, plain)]

    assert [one.status_code for one in answers] == [400, 400, 302]
    assert [state(one) for one in (in_text, album, plain)] == ["draft", "draft", "published"]


def test_rest_answers_for_what_it_sends(office, write):
    news = with_picture(write)
    answer = office.rest("chief", "POST", f"{office.address(news)}/@workflow/publish")

    assert (answer.status_code, state(news)) == (200, "published")


def test_visitors_do_not_read_how_consent_was_given(office, write):
    news = with_picture(write, pupil_pictures="consent", consent_record="Phiếu của mẹ em Mẫu")
    with api.env.adopt_roles(["Manager"]):
        api.content.transition(news, "publish")
    transaction.commit()
    seen = office.rest("", "GET", office.address(news)).json()

    assert (seen.get("pupil_pictures"), seen.get("consent_record")) == (None, None)
    assert "mẹ em" not in office.ask("", "GET", office.address(news)).text
    assert office.rest("chief", "GET", office.address(news)).json()["consent_record"]


def test_consent_without_a_record_is_refused_by_the_form_and_rest(office, write):
    news = with_picture(write)
    answer = office.ask(
        "contributor",
        "PATCH",
        office.address(news),
        json={"pupil_pictures": "consent"},
        headers={"Accept": "application/json", "Accept-Language": "en"},
    )

    assert (answer.status_code, "lưu ở đâu" in answer.json()["message"]) == (400, True)
