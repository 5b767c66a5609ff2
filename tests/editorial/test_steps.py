"""Steps made in code: what is demanded, what is refused and how it is said."""

from DateTime import DateTime
from datetime import datetime
from datetime import timedelta
from eduportal import editorial
from eduportal.editorial import StepRefused
from plone import api
from zope.i18n import translate
import pytest

SECRET = "Confirm that the text holds no state secret; it was not approved."


def choose(**settings):
    for name, value in settings.items():
        api.portal.set_registry_record(f"eduportal.editorial.{name}", value)


def walk(content, *steps):
    """Each step as (person, transition); a reason and the confirmation are always given."""
    for person, transition in steps:
        with api.env.adopt_user(person):
            editorial.step(content, transition, reason="Đã xem", confirmed=True)
    return api.content.get_state(content)


def refused(content, person, transition, **more):
    """The sentence in English, with the proof that nothing was changed."""
    before = (api.content.get_state(content), content.effective_date, content.expiration_date)
    with api.env.adopt_user(person), pytest.raises(StepRefused) as caught:
        editorial.step(content, transition, **more)
    after = (api.content.get_state(content), content.effective_date, content.expiration_date)
    assert after == before
    return translate(caught.value.message, target_language="en")


def test_what_each_step_asks_for(portal):
    asked = {name: editorial.needs(name) for name in editorial.STEPS}
    choose(state_secret=False)
    unasked = {name: editorial.needs(name) for name in ("publish", "schedule")}
    assert asked == {
        "submit": set(),
        "examine": set(),
        "return": {"reason"},
        "publish": {"confirmation"},
        "schedule": {"confirmation", "date"},
        "withdraw": {"reason"},
        "retract": set(),
    }
    assert unasked == {"publish": set(), "schedule": {"date"}}


@pytest.mark.parametrize("reason", ["", "  \n "])
def test_nothing_is_returned_or_taken_down_without_a_reason(board, write, reason):
    said = [
        refused(write("submitted"), "chief", "return", reason=reason),
        refused(write("published"), "chief", "withdraw", reason=reason),
    ]
    assert said == [
        "Say what has to be changed; without a reason nothing is returned.",
        "Say why the item is taken down; without a reason nothing is taken down.",
    ]


def test_the_reason_is_demanded_of_code_too(board, write):
    content = write("submitted")
    with api.env.adopt_roles(["Manager"]), pytest.raises(StepRefused):
        api.portal.get_tool("portal_workflow").doActionFor(content, "return")
    assert api.content.get_state(content) == "submitted"


def test_who_approves_confirms_that_no_state_secret_is_in_it(board, write):
    content = write("submitted")
    assert refused(content, "chief", "publish") == SECRET
    choose(state_secret=False)
    with api.env.adopt_user("chief"):
        editorial.step(content, "publish")
    assert api.content.get_state(content) == "published"


@pytest.mark.parametrize("person", ["contributor", "editor", "administrator"])
def test_publication_is_the_chief_editors_alone(board, write, person):
    assert refused(write("submitted"), person, "publish", confirmed=True) == (
        "“Approve and publish” is not possible now, or not yours to do. The item is: "
        "Submitted for approval."
    )


@pytest.mark.parametrize("person", ["chief", "administrator"])
def test_chief_editors_and_administrators_take_down(board, write, person):
    content = write("published")
    assert walk(content, (person, "withdraw")) == "withdrawn"


def test_a_scheduled_item_keeps_its_hour_in_local_time(board, write):
    content = write("submitted")
    with api.env.adopt_user("chief"):
        editorial.step(
            content,
            "schedule",
            at=datetime(2099, 12, 1, 7, 30),
            expires=datetime(2099, 12, 31, 23, 0),
            confirmed=True,
        )
    dates = [date.toZone("UTC").ISO8601() for date in (content.effective(), content.expires())]
    assert api.content.get_state(content) == "scheduled"
    assert dates == ["2099-12-01T00:30:00+00:00", "2099-12-31T16:00:00+00:00"]


def test_a_refused_schedule_leaves_no_dates_behind(board, write):
    content = write("submitted")
    past = datetime.now() - timedelta(days=2)
    said = refused(content, "chief", "schedule", at=past, expires=past, confirmed=True)
    assert said.startswith("To schedule an item, give a date and an hour")


def test_history_tells_who_did_what_why_and_when(board, write):
    content = write("draft")
    walk(content, ("contributor", "submit"), ("chief", "return"))
    entries = editorial.history(content)
    told = [(one.action, one.actor, one.comment, one.state) for one in entries]
    assert told == [
        ("", "contributor", "", "draft"),
        ("submit", "contributor", "Đã xem", "submitted"),
        ("return", "chief", "Đã xem", "returned"),
    ]
    assert {str(one.time.tzinfo) for one in entries} == {"Asia/Ho_Chi_Minh"}
    assert DateTime() - DateTime(entries[-1].time) < 1


def test_a_file_inside_an_item_has_no_history_of_its_own(board, write):
    inside = write(kind="File", parent=write("draft", "OfficialDocument"))
    with api.env.adopt_roles(["Manager"]):
        assert (editorial.history(inside), editorial.steps(inside)) == ([], [])


@pytest.mark.parametrize(
    ("examiner", "publisher", "allowed"),
    [
        ("editor", "chief", True),
        ("second", "chief", True),
        # one person's two looks are one look
        ("chief", "chief", False),
        (None, "chief", False),
    ],
)
def test_a_second_look_is_somebody_elses(board, write, second, examiner, publisher, allowed):
    choose(second_look=True)
    content = write("submitted")
    if examiner:
        walk(content, (examiner, "examine"))
    with api.env.adopt_user(publisher):
        offered = editorial.steps(content)
    assert ("publish" in offered, "schedule" in offered) == (allowed, allowed)
    if allowed:
        assert walk(content, (publisher, "publish")) == "published"
    else:
        said = refused(content, publisher, "publish", confirmed=True)
        assert said.startswith("Before it is published, the text has to be submitted and examined")


@pytest.fixture
def second(board):
    with api.env.adopt_roles(["Manager"]):
        api.user.create(username="second", email="second@mau.vn", password="mat khau thu hai dai")
        api.group.add_user(groupname="chief-editors", username="second")


def test_an_author_does_not_examine_though_another_name_stands_on_the_text(board, write):
    choose(second_look=True)
    content = write("submitted")
    content.setCreators(("other",))
    with api.env.adopt_roles(["Manager"]):
        api.group.add_user(groupname="editors", username="contributor")
    assert refused(content, "contributor", "examine") == (
        "Whoever wrote a text does not examine it; somebody else of the board does."
    )


def test_a_look_from_before_the_text_was_returned_does_not_count(board, write):
    choose(second_look=True)
    content = write("submitted")
    walk(content, ("editor", "examine"), ("chief", "return"), ("contributor", "submit"))
    with api.env.adopt_user("chief"):
        assert "publish" not in editorial.steps(content)
    assert walk(content, ("editor", "examine"), ("chief", "publish")) == "published"


def test_nothing_goes_from_draft_to_public_where_a_second_look_is_wanted(board, write):
    choose(second_look=True)
    for state in ("draft", "returned"):
        with api.env.adopt_user("chief"):
            assert editorial.steps(write(state)) == ["submit"]


def test_what_was_scheduled_with_a_second_look_may_be_published_at_its_hour(board, write):
    choose(second_look=True)
    content = write("submitted")
    walk(content, ("editor", "examine"))
    with api.env.adopt_user("chief"):
        editorial.step(content, "schedule", at=datetime(2099, 1, 1), confirmed=True)
    assert walk(content, ("chief", "publish")) == "published"


def test_an_own_text_is_approved_by_another_where_the_board_wants_it_so(board, write, deputy):
    with api.env.adopt_roles(["Manager"]):
        api.group.add_user(groupname="chief-editors", username="contributor")
    content = write("submitted")
    choose(own_text=False)
    said = refused(content, "contributor", "publish", confirmed=True)
    assert said.startswith("Nobody approves a text of their own on this portal")
    assert walk(content, ("other", "publish")) == "published"
    choose(own_text=True)
    assert walk(write("submitted"), ("contributor", "publish")) == "published"


def test_reviewers_are_the_chief_editors_and_the_deputies_of_today(board, deputy):
    assert (editorial.reviewers(), editorial.deputies_today()) == (["chief", "other"], ["other"])
    with api.env.adopt_roles(["Manager"]):
        api.portal.get_tool("portal_groups").addGroup("toan", title="Tổ Toán")
        api.group.add_user(groupname="toan", username="editor")
        board.acl_users.source_groups.addPrincipalToGroup("toan", "chief-editors")
    assert editorial.reviewers() == ["chief", "editor", "other"]


def test_a_refusal_is_said_in_the_language_of_the_portal(board, write):
    content = write("submitted")
    with api.env.adopt_user("chief"), pytest.raises(StepRefused) as caught:
        editorial.step(content, "return")
    assert str(caught.value) == "Hãy ghi rõ điều cần sửa; chưa có lý do thì chưa trả lại."


def test_an_hour_is_vietnams_also_where_an_entry_was_written_by_another_zone(board, write):
    item = write("draft")
    moment = DateTime("2026/11/21 18:14:30 UTC")
    # what DateTime() says in a process whose zone was set after Python had started
    moment._day, moment._hour = 22, 1
    item.workflow_history["editorial"][-1]["time"] = moment

    assert f"{editorial.history(item)[-1].time:%H:%M %d/%m/%Y}" == "01:14 22/11/2026"
