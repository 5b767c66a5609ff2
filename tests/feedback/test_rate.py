from eduportal.feedback import box
from lxml import html
from plone import api
import pytest
import transaction
import ZPublisher.HTTPRequest


def sent(site):
    transaction.begin()
    return len(list(box.submissions(site.portal, "feedback")))


def allow(**limits):
    for name, value in limits.items():
        api.portal.set_registry_record(f"eduportal.feedback.{name}", value)
    transaction.commit()


@pytest.mark.parametrize(
    "language, sentence",
    [
        ("vi", "Nội dung của ông/bà chưa được gửi; phần đã nhập vẫn còn bên dưới."),
        ("en", "Yours was not sent; what you typed is still below."),
    ],
)
def test_the_sixth_post_in_ten_minutes_gets_429_and_its_text_back(
    site, complaint, language, sentence
):
    address = site.address(language=language)
    answers = [site.send(address, **complaint) for _post in range(6)]
    assert [answer.status_code for answer in answers] == [200] * 5 + [429]
    assert 590 <= int(answers[5].headers["Retry-After"]) <= 600
    page = html.fromstring(answers[5].content)
    (message,) = page.cssselect("textarea")
    assert message.value.strip().splitlines() == complaint["message"].splitlines()
    assert sentence in page.cssselect(".alert-danger")[0].text_content()
    assert sent(site) == 5


def test_a_post_that_is_sent_back_for_mistakes_is_not_counted(site, complaint):
    allow(visitor_posts=1)
    wrong = complaint | {"subject": ""}
    answers = [site.send(site.address(), **data) for data in (wrong, wrong, complaint, complaint)]
    assert [answer.status_code for answer in answers] == [200, 200, 200, 429]


def test_a_forged_address_does_not_help(site, complaint):
    allow(visitor_posts=1)
    answers = [
        site.send(site.address(), headers={"X-Forwarded-For": f"203.0.113.{n}"}, **complaint)
        for n in (1, 2)
    ]
    assert [answer.status_code for answer in answers] == [200, 429]


def test_behind_a_trusted_proxy_visitors_are_told_apart(site, complaint, monkeypatch):
    monkeypatch.setattr(ZPublisher.HTTPRequest, "trusted_proxies", ["127.0.0.1"])
    allow(visitor_posts=1)
    answers = [
        site.send(site.address(), headers={"X-Forwarded-For": f"203.0.113.{n}"}, **complaint)
        for n in (1, 2, 1)
    ]
    assert [answer.status_code for answer in answers] == [200, 200, 429]


def test_a_form_as_a_whole_takes_only_so_many(site, complaint, monkeypatch):
    monkeypatch.setattr(ZPublisher.HTTPRequest, "trusted_proxies", ["127.0.0.1"])
    allow(form_posts=2)
    answers = [
        site.send(site.address(), headers={"X-Forwarded-For": f"203.0.113.{n}"}, **complaint)
        for n in (1, 2, 3)
    ]
    assert [answer.status_code for answer in answers] == [200, 200, 429]
