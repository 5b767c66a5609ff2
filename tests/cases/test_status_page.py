"""The status page over real HTTP, as a browser without scripts uses it."""

from eduportal import cases
from eduportal.cases import proof
from eduportal.uploads import Upload
from io import BytesIO
from lxml import html
from PIL import Image
from tests.cases.conftest import words
import pytest

PERSONAL = ("Đào", "0912", "example.org", "31/05/2019", "Trần Bé Mẫu", "Hoa Giấy", "be-mau")


@pytest.mark.parametrize("language, state", [("vi", "Đã tiếp nhận"), ("en", "Received")])
def test_code_and_factor_show_the_state_and_nothing_personal(site, case, language, state):
    answer = site.status(cases.codes.shown(case.code), "0912345678", language)
    assert answer.status_code == 200
    shown = words(answer)
    assert state in shown
    assert f"{case.due:%d/%m/%Y}" in shown
    assert [word for word in PERSONAL if word in answer.text] == []
    assert case.code not in answer.url
    assert answer.headers["Cache-Control"] == "private, no-store"


def test_a_wrong_code_and_a_wrong_factor_get_the_same_answer(site, case):
    answers = [
        site.status(case.code, "0900000000"),
        site.status(cases.codes.new(), "0912345678"),
    ]
    assert [answer.status_code for answer in answers] == [404, 404]
    assert words(answers[0]) == words(answers[1])
    page = site.session.get(site.status_page())
    assert (page.status_code, case.code in page.text) == (200, False)


def test_a_message_with_a_file_and_a_reload(site, case):
    page = site.status(case.code, "31/05/2019")
    sent = site.again(
        page, "message", text="Cháu có anh học ở trường", files={"files": ("a.pdf", pdf())}
    )
    assert sent.status_code == 200
    again = site.session.post(
        sent.request.url, data=sent.request.body, headers=sent.request.headers
    )
    assert again.status_code == 200
    (message,) = site.case(case.number).messages
    assert (message.by, message.text, message.files) == ("", "Cháu có anh học ở trường", ("002",))
    assert site.case(case.number).files["002"].filename == "a.pdf"
    assert "Cháu có anh" not in words(sent)


def test_a_form_without_the_pages_own_mark_is_never_taken_for_one_sent_before(site, case):
    page = site.status(case.code, "31/05/2019")
    for text in ("Một", "Hai"):
        page = site.again(page, "message", text=text, once="")
    assert [one.text for one in site.case(case.number).messages] == ["Một", "Hai"]


def test_the_supplement_that_was_asked_for(site, case, step):
    step("request_supplement", "Thiếu giấy khai sinh")
    page = site.status(case.code, "0912345678")
    assert "Thiếu giấy khai sinh" in words(page)
    site.again(page, "message", text="Xin gửi bổ sung")
    assert cases.state_of(site.case(case.number)) == "processing"


def test_a_refused_file_is_told_and_the_text_is_kept(site, case):
    page = site.status(case.code, "0912345678")
    answer = site.again(page, "message", text="Đây ạ", files={"files": ("a.pdf", b"MZ no pdf")})
    assert "a.pdf" in words(answer, ".alert-danger")
    assert words(answer, "textarea") == "Đây ạ"
    assert site.case(case.number).messages == ()


def test_withdrawing_needs_a_tick(site, case):
    page = site.status(case.code, "0912345678")
    refused = site.again(page, "withdraw")
    assert cases.state_of(site.case(case.number)) == "received"
    done = site.again(refused, "withdraw", confirm="yes")
    assert cases.state_of(site.case(case.number)) == "withdrawn"
    assert (
        html.fromstring(done.content).xpath("//button[@value='withdraw' or @value='message']") == []
    )


def test_the_result_is_read_and_its_file_is_downloaded(site, case, step):
    made = pdf()
    result = Upload("result", "Quyết định.pdf", "application/pdf", made)
    step("approve", "Được tiếp nhận vào lớp 1A", [result])
    page = site.status(case.code, "0912345678")
    assert "Được tiếp nhận vào lớp 1A" in words(page, ".edu-case-result")
    given = proof.give_pass(case.number)
    file = site.session.post(site.status_page(), {"pass": given, "file": "002"})
    assert file.content == made
    assert file.headers["Content-Type"] == "application/pdf"
    assert file.headers["Cache-Control"] == "private, no-store"
    assert file.headers["Content-Disposition"].startswith("attachment")
    own = site.session.post(site.status_page(), {"pass": given, "file": "001"})
    assert b"a scan" not in own.content


def test_the_receipt_can_be_printed_again(site, case):
    page = site.status(case.code, "0912345678")
    receipt = site.again(page, "receipt")
    assert cases.codes.shown(case.code) in words(receipt)
    assert [word for word in PERSONAL if word in receipt.text] == []
    assert receipt.headers["Cache-Control"] == "private, no-store"


def test_a_pass_is_worth_nothing_changed_or_old_or_without_the_pages_own_mark(
    site, case, monkeypatch
):
    given = proof.give_pass(case.number)
    number, until, signature = given.split(".")
    for wrong in (
        f"{case.number + 1}.{until}.{signature}",
        f"{number}.{int(until) + 1}.{signature}",
        f"{number}.{until}.{'0' * 64}",
        "x",
        "1.2.3",
    ):
        answer = site.session.post(site.status_page(), {"pass": wrong})
        assert "data-state" not in answer.text
    foreign = site.session.post(
        site.status_page(), {"pass": given, "do": "withdraw", "confirm": "yes", "once": "1"}
    )
    assert foreign.status_code == 403
    monkeypatch.setattr(proof, "MINUTES", -1)
    old = site.session.post(site.status_page(), {"pass": proof.give_pass(case.number)})
    assert "data-state" not in old.text
    assert cases.state_of(site.case(case.number)) == "received"


def pdf() -> bytes:
    """A page of nothing, as small as a PDF can be that readers open."""
    stream = BytesIO()
    Image.new("L", (8, 8)).save(stream, "PDF")
    return stream.getvalue()
