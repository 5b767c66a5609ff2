from collections import Counter
from eduportal.feedback import box
from eduportal.mail import queue as mail_queue
from eduportal.testing import SCHOOL
from eduportal.units import settings
from eduportal.units.model import Unit
from lxml import html
import pytest
import requests
import transaction
import unicodedata

LABELS = [
    ("kind", "Loại ý kiến", "Phản ánh, kiến nghị"),
    ("subject", "Chủ đề", "Về cô giáo lớp 3A"),
    (
        "message",
        "Nội dung góp ý, phản ánh",
        "Cô giáo Nguyễn Thị Bí Mật mắng học sinh.\n<script>x</script> https://vi.du/",
    ),
    ("name", "Họ và tên", "Trần Văn Phụ Huynh"),
    ("phone", "Điện thoại", "0912 000 000"),
    ("email", "Thư điện tử", "phuhuynh@mau.vn"),
]


def kept(site, name="feedback"):
    transaction.begin()
    return [dict(row) for _number, row in box.submissions(site.portal, name)]


def typed(response, name):
    """What the form that came back holds in a field."""
    (field,) = html.fromstring(response.content).xpath(f"//*[@name='form.widgets.{name}']")
    return field.value.strip().replace("\r\n", "\n")


def error_of(response):
    page = html.fromstring(response.content)
    found = page.cssselect(".alert-danger, .invalid-feedback, .fieldErrorBox")
    return " ".join(" ".join(part.text_content() for part in found).split())


def test_what_is_sent_is_thanked_for_kept_and_mailed(site, queue, complaint):
    response = site.send(site.address(), **complaint)
    page = html.fromstring(response.content)
    assert response.status_code == 200
    assert [title.text_content().strip() for title in page.cssselect("h1")] == ["Cảm ơn ông/bà"]
    assert "Bí Mật" not in page.text_content()

    (row,) = kept(site)
    assert (row["form"], row["language"]) == ("Gửi góp ý, phản ánh", "vi")
    assert [entry for entry in row["entries"] if entry[0] != "consent"] == LABELS

    (waiting,) = mail_queue.waiting(queue)
    message = waiting.message
    assert (waiting.sender, waiting.recipients) == (SCHOOL.email, (SCHOOL.email,))
    assert {name: str(message[name]) for name in ("From", "To", "Reply-To", "Subject")} == {
        "From": f'"{SCHOOL.name}" <{SCHOOL.email}>',
        "To": f'"{SCHOOL.name}" <{SCHOOL.email}>',
        "Reply-To": "Trần Văn Phụ Huynh <phuhuynh@mau.vn>",
        "Subject": f"[{SCHOOL.name}] Gửi góp ý, phản ánh: Về cô giáo lớp 3A",
    }
    body = message.get_content().replace("\r\n", "\n")
    assert body.split("\n\n")[:6] == [f"{label}:\n{value}" for _name, label, value in LABELS]
    assert (message.get_content_type(), unicodedata.is_normalized("NFC", body)) == (
        "text/plain",
        True,
    )


def test_the_english_form_speaks_english_and_shares_the_register(site, queue, complaint):
    response = site.send(site.address(language="en"), **complaint)
    heading = html.fromstring(response.content).cssselect("h1")[0].text_content().strip()
    (row,) = kept(site)
    (waiting,) = mail_queue.waiting(queue)
    assert (heading, row["language"], row["entries"][0]) == (
        "Thank you",
        "en",
        ("kind", "Kind", "Complaint or petition"),
    )
    assert str(waiting.message["Subject"]) == (
        f"[{SCHOOL.name_en}] Send feedback: Về cô giáo lớp 3A"
    )


def test_the_recipient_follows_the_unit(site, queue, complaint):
    settings.store(Unit(**SCHOOL.as_dict() | {"email": "moi@c1hoasen.tinhmau.edu.vn"}))
    transaction.commit()
    site.send(site.address(), **complaint)
    assert mail_queue.waiting(queue)[0].recipients == ("moi@c1hoasen.tinhmau.edu.vn",)


def test_a_unit_without_a_mailbox_keeps_what_is_sent_and_mails_nobody(site, queue, complaint):
    settings.store(Unit(**SCHOOL.as_dict() | {"email": ""}))
    transaction.commit()
    site.send(site.address(), **complaint)
    assert (len(kept(site)), mail_queue.waiting(queue)) == (1, [])


@pytest.mark.parametrize(
    "subject",
    ["Góp ý\r\nBcc: nguoi@la.vn", "Góp ý\nBcc: nguoi@la.vn", "Góp ý\u2028Bcc: nguoi@la.vn"],
)
def test_a_line_break_in_the_subject_adds_no_header(site, queue, complaint, subject):
    site.send(site.address(), **complaint | {"subject": subject})
    for waiting in mail_queue.waiting(queue):
        assert Counter(waiting.message.keys())["Bcc"] == 0
        assert waiting.recipients == (SCHOOL.email,)


@pytest.mark.parametrize(
    "email, reply_to",
    [
        ("a@mau.vn\nBcc: x@la.vn", None),
        ("nguyễn@mau.vn", None),
        ("a@mau.vn,b@la.vn", None),
        ("o'hara@mau.vn", "Trần Văn Phụ Huynh <o'hara@mau.vn>"),
    ],
)
def test_an_answer_goes_to_one_plain_address_or_to_none(site, queue, complaint, email, reply_to):
    site.send(site.address(), **complaint | {"email": email})
    found = [waiting.message["Reply-To"] for waiting in mail_queue.waiting(queue)]
    assert found in ([], [reply_to])


def test_decomposed_text_is_stored_composed(site, complaint):
    site.send(
        site.address(),
        **complaint | {"subject": unicodedata.normalize("NFD", "Về cô giáo lớp 3A")},
    )
    assert kept(site)[0]["entries"][1] == ("subject", "Chủ đề", "Về cô giáo lớp 3A")


def test_feedback_may_be_sent_without_a_name(site, complaint):
    for name in ("name", "phone", "email"):
        complaint[name] = ""
    assert site.send(site.address(), **complaint).status_code == 200
    assert [name for name, _label, _text in kept(site)[0]["entries"]] == [
        "kind",
        "subject",
        "message",
        "consent",
    ]


@pytest.mark.parametrize("section", ["questions", "contact"])
def test_a_question_needs_a_way_to_answer_it(site, complaint, section):
    del complaint["kind"]
    nowhere = complaint | {"phone": "", "email": ""}
    response = site.send(site.address(section), **nowhere)
    assert typed(response, "message") == complaint["message"]
    assert kept(site, section) == []
    site.send(site.address(section), **complaint)
    assert len(kept(site, section)) == 1


def test_without_consent_nothing_is_taken(site, complaint):
    del complaint["consent"]
    response = site.send(site.address(), **complaint)
    assert "Ông/bà cần đánh dấu vào ô đồng ý" in error_of(response)
    assert kept(site) == []


@pytest.mark.parametrize("field, size", [("message", 5001), ("subject", 201), ("name", 101)])
def test_a_text_too_long_comes_back_and_is_not_taken(site, complaint, field, size):
    complaint[field] = "x" * size
    response = site.send(site.address(), **complaint)
    assert (typed(response, field), kept(site)) == ("x" * size, [])


def test_a_post_without_the_honeypot_is_refused(site, complaint):
    response = site.send(site.address(), drop=("protected_1",), **complaint)
    assert (response.status_code, kept(site)) == (403, [])


@pytest.mark.parametrize("way", ["", "/view", "/embedded"])
def test_a_robot_that_fills_the_honeypot_is_refused_everywhere(site, complaint, way):
    data = {f"form.widgets.{name}": value for name, value in complaint.items()}
    data |= {"form.buttons.submit": "1", "protected_1": "mua hàng"}
    response = requests.post(site.address() + way, data=data)
    assert (response.status_code, kept(site)) == (403, [])


def test_a_link_does_not_send(site, complaint):
    query = {f"form.widgets.{name}": value for name, value in complaint.items()}
    query |= {"form.buttons.submit": "1", "protected_1": ""}
    requests.get(site.address(), params=query)
    assert kept(site) == []


def test_a_post_from_another_site_does_not_send(site, complaint):
    response = site.send(site.address(), drop=("_authenticator",), **complaint)
    assert (response.status_code, kept(site)) == (403, [])


@pytest.mark.parametrize(
    "language, name", [("vi", "Nội dung góp ý, phản ánh"), ("en", "Your feedback")]
)
def test_a_visitor_finds_the_form_at_the_section_itself(site, language, name):
    section = site.address(language=language).rsplit("/", 1)[0]
    page = html.fromstring(requests.get(section).content)
    (label,) = page.xpath("//label[@for='form-widgets-message']")
    (message,) = page.xpath("//*[@name='form.widgets.message']")
    (email,) = page.xpath("//*[@name='form.widgets.email']")
    assert label.text_content().split("\n")[1].strip() == name
    assert (message.get("maxlength"), message.get("rows")) == ("5000", "8")
    assert email.get("autocomplete") == "email"
    assert page.cssselect("p.lead")[0].text_content() == site.form(language=language).description
