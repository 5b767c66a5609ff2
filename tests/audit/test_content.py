"""What happens to content stands in the journal once it is stored, with old and new values."""

from eduportal import sections
from plone import api
from plone.app.textfield import RichTextValue
from plone.app.workflow.events import LocalrolesModifiedEvent
from plone.dexterity.utils import createContentInContainer
from zope.event import notify
from zope.lifecycleevent import modified
import pytest
import transaction

NEWS = "/vi/tin-tuc-su-kien"


@pytest.fixture
def item(functional, journal):
    with api.env.adopt_roles(["Manager"]):
        made = createContentInContainer(sections.find("news"), "News Item", title="Bài viết")
        made.text = RichTextValue("<p>Một.</p>", "text/html", "text/html")
        transaction.commit()
        yield made


def events(entries):
    return [(one["event"], one["where"], one.get("before"), one.get("after")) for one in entries]


def test_adding_editing_and_deleting_are_told_with_old_and_new_values(item, journal):
    uid = item.UID()
    item.title = "Bài viết mới"
    item.text = RichTextValue("<p>Hai.</p>", "text/html", "text/html")
    modified(item)
    modified(item)
    transaction.commit()
    item.aq_parent.manage_delObjects([item.getId()])
    transaction.commit()

    path = f"{NEWS}/bai-viet"
    told = {"type": "News Item", "uid": uid}
    assert events(journal()) == [
        ("content.add", path, None, {**told, "title": "Bài viết"}),
        (
            "content.edit",
            path,
            {"text": "<p>Một.</p>", "title": "Bài viết"},
            {"text": "<p>Hai.</p>", "title": "Bài viết mới"},
        ),
        ("content.delete", path, {**told, "title": "Bài viết mới"}, None),
    ]
    assert {one["from"] for one in journal()} == {"command"}


def test_a_long_text_is_told_by_the_lines_that_changed(item, journal):
    paragraphs = [f"<p>Đoạn {number} của một bài dài.</p>" for number in range(100)]
    item.text = RichTextValue("".join(paragraphs), "text/html", "text/html")
    modified(item)
    transaction.commit()
    item.text = RichTextValue("".join(paragraphs[:-1]), "text/html", "text/html")
    modified(item)
    transaction.commit()
    last = journal()[-1]

    assert last["after"]["text"].pop("diff") == "-<p>Đoạn 99 của một bài dài.</p>"
    assert {name: sorted(last[name]["text"]) for name in ("before", "after")} == {
        "before": ["characters", "sha256"],
        "after": ["characters", "sha256"],
    }


def test_saving_without_a_change_what_is_undone_and_what_is_rolled_back_are_not_told(item, journal):
    modified(item)
    transaction.commit()
    item.title = "Không lưu"
    modified(item)
    transaction.abort()
    before = transaction.savepoint()
    item.title = "Quay lại"
    modified(item)
    before.rollback()
    item.description = "Giữ"
    modified(item)
    transaction.savepoint()
    transaction.commit()

    assert events(journal())[1:] == [
        ("content.edit", f"{NEWS}/bai-viet", {"description": None}, {"description": "Giữ"})
    ]


def test_moving_renaming_and_steps_with_their_reasons_are_told(item, journal):
    item = api.content.rename(item, "ten-moi")
    item = api.content.move(item, sections.find("announcements"))
    transaction.commit()
    moved_to = item.absolute_url_path().removeprefix("/plone")
    workflow = api.portal.get_tool("portal_workflow")
    workflow.doActionFor(item, "submit")
    workflow.doActionFor(item, "return", comment="Thiếu nguồn")
    transaction.commit()

    assert events(journal())[1:] == [
        ("content.rename", f"{NEWS}/ten-moi", f"{NEWS}/bai-viet", f"{NEWS}/ten-moi"),
        ("content.move", moved_to, f"{NEWS}/ten-moi", moved_to),
        (
            "content.step",
            moved_to,
            {"state": "draft"},
            {"state": "submitted", "step": "submit"},
        ),
        (
            "content.step",
            moved_to,
            {"state": "submitted"},
            {"state": "returned", "step": "return", "reason": "Thiếu nguồn"},
        ),
    ]


def test_local_roles_are_told_apart_from_the_text(item, journal):
    item.manage_setLocalRoles("editors", ["Reviewer"])
    notify(LocalrolesModifiedEvent(item, item.REQUEST))
    transaction.commit()
    (told,) = journal()[1:]

    owner = {name: ["Owner"] for name in item.__ac_local_roles__ if name != "editors"}
    assert events([told]) == [
        (
            "content.share",
            f"{NEWS}/bai-viet",
            {"__ac_local_roles__": owner},
            {"__ac_local_roles__": {**owner, "editors": ["Reviewer"]}},
        )
    ]


def test_a_setting_is_told_once_and_a_secret_never(functional, journal):
    api.portal.set_registry_record("plone.site_title", "Trường Hoa Sen")
    api.portal.set_registry_record("plone.site_title", "Trường Hoa Sen")
    api.portal.set_registry_record("plone.smtp_pass", "bi mat")
    transaction.commit()

    assert [(one["where"], one["after"]) for one in journal()] == [
        ("plone.site_title", "Trường Hoa Sen"),
        ("plone.smtp_pass", "***"),
    ]
