"""The date of publication."""

from DateTime import DateTime
from eduportal import sections
from plone import api
import pytest


@pytest.fixture
def news(board):
    with api.env.adopt_roles(["Manager"]):
        return api.content.create(sections.find("news"), "News Item", title="Tin mới")


def choose(content, transition):
    """What plone.restapi does: it stamps a date whatever the transition."""
    if content.effective_date is None:
        content.setEffectiveDate(DateTime())
    with api.env.adopt_roles(["Manager"]):
        api.content.transition(content, transition)


def set_back(content, days):
    """As if everything so far had happened some days ago."""
    for entry in content.workflow_history["editorial"]:
        entry["time"] -= days
    if content.effective_date is not None:
        content.setEffectiveDate(content.effective_date - days)


def listed(content):
    (brain,) = api.content.find(UID=content.UID())
    return brain.effective.Date()


def test_publishing_by_code_dates_the_item(news):
    with api.env.adopt_roles(["Manager"]):
        api.content.transition(news, "publish")
    assert listed(news) == DateTime().Date()


def test_the_day_counts_on_which_it_was_published_and_not_submitted(news):
    choose(news, "submit")
    set_back(news, 3)
    assert news.effective_date.Date() == (DateTime() - 3).Date()
    choose(news, "publish")
    assert listed(news) == DateTime().Date()


def test_a_date_that_somebody_chose_is_kept(news):
    news.setEffectiveDate(DateTime("2019-09-05"))
    choose(news, "submit")
    choose(news, "publish")
    assert listed(news) == "2019/09/05"


def test_what_comes_back_after_being_taken_down_keeps_its_date(news):
    choose(news, "publish")
    set_back(news, 10)
    for transition in ("withdraw", "retract", "publish"):
        with api.env.adopt_roles(["Manager"]):
            api.content.transition(news, transition, comment="Sửa lỗi")
    assert news.effective_date.Date() == (DateTime() - 10).Date()
