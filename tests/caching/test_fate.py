"""Closed portals, times that pass, neighbours: what no edit tells."""

from dataclasses import replace
from datetime import date
from datetime import datetime
from datetime import timedelta
from eduportal import caching
from eduportal.caching import generations
from eduportal.caching.lifetime import UNTIL
from eduportal.caching.recipe import ZONE
from eduportal.caching.recipe import recipe
from eduportal.server.front import ASKED
from eduportal.server.front import Question
from eduportal.units import closing
from eduportal.units import settings
from plone import api
from Products.CMFPlone.Portal import PloneSite
from types import SimpleNamespace
import transaction


def test_a_closed_portal_sends_on_at_once_and_a_reopened_one_answers_again(front):
    front.get("/vi")
    with front.manager():
        closing.close("https://truongmoi.edu.vn", date(2026, 11, 21))
    closed = front.get("/vi")
    with front.manager():
        closing.reopen()

    assert (closed.status, closed.headers["location"]) == (301, "https://truongmoi.edu.vn")
    assert front.get("/vi").status == 200


def made_at(moment, **environ):
    """What is told of a page that was begun at a moment, on a request of the portal at hand."""
    asked = Question((), began=moment.timestamp())
    return recipe(SimpleNamespace(environ={ASKED: asked} | environ, get=lambda *_any: ()))


def test_a_page_ends_after_ten_minutes_at_midnight_or_when_it_says(portal):
    caching.ensure(portal)
    transaction.savepoint()
    portal._p_jar.cacheMinimize()
    noon = datetime(2026, 11, 21, 12, 0, tzinfo=ZONE)
    late = datetime(2026, 11, 21, 23, 59, 30, tzinfo=ZONE)
    said = (noon + timedelta(seconds=5)).timestamp()
    ends = [made_at(noon), made_at(late), made_at(noon, **{UNTIL: said})]

    assert [datetime.fromtimestamp(one.until, ZONE) for one in ends] == [
        noon + timedelta(minutes=10),
        datetime(2026, 11, 22, tzinfo=ZONE),
        noon + timedelta(seconds=5),
    ]


def test_a_page_in_the_browsers_own_language_is_for_that_browser_only(front):
    with front.manager():
        api.portal.set_registry_record("plone.use_request_negotiation", True)
    at_the_portal = [front.get("/sitemap").memory for _twice in "12"]
    below_a_language = [front.get("/vi/sitemap").memory for _twice in "12"]

    assert (at_the_portal, below_a_language) == ([None, None], ["new", "kept"])


def test_the_shortest_of_several_times_counts():
    request = SimpleNamespace(environ={})
    moment = datetime(2026, 11, 21, 12, 0, tzinfo=ZONE)
    caching.expires(request, at=moment)
    caching.expires(request, at=moment + timedelta(days=1))
    caching.expires(request)
    assert request.environ == {UNTIL: moment.timestamp()}


def test_a_unit_that_moves_touches_its_earlier_and_its_later_parent(front):
    touched = []
    with front.manager() as portal:
        app = portal.aq_parent
        app._setObject("khac", PloneSite("khac"))
        caching.ensure(app["khac"])
        transaction.commit()
        for parent in ("khac", ""):
            before = generations.counter(app["khac"], generations.PAGES)()
            unit = settings.current_unit()
            settings.store(replace(unit, parent=parent))
            after = generations.counter(app["khac"], generations.PAGES)()
            touched.append(after - before)
            transaction.commit()
        app._delObject("khac")
    assert touched == [1, 1]
