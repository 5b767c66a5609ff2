"""Real submissions lie in the register while people of every role try to get at them."""

from eduportal.feedback import box
from io import BytesIO
from lxml import html
from openpyxl import load_workbook
from plone import api
import pytest
import requests
import transaction

GROUPS = ("contributor", "editor", "reviewer", "owner", "reader", "administrator")
SECRET = "Bí Mật"
READERS = ("reader", "administrator", "manager")
OTHERS = ("anonymous", "contributor", "editor", "reviewer", "owner")


@pytest.fixture
def told(site, complaint):
    """A complaint has arrived, and the form belongs to one of the editors."""
    with api.env.adopt_roles(["Manager"]):
        form = site.form()
        form.manage_setLocalRoles("owner", ["Owner"])
        form.reindexObjectSecurity()
    transaction.commit()
    assert site.send(site.address(), **complaint).status_code == 200
    return site


def form_path(site):
    return "/".join(site.form().getPhysicalPath()[2:])


def shows(response):
    """Whether the complaint is in an answer, however it is written there."""
    bodies = [response.content]
    if response.content[:2] == b"PK":
        cells = load_workbook(BytesIO(response.content)).active.iter_rows(values_only=True)
        bodies.append("\n".join(str(cell) for row in cells for cell in row).encode())
    spellings = (
        SECRET.encode(),
        SECRET.encode("unicode_escape"),
        SECRET.encode("ascii", "xmlcharrefreplace"),
    )
    return any(spelling in body for spelling in spellings for body in bodies)


@pytest.mark.parametrize("view", ["@@submissions", "@@submissions.xlsx"])
def test_the_register_is_open_to_administrators_and_readers_alone(told, view):
    seen = {
        (person, root): shows(told.get(person, f"{root}{view}"))
        for person in READERS + OTHERS
        for root in ("", "vi/", "en/")
    }
    assert seen == {
        (person, root): person in READERS
        for person in READERS + OTHERS
        for root in ("", "vi/", "en/")
    }


@pytest.mark.parametrize("person", READERS)
def test_the_register_is_never_stored_by_a_cache(told, person):
    for view in ("@@submissions", "@@submissions.xlsx"):
        answer = told.get(person, view)
        assert answer.headers["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize(
    "way",
    [
        "",
        "/view",
        "/embedded",
        "/@@saveddata",
        "/@@get_save_data_adapters",
        "/actions",
        "/actions/intake",
        "/actions/intake/@@edit",
        "/actions/intake/@@data",
        "/actions/intake/@@data?form.buttons.download=1",
        "/fields/@@modeleditor",
        "/@@export-easyform",
        "/manage_exportObject?download:int=1",
        "/manage_FTPget",
        "/_inputStorage",
        "/__annotations__",
        "/sharing",
        "/edit",
    ],
)
def test_no_page_of_the_form_holds_what_was_sent(told, way):
    seen = {
        person: shows(told.get(person, form_path(told) + way)) for person in (*OTHERS, *READERS)
    }
    assert seen == dict.fromkeys((*OTHERS, *READERS), False)


@pytest.mark.parametrize(
    "way",
    ["{form}", "{form}/@history", "{form}/@types", "@search?fullobjects=1&SearchableText=giáo", ""],
)
def test_rest_holds_nothing_of_what_was_sent(told, way):
    path = way.format(form=form_path(told))
    answers = {
        person: told.get(person, path, headers={"Accept": "application/json"})
        for person in (*OTHERS, *READERS)
    }
    assert {person: shows(answer) for person, answer in answers.items()} == dict.fromkeys(
        answers, False
    )
    assert {answer.status_code for answer in answers.values()} <= {200, 401}


def test_the_search_finds_nothing_that_was_sent(told):
    for person in (*OTHERS, *READERS):
        assert told.get(person, "@@search?SearchableText=Phụ+Huynh").text.count("0912 000 000") == 0


def test_a_copy_of_the_form_carries_no_row(told):
    with api.env.adopt_roles(["Manager"]):
        copy = api.content.copy(told.form(), target=told.form().aq_parent, id="ban-sao")
    assert not hasattr(copy, "_inputStorage")
    stream = BytesIO()
    transaction.savepoint()
    copy._p_jar.exportFile(copy._p_oid, stream)
    assert SECRET.encode() not in stream.getvalue()
    transaction.abort()


def test_an_exported_form_carries_no_row(told):
    form = told.form()
    stream = BytesIO()
    form._p_jar.exportFile(form._p_oid, stream)
    assert (SECRET.encode() in stream.getvalue(), b"gui-gop-y" in stream.getvalue()) == (
        False,
        True,
    )


@pytest.mark.parametrize("person", OTHERS)
@pytest.mark.parametrize(
    "way", ["/actions", "/actions/intake/@@edit", "/actions/@@modeleditor", "/fields/@@modeleditor"]
)
def test_nobody_below_an_administrator_decides_where_messages_go(told, person, way):
    answer = told.get(person, form_path(told) + way)
    assert answer.status_code in (302, 401, 403)


def test_an_administrator_may_change_the_actions_of_a_form(told):
    assert told.get("administrator", form_path(told) + "/actions").status_code == 200


@pytest.mark.parametrize("field", ["actions_model", "fields_model", "savedDataStorage"])
@pytest.mark.parametrize("person", ["editor", "reviewer", "owner", "anonymous"])
def test_rest_does_not_let_them_either(told, person, field):
    before = (told.form().actions_model, told.form().fields_model)
    answer = requests.patch(
        f"{told.url}/{form_path(told)}",
        json={field: "<model xmlns='http://namespaces.plone.org/supermodel/schema' />"},
        headers={"Accept": "application/json"},
        auth=None if person == "anonymous" else (person, "mat-khau-dai-cua-nguoi-thu"),
    )
    transaction.begin()
    assert answer.status_code in (401, 403)
    assert (told.form().actions_model, told.form().fields_model) == before


def test_rest_tells_the_actions_to_administrators_alone(told):
    answers = {
        person: told.get(person, form_path(told), headers={"Accept": "application/json"}).json()
        for person in (*OTHERS, "administrator")
    }
    assert {person: "actions_model" in answer for person, answer in answers.items()} == (
        dict.fromkeys(OTHERS, False) | {"administrator": True}
    )


def test_a_role_given_further_down_opens_nothing(told):
    with api.env.adopt_roles(["Manager"]):
        for role in ("Owner", "Editor", "Reviewer"):
            for place in (told.portal, told.portal.vi):
                api.user.grant_roles(username="contributor", roles=[role], obj=place)
    transaction.commit()
    assert not shows(told.get("contributor", "vi/@@submissions"))


def test_a_reader_reads_and_does_not_remove(told):
    transaction.begin()
    ((number, _row),) = box.submissions(told.portal, "feedback")
    data = {"box": "feedback", "number": number, "remove": "1"}
    auth = ("reader", "mat-khau-dai-cua-nguoi-thu")
    requests.post(f"{told.url}/@@submissions", data=data, auth=auth)
    transaction.begin()
    assert len(list(box.submissions(told.portal, "feedback"))) == 1


def test_an_administrator_removes_from_the_page_and_not_by_a_link(told):
    auth = ("administrator", "mat-khau-dai-cua-nguoi-thu")
    transaction.begin()
    ((number, _row),) = box.submissions(told.portal, "feedback")
    requests.get(f"{told.url}/@@submissions?remove=1&box=feedback&number={number}", auth=auth)
    transaction.begin()
    assert len(list(box.submissions(told.portal, "feedback"))) == 1
    page = html.fromstring(told.get("administrator", "@@submissions").content)
    (form,) = [form for form in page.forms if "number" in form.fields]
    data = dict(form.form_values()) | {"remove": "1"}
    requests.post(form.get("action"), data=data, auth=auth)
    transaction.begin()
    assert list(box.submissions(told.portal, "feedback")) == []


def test_the_workbook_holds_the_words_as_text(site, complaint):
    site.send(site.address(), **complaint | {"subject": "=1+1"})
    answer = site.get("reader", "@@submissions.xlsx?box=feedback")
    heading, row = load_workbook(BytesIO(answer.content)).active.iter_rows()
    assert [cell.value for cell in heading][2:8] == [
        "Loại ý kiến",
        "Chủ đề",
        "Nội dung góp ý, phản ánh",
        "Họ và tên",
        "Điện thoại",
        "Thư điện tử",
    ]
    assert [(cell.value, cell.data_type) for cell in row][3] == ("=1+1", "s")


def test_the_register_shows_a_message_as_text_and_not_as_markup(told):
    page = told.get("reader", "@@submissions").text
    assert ("&lt;script&gt;x" in page, "<script>x" in page, 'href="https://vi.du' in page) == (
        True,
        False,
        False,
    )


def test_the_people_of_these_tests_are_signed_in_and_the_reviewer_may_edit(told):
    for person in GROUPS:
        assert "userrole-authenticated" in told.get(person, "vi/view").text
    assert told.get("reviewer", form_path(told) + "/edit").status_code == 200


def test_the_register_is_in_the_menu_of_those_who_may_open_it(told):
    shown = {person: "@@submissions" in told.get(person, "vi/view").text for person in GROUPS}
    assert shown == {person: person in READERS for person in GROUPS}


def test_the_register_comes_in_pages_newest_first(site, complaint):
    for count in range(31):
        box.keep(
            site.portal,
            "feedback",
            language="vi",
            form="Gửi góp ý, phản ánh",
            entries=(("subject", "Chủ đề", f"Việc {count}"),),
        )
    transaction.commit()
    pages = [
        html.fromstring(site.get("reader", f"@@submissions?box=feedback&b_start={start}").content)
        for start in (0, 30)
    ]
    subjects = [
        [row.text_content().split()[-1] for row in page.cssselect("summary")] for page in pages
    ]
    assert subjects == [[str(count) for count in range(30, 0, -1)], ["0"]]
