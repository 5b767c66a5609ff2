"""What Plone itself does with the text index goes on working, and understands Vietnamese."""

from Acquisition import aq_base
from eduportal import search
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from plone.dexterity.utils import createContentInContainer
from plone.restapi.interfaces import IIndexQueryParser
from zope.component import getMultiAdapter
import json
import pytest
import requests
import transaction


def catalog():
    return api.portal.get_tool("portal_catalog")


def found(typed, **query):
    return [brain.getId for brain in catalog()(SearchableText=typed, **query)]


def page(container, **fields):
    with api.env.adopt_roles(["Manager"]):
        return createContentInContainer(container, "Document", checkConstraints=False, **fields)


@pytest.fixture
def pages(portal):
    """Two pages in one folder, which a manager sees."""
    with api.env.adopt_roles(["Manager"]):
        folder = createContentInContainer(
            portal["vi"], "Folder", id="thu", title="Thử", checkConstraints=False
        )
        page(folder, id="thuy", title="Thuỷ lợi xã", description="kế hoạch năm")
        page(folder, id="ke", title="Kế hoạch", description="thuỷ lợi")
        yield folder


def test_best_answers_come_first_and_know_their_score(pages):
    brains = catalog()(SearchableText="ke hoach", path="/".join(pages.getPhysicalPath()))
    assert [brain.getId for brain in brains] == ["ke", "thuy"]
    assert brains[0].data_record_score_ > brains[1].data_record_score_
    assert brains[0].data_record_normalized_score_ == 100
    assert found("thủy lợi") == ["thuy", "ke"]
    assert found("thủy lợi", sort_on="sortable_title") == ["ke", "thuy"]
    assert found("thủy lợi", sort_limit=1, b_size=1) == ["thuy"]


def test_content_that_is_changed_moved_copied_and_deleted_is_found_as_it_is(pages, portal):
    pages["ke"].title = "Phòng chống đuối nước"
    pages["ke"].reindexObject()
    assert found("duoi nuoc") == ["ke"]
    api.content.rename(pages["ke"], "nuoc")
    assert found("duoi nuoc") == ["nuoc"]
    api.content.copy(pages["nuoc"], pages, "nuoc-2")
    assert sorted(found("duoi nuoc")) == ["nuoc", "nuoc-2"]
    api.content.move(pages["nuoc"], portal["vi"])
    assert found("duoi nuoc", path="/".join(pages.getPhysicalPath())) == ["nuoc-2"]
    api.content.delete(pages)
    assert found("duoi nuoc") == ["nuoc"]
    index = aq_base(catalog()._catalog.indexes["SearchableText"])
    paths = catalog()._catalog.paths
    assert set(index._written) <= set(paths)


def test_the_catalogue_rebuilt_finds_the_same(pages):
    before = found("thủy lợi")
    catalog().manage_catalogRebuild()
    assert found("thủy lợi") == before == ["thuy", "ke"]
    catalog().manage_catalogClear()
    assert found("thủy lợi") == []
    catalog().clearFindAndRebuild()
    catalog().manage_reindexIndex("SearchableText")
    assert found("thủy lợi") == before


def test_ranked_gives_bitmaps_of_what_matches_whoever_may_see_it(pages):
    rids = {brain.getId: brain.getRID() for brain in catalog()(id=["thuy", "ke"])}
    tiers = search.ranked(catalog(), "thủy lợi")
    assert [list(search.rids(tier)) for tier in tiers] == [[rids["thuy"]], [rids["ke"]]]
    assert search.ranked(catalog(), "khinh khí cầu") == ()
    assert search.ranked(catalog(), " * ") is None


def test_what_is_kept_in_memory_follows_every_change(functional_portal):
    def matches():
        return sum(len(tier) for tier in search.ranked(catalog(), "boi an toan"))

    def add():
        page(functional_portal["vi"], title="Bơi an toàn")

    add()
    transaction.commit()
    committed = [matches(), matches()]
    add()
    changed = [matches()]
    transaction.savepoint()
    changed.append(matches())
    transaction.abort()
    aborted = matches()
    add()
    add()
    transaction.commit()
    assert (committed, changed, aborted, matches()) == ([1, 1], [2, 2], 1, 3)


class Rest:
    def __init__(self, http):
        self.root = f"http://{http['host']}:{http['port']}/plone"
        self.base = f"{self.root}/vi/thu"
        self.session = requests.Session()
        self.session.auth = (SITE_OWNER_NAME, SITE_OWNER_PASSWORD)

    def get(self, path, base="", **parameters):
        answer = self.session.get(
            f"{base or self.base}/{path}",
            params=parameters,
            headers={"Accept": "application/json"},
        )
        assert answer.status_code == 200, answer.text
        return answer

    def ids(self, path, **parameters):
        return [
            one["@id"].rpartition("/")[2] for one in self.get(path, **parameters).json()["items"]
        ]


@pytest.fixture
def rest(http):
    portal = http["portal"]
    with api.env.adopt_roles(["Manager"]):
        folder = createContentInContainer(
            portal["vi"], "Folder", id="thu", title="Thử", checkConstraints=False
        )
        page(folder, id="thuy", title="Thuỷ lợi xã", description="kế hoạch năm")
        page(folder, id="ke", title="Kế hoạch thuỷ lợi")
    transaction.commit()
    return Rest(http)


def test_rest_search_takes_whatever_is_typed(rest):
    assert rest.ids("@search", SearchableText="ke hoach") == ["ke", "thuy"]
    assert rest.ids("@search", SearchableText="thủy lợ*", use_site_search_settings=1) == [
        "ke",
        "thuy",
    ]
    alternatives = rest.ids("@search", SearchableText="thủy* AND (kế OR xã)")
    assert sorted(alternatives) == ["ke", "thuy"]
    for broken in ('"', "((", "AND", "NOT", "a AND OR", "*", "?-+", '"kế', "\u0301"):
        rest.get("@search", SearchableText=broken)
        rest.get("@search", SearchableText=broken, use_site_search_settings=1)
        rest.get("@@search", f"{rest.root}/vi", SearchableText=broken)
        rest.get("@@ajax-search", rest.root, SearchableText=broken)


def test_rest_hands_on_the_text_and_no_option_of_another_index(portal):
    index = catalog()._catalog.getIndex("SearchableText")
    parser = getMultiAdapter((index, portal, portal.REQUEST), IIndexQueryParser)
    assert parser.parse("kế") == "kế"
    assert parser.parse({"query": "kế", "operator": "x", "range": "min"}) == {"query": "kế"}


def test_queries_of_listings_and_the_content_browser_find_without_marks(rest):
    query = [
        {
            "i": "SearchableText",
            "o": "plone.app.querystring.operation.string.contains",
            "v": "ke hoach",
        }
    ]
    answer = rest.session.post(
        f"{rest.base}/@querystring-search",
        json={"query": [*query, {"i": "path", "o": HERE, "v": "/vi/thu::1"}]},
        headers={"Accept": "application/json"},
    )
    assert sorted(one["title"] for one in answer.json()["items"]) == [
        "Kế hoạch thuỷ lợi",
        "Thuỷ lợi xã",
    ]
    browsed = rest.get(
        "@@getVocabulary",
        f"{rest.root}/vi",
        name="plone.app.vocabularies.Catalog",
        query=json.dumps({"criteria": [{**query[0], "v": "thuy l*"}]}),
        attributes=json.dumps(["getId"]),
    )
    assert sorted(one["getId"] for one in browsed.json()["results"]) == ["ke", "thuy"]


HERE = "plone.app.querystring.operation.string.absolutePath"


def test_the_live_search_of_the_page_head_answers_unfinished_words(rest):
    found = rest.get("@@ajax-search", rest.root, SearchableText="thuy lo").json()
    assert [one["title"] for one in found["items"]] == ["Kế hoạch thuỷ lợi", "Thuỷ lợi xã"]
