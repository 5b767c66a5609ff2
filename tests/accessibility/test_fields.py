"""What a form says to who hears it, in the forms of visitors and of editors."""

from lxml import html
from tests.face.conftest import spaced
from tests.feedback.conftest import PASSWORD
from tests.feedback.conftest import queue
from tests.feedback.conftest import site
import requests

__all__ = ["queue", "site"]


def test_a_form_sent_empty_tells_each_field_what_is_wrong_with_it(site):
    answer = site.send(site.address(), subject="", message="")

    tree = html.fromstring(answer.content)
    told = {
        field.get("name"): spaced(tree.get_element_by_id(field.get("aria-describedby").split()[0]))
        for field in tree.cssselect(".easyformForm [aria-invalid=true]")
    }
    assert told == {
        "form.widgets.subject": "Mục này không được để trống.",
        "form.widgets.message": "Mục này không được để trống.",
        "form.widgets.consent:list": (
            "Ông/bà cần đánh dấu vào ô đồng ý thì thông tin mới được tiếp nhận."
        ),
    }


def test_nothing_is_called_wrong_before_it_was_sent(site):
    tree = html.fromstring(requests.get(site.address(), timeout=60).content)

    told = {one.get("name"): one.get("aria-invalid") for one in tree.cssselect("form [required]")}
    assert told["form.widgets.consent:list"] == "false"
    assert "true" not in told.values()


def test_labels_of_files_and_groups_belong_to_what_they_name(site):
    page = requests.get(
        f"{site.url}/vi/tin-tuc-su-kien/hoat-dong/++add++News Item",
        auth=("editor", PASSWORD),
        timeout=60,
    )

    tree = html.fromstring(page.content)
    there = {one.get("id") for one in tree.cssselect("main [id]")}
    named = [one.get("for") for one in tree.cssselect("main label[for]")]
    groups = [one.get("aria-labelledby") for one in tree.cssselect("main [role=group]")]
    assert "form-widgets-ILeadImageBehavior-image-input" in named
    assert [one for one in (*named, *groups) if one not in there] == []
