"""News names its author and source; what is reposted does not go without one."""

from bs4 import BeautifulSoup
from eduportal import sections
from eduportal.sources import attribution
from eduportal.sources import warnings
from plone import api
from plone.app.textfield.value import RichTextValue
from zope.i18n import translate
import pytest
import transaction

RULE = "cần ghi rõ nguồn trích dẫn"
FREE = "https://thuvien.violet.vn/bai-giang"


def ask(office, method, address, person="contributor", **data):
    return office.ask(
        person,
        method,
        address,
        json=data,
        headers={"Accept": "application/json", "Accept-Language": "en"},
    )


@pytest.mark.parametrize("kind", ["News Item", "Album"])
def test_reposting_without_a_source_is_refused_over_rest_with_the_rule(office, kind):
    section = office.address(sections.find("unit-news"))
    refused = ask(office, "POST", section, **{"@type": kind, "title": "T", "reposted": True})
    made = ask(
        office,
        "POST",
        section,
        **{"@type": kind, "title": "T", "reposted": True, "source_name": "Báo Mẫu"},
    )
    later = ask(office, "PATCH", made.json()["@id"], source_name="")

    assert [one.status_code for one in (refused, made, later)] == [400, 201, 400]
    assert [RULE in str(one.json()) for one in (refused, later)] == [True, True]


def add_form(office, **fields):
    section = office.address(sections.find("news"))
    return office.ask(
        "contributor",
        "POST",
        f"{section}/++add++News Item",
        data={
            "_authenticator": office.token("contributor"),
            "form.widgets.IDublinCore.title": "Tin đăng lại",
            "form.widgets.IRichTextBehavior.text": "<p>Chào</p>",
            "form.widgets.IRichTextBehavior.text.mimeType": "text/html",
            "form.widgets.ISource.reposted-empty-marker": "1",
            "form.widgets.IUrgency.urgency": "normal",
            "form.widgets.IUrgency.urgency-empty-marker": "1",
            "form.widgets.IPupils.pupil_pictures-empty-marker": "1",
            "form.buttons.save": "Save",
            **{f"form.widgets.ISource.{name}": value for name, value in fields.items()},
        },
    )


def test_reposting_without_a_source_is_refused_in_the_form_with_the_rule(office):
    refused = add_form(office, reposted="selected")
    made = add_form(office, reposted="selected", source_name="Báo Mẫu")

    assert (refused.status_code, RULE in refused.text) == (200, True)
    assert (made.status_code, made.headers.get("Location", made.text)[-5:]) == (302, "/view")


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "//bao.vn/tin"])
def test_a_source_is_an_address_of_the_web(office, address):
    section = office.address(sections.find("news"))
    answer = ask(
        office, "POST", section, **{"@type": "News Item", "title": "T", "source_url": address}
    )

    assert (answer.status_code, "source_url" in answer.text) == (400, True)


def test_author_and_source_stand_under_the_text_and_in_lists(office, write):
    news = write(
        "published",
        author_names="Nguyễn Văn Mẫu",
        reposted=True,
        source_name="Báo Mẫu",
        source_url="https://bao.mau.vn/tin?a=1&b=2",
    )
    transaction.commit()
    page = BeautifulSoup(office.ask("", "GET", office.address(news)).text, "html.parser")
    shown = page.select_one(".edu-source")
    section = office.ask("", "GET", office.address(sections.find("news"))).text
    listed = BeautifulSoup(section, "html.parser").select_one(".edu-list__source")

    assert " ".join(shown.text.split()) == "Tác giả: Nguyễn Văn Mẫu Nguồn: Báo Mẫu"
    assert shown.a["href"] == "https://bao.mau.vn/tin?a=1&b=2"
    assert listed.text == "Nguyễn Văn Mẫu – Báo Mẫu"


def test_a_source_without_a_name_goes_by_its_host_and_nothing_is_shown_of_nothing(office, write):
    named = write("published", source_url="https://bao.mau.vn/tin")
    plain = write("published")
    transaction.commit()

    assert attribution(named).line == "bao.mau.vn"
    assert not attribution(plain)
    assert "edu-source" not in office.ask("", "GET", office.address(plain)).text


def item(portal, markup="", **fields):
    text = RichTextValue(markup, "text/html", "text/x-html-safe")
    with api.env.adopt_roles(["Manager"]):
        return api.content.create(
            sections.find("news"), "News Item", title="Tin", text=text, **fields
        )


def hosts(content):
    return [warning.mapping["host"] for warning in warnings(content)]


@pytest.mark.parametrize(
    ("markup", "found"),
    [
        ("<p>Không có gì</p>", []),
        ("", []),
        (f'<a href="{FREE}">Bài</a> <a href="{FREE}/2">Bài</a>', ["thuvien.violet.vn"]),
        ('<img src="//TRUONG.Webnode.vn/a.png" />', ["truong.webnode.vn"]),
        ('<a href="https://violet.vn:443./x">x</a>', ["violet.vn"]),
        ('<a href="https://violet.vn.edu.vn/">x</a>', []),
        ('<a href="https://ultraviolet.vn/">x</a>', []),
        ('<a href="mailto:a@violet.vn">x</a>', []),
    ],
)
def test_links_to_free_hosts_are_found(portal, markup, found):
    assert hosts(item(portal, markup)) == found


def test_the_source_counts_and_the_list_is_the_units_own(portal):
    news = item(portal, '<a href="https://bai.blog.mau/">x</a>', source_url=FREE)
    before = hosts(news)
    api.portal.set_registry_record("eduportal.sources.free_hosts", ("www.Blog.mau", " "))

    assert (before, hosts(news)) == (["thuvien.violet.vn"], ["bai.blog.mau"])
    assert "Kon Tum" in translate(warnings(news)[0])


def test_the_editor_reads_the_warning_after_saving_and_the_item_is_saved(office):
    saved = add_form(office, source_name="Violet", source_url=FREE)
    page = BeautifulSoup(
        office.ask("contributor", "GET", saved.headers["Location"], cookies=saved.cookies).text,
        "html.parser",
    )

    assert saved.status_code == 302
    assert ["thuvien.violet.vn" in one.text for one in page.select(".statusmessage-warning")] == [
        True
    ]


def test_the_panel_keeps_the_list(office):
    answer = office.ask("administrator", "GET", f"{office.url}/@@eduportal-sources-controlpanel")
    field = BeautifulSoup(answer.text, "html.parser").select_one("textarea")

    assert (answer.status_code, field.text.split()) == (200, ["violet.vn", "webnode.vn"])
    assert (
        office.ask("chief", "GET", f"{office.url}/@@eduportal-sources-controlpanel").status_code
        == 302
    )
