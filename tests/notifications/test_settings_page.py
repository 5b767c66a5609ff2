"""Which mails a member gets is the member's own choice, made on a page of the personal menu."""

from lxml import html
from plone import api
import transaction


def page(post, person, language="vi"):
    return post.office.ask(person, "GET", f"{post.office.url}/{language}/@@notification-settings")


def choose(post, person, value, token=True):
    data = {"mails": value}
    if token:
        found = html.fromstring(page(post, person).content)
        data["_authenticator"] = found.xpath("//main//input[@name='_authenticator']/@value")[0]
    address = f"{post.office.url}/vi/@@notification-settings"
    answer = post.office.ask(person, "POST", address, data=data)
    transaction.begin()
    return answer


def wish(person):
    return api.user.get(person).getProperty("editorial_mail")


def test_a_member_chooses_and_finds_the_choice_again(http_post):
    answer = choose(http_post, "contributor", "weekly")
    chosen = html.fromstring(page(http_post, "contributor").content).xpath(
        "//input[@name='mails'][@checked]/@value"
    )

    assert (answer.status_code, chosen, wish("contributor")) == (200, ["weekly"], "weekly")
    assert wish("other") == "each"
    assert answer.headers["Cache-Control"] == "private, no-store"


def test_without_a_token_or_with_another_value_nothing_is_kept(http_post):
    refused = choose(http_post, "contributor", "off", token=False)
    told = choose(http_post, "contributor", "sometimes")

    assert refused.status_code == 403
    assert "Hãy chọn một trong ba mục." in told.text
    assert wish("contributor") == "each"


def test_a_visitor_is_led_to_the_sign_in(http_post):
    answer = page(http_post, None)

    assert answer.status_code == 302
    assert "/require_login?" in answer.headers["Location"]


def test_the_page_is_in_the_personal_menu_and_in_english_too(http_post):
    answer = http_post.office.ask("contributor", "GET", f"{http_post.office.url}/en")

    assert f"{http_post.office.url}/en/@@notification-settings" in answer.text
    assert "Which mails do you want?" in page(http_post, "contributor", "en").text
