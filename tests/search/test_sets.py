"""Index sets as bitmaps: the same records as the catalogue gives, in every state of it."""

from array import array
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from DateTime import DateTime
from datetime import datetime
from datetime import timedelta
from eduportal import search
from eduportal import sections
from eduportal.search import memory
from eduportal.search.memory import Memory
from plone import api
from plone.app.testing import logout
from pyroaring import FrozenBitMap
from transaction import TransactionManager
import pytest
import transaction

PEOPLE = {"reader": "", "editor": "editors", "reviewer": "chief-editors", "head": "administrators"}
TEMPLATES = ("form", "letter")
"""Kinds of the form templates that every portal has from the start."""


@pytest.fixture
def archive(portal):
    """Documents in every state that decides who may see them, and people of every kind."""
    with api.env.adopt_roles(["Manager"]):
        for name, group in PEOPLE.items():
            api.user.create(username=name, email=f"{name}@mau.vn", password="mat khau rat dai")
            if group:
                api.group.add_user(groupname=group, username=name)
        place = sections.find("document-register")
        days, now = 3, DateTime()
        made = {}
        for name, published, dates in (
            ("draft", False, {}),
            ("published", True, {}),
            ("expired", True, {"effective": now - 2 * days, "expires": now - days}),
            ("future", True, {"effective": now + days}),
            ("shared", False, {}),
        ):
            item = api.content.create(place, "OfficialDocument", name, title=name, kind="thong-tu")
            if published:
                api.content.transition(item, "publish")
            for field, day in dates.items():
                setattr(item, f"{field}_date" if field == "effective" else "expiration_date", day)
            item.reindexObject()
            made[name] = item
        made["shared"].manage_setLocalRoles("reader", ["Reader"])
        made["shared"].reindexObjectSecurity()
    return portal


def found(catalog, **query):
    return {brain.getRID() for brain in catalog.searchResults(**query)}


def rids(bitmap):
    return set(search.rids(bitmap))


@pytest.mark.parametrize("person", ["", "reader", "editor", "reviewer", "head", "admin"])
def test_the_visible_records_are_those_of_a_search(archive, person):
    catalog = archive.portal_catalog
    if person:
        with api.env.adopt_user(person) if person != "admin" else api.env.adopt_roles(["Manager"]):
            seen = rids(search.visible(catalog))
            expected = found(catalog)
    else:
        logout()
        seen, expected = rids(search.visible(catalog)), found(catalog)
    assert seen == expected
    assert len(seen) > 50


def test_each_kind_of_person_sees_something_else(archive):
    catalog = archive.portal_catalog
    documents = search.docs_with(catalog, "portal_type", "OfficialDocument")

    def names():
        table = catalog._catalog
        return {table[one].getId for one in search.rids(search.visible(catalog) & documents)}

    logout()
    seen = {"": names()}
    for person in PEOPLE:
        with api.env.adopt_user(person):
            seen[person] = names()
    assert seen[""] == {"published"}
    assert seen["reader"] == {"published", "shared"}
    assert seen["editor"] >= {"published", "draft", "shared"}


def test_one_record_is_found_by_its_number_whatever_its_sign():
    signed = [-2_000_000_000, -1, 0, 7, 1_999_999_999]
    bitmap = search.records(signed)
    assert sorted(search.rids(bitmap)) == signed
    assert sorted(search.rid(record) for record in bitmap) == signed
    assert search.records(None) == search.records([]) == FrozenBitMap()
    assert search.rids(bitmap).typecode == array("i").typecode


def test_values_and_places_are_those_of_the_indexes(archive):
    catalog = archive.portal_catalog
    section = "/".join(sections.find("document-register").getPhysicalPath())
    by_kind = {
        key: rids(docs)
        for key, docs in search.values(catalog, "edu_kind").items()
        if key not in TEMPLATES
    }
    everything = catalog.unrestrictedSearchResults
    assert by_kind == {"thong-tu": {brain.getRID() for brain in everything(edu_kind="thong-tu")}}
    assert len(by_kind["thong-tu"]) == 5
    assert rids(search.docs_below(catalog, section)) == {
        brain.getRID() for brain in everything(path=section)
    }
    assert search.docs_below(catalog, "/plone/vi/khong-co") == FrozenBitMap()
    assert search.docs_with(catalog, "edu_kind", "khong-co") == FrozenBitMap()


@pytest.fixture
def kept(monkeypatch):
    """A memory of this test's own."""
    own = Memory()
    monkeypatch.setattr(memory, "MEMORY", own)
    return own


def kinds(portal):
    catalog = portal.portal_catalog
    found = search.values(catalog, "edu_kind")
    return {key: len(docs) for key, docs in found.items() if key not in TEMPLATES}


def add(portal, name, kind):
    with api.env.adopt_roles(["Manager"]):
        return api.content.create(
            sections.find("document-register"), "OfficialDocument", name, title=name, kind=kind
        )


def test_two_connections_at_different_states_never_share_a_set(functional_portal, kept):
    portal = functional_portal
    add(portal, "mot", "thong-tu")
    transaction.commit()
    manager = TransactionManager()
    with closing(portal._p_jar.db().open(manager)) as other:
        manager.begin()
        late = other.root()["Application"][portal.getId()]
        assert kinds(portal) == kinds(late) == {"thong-tu": 1}

        add(portal, "hai", "thong-tu")
        transaction.commit()
        assert kinds(portal) == {"thong-tu": 2}
        assert kinds(late) == {"thong-tu": 1}
        assert kinds(portal) == {"thong-tu": 2}

        manager.begin()
        assert kinds(late) == {"thong-tu": 2}
        manager.abort()


def test_what_was_never_committed_is_never_kept(functional_portal, kept):
    portal = functional_portal
    transaction.commit()
    assert kinds(portal) == {}
    before = len(kept)

    add(portal, "mot", "thong-tu")
    assert kinds(portal) == {"thong-tu": 1}
    transaction.savepoint()
    assert kinds(portal) == {"thong-tu": 1}
    assert len(kept) == before

    transaction.abort()
    assert kinds(portal) == {}
    add(portal, "mot", "quyet-dinh")
    transaction.savepoint()
    add(portal, "hai", "thong-tu")
    transaction.commit()
    assert kinds(portal) == {"quyet-dinh": 1, "thong-tu": 1}


def test_a_set_is_read_once_for_a_committed_state(functional_portal, kept):
    catalog = functional_portal.portal_catalog
    transaction.commit()
    first = search.values(catalog, "edu_kind"), search.docs_with(catalog, "edu_kind", "thong-tu")
    second = search.values(catalog, "edu_kind"), search.docs_with(catalog, "edu_kind", "thong-tu")
    assert [one is two for one, two in zip(first, second, strict=True)] == [True, True]


def test_a_cleared_index_is_not_remembered(functional_portal, kept):
    add(functional_portal, "mot", "thong-tu")
    transaction.commit()
    assert kinds(functional_portal) == {"thong-tu": 1}
    functional_portal.portal_catalog._catalog.indexes["edu_kind"].clear()
    transaction.commit()
    assert kinds(functional_portal) == {}


def test_a_record_comes_and_goes_at_its_minute(functional_portal, kept, monkeypatch):
    portal = functional_portal
    catalog = portal.portal_catalog
    item = add(portal, "mot", "thong-tu")
    with api.env.adopt_roles(["Manager"]):
        api.content.transition(item, "publish")
    now = datetime.now().astimezone().replace(second=0, microsecond=0)
    item.effective_date = DateTime(now + timedelta(minutes=5))
    item.expiration_date = DateTime(now + timedelta(minutes=9))
    item.reindexObject()
    transaction.commit()
    logout()
    (record,) = search.docs_with(catalog, "edu_kind", "thong-tu")

    seen = {}
    for minutes in (0, 4, 5, 8, 9, 10, 4, 5):
        moment = (now + timedelta(minutes=minutes)).timestamp() + 1
        monkeypatch.setattr("eduportal.search.sets.DateTime", lambda at=moment: _at(at))
        seen[minutes] = record in search.visible(catalog)
        query = {"effectiveRange": _at(moment)}
        assert seen[minutes] == bool(catalog.unrestrictedSearchResults(getId="mot", **query)), (
            minutes
        )
    assert seen == {0: False, 4: False, 5: True, 8: True, 9: True, 10: False}


def _at(moment):
    return DateTime(moment)


def test_what_is_kept_of_one_person_is_not_shown_to_another(functional_portal, kept):
    portal = functional_portal
    catalog = portal.portal_catalog
    with api.env.adopt_roles(["Manager"]):
        for name in ("mot", "hai"):
            api.user.create(username=name, email=f"{name}@mau.vn", password="mat khau rat dai")
    shared = add(portal, "chung", "thong-tu")
    shared.manage_setLocalRoles("mot", ["Reader"])
    shared.reindexObjectSecurity()
    transaction.commit()

    def seen(person):
        if not person:
            logout()
            return rids(search.visible(catalog)), found(catalog)
        with api.env.adopt_user(person):
            return rids(search.visible(catalog)), found(catalog)

    for _time in range(2):
        answers = {person: seen(person) for person in ("mot", "hai", "")}
        assert all(ours == theirs for ours, theirs in answers.values())
        (record,) = answers["mot"][0] - answers["hai"][0]
        assert catalog._catalog[record].getId == "chung"
        assert answers["hai"] == answers[""]


def test_threads_share_the_memory():
    shared = Memory(limit=3000)

    def work(number):
        for at in range(300):
            shared.keep((number, at % 20), search.records(range(at % 50)))
            shared.get((number, (at + 7) % 20))

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(work, range(4)))
    assert 0 < shared.size <= 3000
    assert shared.size == sum(weight for _value, weight in shared._kept.values())


def test_the_memory_is_bounded_and_forgets_what_was_not_used():
    small = Memory(limit=1500)
    for number in range(20):
        small.keep(number, search.records(range(50)))
        small.get(0)
    assert small.size <= 1500
    assert small.get(0) is not None
    assert (small.get(1), small.get(19) is not None) == (None, True)
