"""What a form does not take: robots, floods, foreign pages, hours and places that are over."""

from datetime import UTC
from datetime import datetime
from datetime import timedelta
from eduportal import online_services
from eduportal.online_services import page_token
from eduportal.online_services.settings import settings
from plone import api
import pytest
import time
import transaction


def hours(number: float) -> datetime:
    return datetime.now(UTC) + timedelta(hours=number)


def set_to(service, **values):
    for name, value in values.items():
        setattr(service, name, value)
    transaction.commit()


def test_what_fills_the_trap_or_leaves_it_out_is_refused(school, offered, child):
    page = school.open(online_services.form_of(offered()))
    (trap,) = [box.get("name") for box in page.tree.cssselect("#service-form input[style]")] or [
        name for name in page.form.fields if name and name.startswith("protected")
    ]
    assert school.send(page, drop=(trap,), **child).status == 403
    assert school.rows() == []


def test_a_token_is_made_by_the_portal_for_one_service(school, offered, child):
    page = school.open(online_services.form_of(offered()))
    other = offered("transfer")
    before = page.form.fields["token"]
    forged = [
        "",
        "1" * 10 + "-" + "a" * 32 + "-" + "b" * 64,
        before[:-1] + ("0" if before[-1] != "0" else "1"),
        page_token.new(other.UID()).text,
    ]
    for token in forged:
        page.form.fields["token"] = token
        back = school.send(page, **child)
        assert back.status == 409
        assert back.form.fields["token"] not in (token, before)
        assert back.form.fields["form.widgets.pupil_name"] == "Nguyễn Thị Bé Bí Mật"
    assert school.rows() == []

    assert school.send(back, **child).status == 200


@pytest.mark.parametrize("limit", ["address_posts", "address_megabytes"])
def test_an_address_that_floods_waits_and_loses_nothing(school, offered, child, limit):
    setattr(settings(), limit, 2)
    transaction.commit()
    form = online_services.form_of(offered())
    pages = [school.open(form) for _ in range(3)]
    sent = [school.send(page, **child) for page in pages]
    again = school.send(pages[0], **child)

    assert [one.status for one in sent] == [200, 200, 429]
    assert 0 < int(sent[2].answer.headers["Retry-After"]) <= 600
    assert sent[2].form.fields["form.widgets.pupil_name"] == "Nguyễn Thị Bé Bí Mật"
    assert again.status == 200
    assert len(school.rows()) == 2


def test_before_and_after_its_time_the_page_says_when(school, offered, child):
    service = offered()
    form = online_services.form_of(service)
    page = school.open(form)
    set_to(service, opens=hours(1))
    early = school.open(form)
    refused = school.send(page, **child)
    set_to(service, opens=None, closes=hours(-1))
    late = school.open(form)

    assert early.form is None
    assert (service.opening(), late.form) == ("after", None)
    assert refused.status == 403
    assert school.rows() == []


def test_who_began_in_time_has_fifteen_minutes_more(school, offered, child, monkeypatch):
    service = offered()
    form = online_services.form_of(service)
    monkeypatch.setattr(page_token.time, "time", lambda real=time.time: real() - 1200)
    long_ago = [school.open(form), school.open(form)]
    monkeypatch.undo()
    set_to(service, closes=hours(-16 / 60))
    too_late = school.send(long_ago[0], **child)
    set_to(service, closes=hours(-14 / 60))
    in_time = school.send(long_ago[1], **child)
    afterwards = school.open(form)

    assert (too_late.status, in_time.status, afterwards.form) == (403, 200, None)
    assert len(school.rows()) == 1


def test_places_and_then_the_waiting_list(school, offered, child):
    service = offered(quota=1, waiting_list=True)
    form = online_services.form_of(service)
    page = school.open(form)
    sent = [school.send(school.open(form), **child) for _ in range(2)]
    set_to(service, waiting_list=False)
    full = school.send(page, **child)

    assert [one.status for one in (*sent, full)] == [200, 200, 422]
    assert sorted(row.waiting for row in school.rows()) == [False, True]
    assert school.open(form).form is None


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_form_is_seen_by_whoever_sees_the_service(school, offered, language):
    service = offered(publish=False)
    form = online_services.form_of(service, language)
    seen = [school.open(form).status]
    with api.env.adopt_roles(["Manager"]):
        api.content.transition(service, "publish")
        transaction.commit()
        seen.append(school.open(form).status)
        api.content.transition(service, "withdraw", comment="Tạm dừng")
        transaction.commit()
        seen.append(school.open(form).status)

    # a withdrawn page says so, 410, or asks who is there
    assert seen in ([302, 200, 410], [302, 200, 302])


def test_an_editor_may_try_a_draft_and_sends_nothing(school, offered, child):
    service = offered(publish=False)
    page = school.open(online_services.form_of(service), "chief")
    assert page.form is not None
    sent = school.send(page, person="chief", **child)
    assert (sent.status, school.send(page, **child).status) == (403, 302)
    assert sent.form is not None
    assert school.rows() == []


def test_answers_are_never_taken_from_an_address(school, offered):
    form = online_services.form_of(offered())
    address = f"{school.address(form)}?form.widgets.pupil_name=B%C3%AD+m%E1%BA%ADt"
    answer = school.get(address)
    assert answer.form.fields["form.widgets.pupil_name"] == ""
