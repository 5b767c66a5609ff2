"""The offer to convert: who sees it, what it shows, what its button does."""

from eduportal import clean_text
from eduportal.extraction.text import tidy
from plone.app.textfield.value import RichTextValue
import json
import pytest
import transaction

OLD = "Th«ng b¸o tuyÓn sinh n¨m häc míi"
NEW = "Thông báo tuyển sinh năm học mới"
TITLE, NEW_TITLE = "TuyÓn sinh", "Tuyển sinh"


@pytest.fixture
def old(office, write):
    text = RichTextValue(f"<p>{OLD}</p><p>Tiếng Việt</p>", "text/html", "text/x-html-safe")
    content = write("draft", title=TITLE, text=text, subject=("thi",))
    transaction.commit()
    return content


def test_passages_name_field_encoding_and_both_readings(old):
    assert [(one.encoding, one.before, one.after) for one in clean_text.passages(old)] == [
        ("tcvn3", TITLE, NEW_TITLE),
        ("tcvn3", OLD, NEW),
    ]
    assert [hint.kind for hint in clean_text.hints(old)] == ["old-encoding"]


def test_the_page_offers_it_to_who_may_edit_and_shows_both_readings(office, old):
    address = office.address(old)
    seen = office.ask("contributor", "GET", address)
    page = office.ask("contributor", "GET", f"{address}/@@convert-text")

    assert [part in seen.text for part in (f"{address}/@@convert-text", NEW_TITLE)] == [True] * 2
    assert [part in page.text for part in (OLD, NEW, TITLE, NEW_TITLE)] == [True] * 4
    assert page.headers["Cache-Control"] == "private, no-store"
    assert office.ask("other", "GET", f"{address}/@@convert-text").status_code in (302, 401, 403)


def test_one_button_converts_and_nothing_else_does(office, old):
    address = office.address(old)
    forged = office.ask("contributor", "POST", f"{address}/@@convert-text", data={"convert": "1"})
    transaction.begin()
    before = old.title
    token = office.token("contributor")
    data = {"convert": "1", "_authenticator": token}
    done = office.ask("contributor", "POST", f"{address}/@@convert-text", data=data)
    transaction.begin()

    assert (forged.status_code, before) == (403, TITLE)
    assert (done.status_code, done.headers["Location"]) == (302, f"{address}/view")
    assert (old.title, old.text.raw) == (NEW_TITLE, f"<p>{NEW}</p><p>Tiếng Việt</p>")
    assert (clean_text.passages(old), clean_text.hints(old)) == ([], [])
    assert "@@convert-text" not in office.ask("contributor", "GET", address).text


def test_a_form_is_answered_while_one_writes(office):
    address = f"{office.url}/@@text-hints"
    asked = {"lines": {"a": TITLE, "b": "Khác"}, "texts": {"c": f'<p>{OLD}</p><img src="x.jpg">'}}
    answer = office.ask("contributor", "POST", address, data=json.dumps(asked))

    assert answer.json()["converted"] == {"a": NEW_TITLE, "c": f'<p>{NEW}</p><img src="x.jpg">'}
    assert answer.json()["encoding"] == "TCVN3 (ABC)"
    assert [hint["kind"] for hint in answer.json()["hints"]] == [
        "picture-without-text",
        "old-encoding",
    ]
    assert answer.headers["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize(
    "body", ["", "[]", "{", '{"lines": 1, "texts": {}}', '{"lines": {"a": 1}}']
)
def test_what_is_no_question_is_refused(office, body):
    address = f"{office.url}/@@text-hints"
    assert office.ask("contributor", "POST", address, data=body).status_code == 400


def test_visitors_are_not_answered(office):
    answer = office.ask(None, "POST", f"{office.url}/@@text-hints", data='{"lines":{},"texts":{}}')
    assert (answer.status_code, answer.text) == (401, "{}")


def test_the_words_of_a_file_in_an_old_font_are_found_as_they_were_meant():
    page = f"CéNG HOµ X\u00b7 HéI\n{OLD}\nSố 5/2024\nEnglish, tr\u00e8s bien"
    assert tidy(page).splitlines()[1:] == [NEW, "Số 5/2024", "English, très bien"]
