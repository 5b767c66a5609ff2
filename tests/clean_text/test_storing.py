"""What forms and REST store, asked over HTTP."""

from eduportal import sections
from plone import api
from plone.app.textfield.value import RichTextValue
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent
import pytest
import transaction

TYPED = "Kê\u0301 hoạch\u00a0 năm\u200b học"
STORED = "Kế hoạch năm học"
PASTED = "<p class=MsoNormal><span style='color:red'>To\u0302\u0301t<o:p></o:p></span></p>"
CLEAN = "<p>Tốt</p>"


def fields(content) -> dict:
    return {
        "title": content.title,
        "description": content.description,
        "text": content.text.raw,
        "subjects": content.subject,
    }


WANTED = {"title": STORED, "description": STORED, "text": CLEAN, "subjects": (STORED, "thi")}


def test_rest_stores_clean_text_when_adding_and_when_changing(office):
    section = office.address(sections.find("news"))
    body = {
        "@type": "News Item",
        "title": TYPED,
        "description": TYPED,
        "text": {"data": PASTED, "content-type": "text/html"},
        "subjects": [TYPED, "thi"],
    }
    made = office.rest("editor", "POST", section, json=body)
    transaction.begin()
    added = api.content.get(path=made.json()["@id"].removeprefix(office.url))
    first = fields(added)

    others = {"title": f"{TYPED} 2", "text": {"data": f"{PASTED}x", "content-type": "text/html"}}
    answer = office.rest("editor", "PATCH", made.json()["@id"], json=others)
    transaction.begin()

    assert (made.status_code, first) == (201, WANTED)
    assert answer.status_code == 204
    assert fields(added) == WANTED | {"title": f"{STORED} 2", "text": f"{CLEAN}x"}


def test_the_form_stores_clean_text_and_its_first_version_is_clean(office):
    section = office.address(sections.find("news"))
    form = {
        "form.widgets.IDublinCore.title": TYPED,
        "form.widgets.IDublinCore.description": TYPED,
        "form.widgets.IRichTextBehavior.text": PASTED,
        "form.widgets.IRichTextBehavior.text.mimeType": "text/html",
        "form.widgets.IDublinCore.subjects": f"{TYPED};thi",
        "form.buttons.save": "1",
        "_authenticator": office.token("editor"),
    }
    answer = office.ask("editor", "POST", f"{section}/++add++News%20Item", data=form)
    transaction.begin()
    found = api.content.find(portal_type="News Item", Title=STORED)

    assert answer.status_code == 302, answer.text
    assert [fields(brain.getObject()) for brain in found] == [WANTED]


def test_an_upload_from_a_mac_has_its_name_composed(office):
    body = {
        "@type": "Image",
        "image": {
            "filename": "A\u0309nh.png",
            "data": "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA"
            "60e6kgAAAABJRU5ErkJggg==",
            "encoding": "base64",
            "content-type": "image/png",
        },
    }
    section = office.address(sections.find("news"))
    made = office.rest("editor", "POST", section, json=body).json()
    assert (made["title"], made["image"]["filename"]) == ("Ảnh.png", "Ảnh.png")


def test_other_sites_of_the_process_store_what_they_are_given(plain):
    with api.env.adopt_roles(["Manager"]):
        page = api.content.create(plain, "Document", id="a", title=TYPED)
        page.text = RichTextValue(PASTED, "text/html", "text/html")
    assert (page.title, page.text.raw) == (TYPED, PASTED)


@pytest.mark.parametrize("name", ["title", "description"])
def test_renaming_composes_too(office, write, name):
    news = write()
    setattr(news, name, TYPED)
    notify(ObjectModifiedEvent(news))
    assert getattr(news, name) == STORED
