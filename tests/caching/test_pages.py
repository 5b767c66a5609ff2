"""Pages from memory are never anything but what Zope would answer now."""

from eduportal import caching
from plone import api
from tests.caching.conftest import SIGNED_IN
import gzip
import pytest


def states(front, *contents):
    """What a visitor's second look at each of these is answered from."""
    for one in contents:
        front.content(one)
    return [front.content(one).memory for one in contents]


def test_a_page_comes_from_memory_from_the_second_visit_on_and_is_the_same(front, folder):
    page = front.page(folder, "Họp phụ huynh")
    first, second = front.content(page), front.content(page)

    assert (first.status, first.memory, second.status, second.memory) == (200, "new", 200, "kept")
    assert first.body == second.body
    assert "Họp phụ huynh" in second.text
    assert second.headers["cache-control"] == "max-age=0, must-revalidate"
    assert second.headers["vary"] == "Accept-Encoding"


@pytest.mark.parametrize(
    "path", ["/vi", "/en", "/vi/gioi-thieu", "/vi/sitemap", "/vi/accessibility"]
)
def test_home_sections_and_statements_are_kept(front, path):
    assert [front.get(path).memory, front.get(path).memory] == ["new", "kept"]


def test_a_browser_that_has_the_page_gets_304_without_a_body(front, folder):
    etag = front.get("/vi").headers["etag"]
    again = front.get("/vi", if_none_match=etag)
    with front.manager():
        caching.touch()
    made_anew = front.get("/vi", if_none_match=etag)

    assert (again.status, again.body, again.headers["etag"]) == (304, b"", etag)
    assert (made_anew.status, made_anew.memory) == (304, "new")
    assert front.get("/vi", if_none_match='W/"another"').status == 200


def test_head_tells_what_get_would_and_sends_no_page(front):
    whole = front.get("/vi")
    head = front.get("/vi", method="HEAD")

    assert (head.status, head.body, head.memory) == (200, b"", "kept")
    assert head.headers["content-length"] == str(len(whole.body))
    bodies = {
        path: front.get(path, method="HEAD").body
        for path in ("/vi/@@search", "/vi/RSS", "/sitemap.xml", "/vi/@@home-preview", "/vi/x")
    }
    assert set(bodies.values()) == {b""}


@pytest.mark.parametrize(
    "asked",
    [
        {"authorization": SIGNED_IN},
        {"cookie": "__ac_plone=somebody"},
        {"cookie": "I18N_LANGUAGE=vi; __ac_plone=somebody"},
        {"cookie": "auth_token=somebody"},
        {"cookie": "unknown=1"},
        {"accept": "application/json"},
        {"range": "bytes=0-10"},
        {"x_requested_with": "XMLHttpRequest"},
    ],
)
def test_who_may_be_somebody_or_wants_something_else_is_answered_by_zope(front, asked):
    front.get("/vi")
    assert front.get("/vi", **asked).memory is None


@pytest.mark.parametrize(
    "query", ["q=a", "b_start=20&q=a", "b_start=<script>", "set_language=en", "b_start=1&b_start=2"]
)
def test_only_known_parameters_of_paging_are_kept(front, query):
    assert [front.get("/vi/tin-tuc-su-kien", query=query).memory for _twice in "12"] == [None] * 2
    paged = [front.get("/vi/tin-tuc-su-kien", query="b_start=20").memory for _twice in "12"]
    assert paged == ["new", "kept"]


def test_what_networks_append_to_a_link_makes_no_page_of_its_own(front):
    front.get("/vi")
    followed = front.get("/vi", query="fbclid=IwAR3xyz&utm_source=zalo")
    assert (followed.memory, "fbclid" in followed.text) == ("kept", False)


@pytest.mark.parametrize(
    "path", ["/vi/@@search", "/vi/@@login", "/login", "/vi/gop-y", "/vi/khong-co"]
)
def test_search_sign_in_and_missing_pages_are_never_kept(front, path):
    assert [front.get(path).memory, front.get(path).memory] == [None, None]


def test_a_form_is_made_for_each_visitor(front):
    from eduportal import sections

    with front.manager():
        form = sections.find("feedback")["gui-gop-y"]
    assert states(front, form) == [None]
    assert "_authenticator" in front.content(form).text


def test_an_edit_shows_at_once_on_the_page_its_section_and_the_home_page(front, folder):
    page = front.page(folder, "Tên cũ của trang")
    for path in ("/vi", "/vi/sitemap"):
        front.get(path)
    assert states(front, page, folder) == ["kept", "kept"]
    with front.manager():
        page.title = "Tên mới của trang"
        page.reindexObject()

    shown = [front.content(page), front.content(folder)]
    assert [one.memory for one in shown] == ["new", "new"]
    assert ["Tên mới của trang" in one.text for one in shown] == [True, True]
    assert ["Tên cũ" in one.text for one in shown] == [False, False]


def test_a_change_that_no_catalogue_knows_shows_at_once(front, folder):
    page = front.page(folder, "Trang")
    states(front, page)
    with front.manager():
        page.title = "Đổi mà không lập chỉ mục"
    assert "Đổi mà không lập chỉ mục" in front.content(page).text


def test_what_is_withdrawn_is_gone_at_once_and_what_is_published_there_at_once(front, folder):
    page = front.page(folder, "Tin sẽ gỡ")
    assert "Tin sẽ gỡ" in front.content(folder).text
    states(front, page, folder)
    with front.manager():
        api.content.transition(page, "withdraw", comment="Sai số liệu")
    withdrawn = front.content(page)
    without = front.content(folder)
    with front.manager():
        api.content.transition(page, "retract")
        api.content.transition(page, "publish")

    assert (withdrawn.status in (401, 302, 410), withdrawn.memory) == (True, None)
    assert "Tin sẽ gỡ" not in withdrawn.text + without.text
    assert "Tin sẽ gỡ" in front.content(folder).text
    assert front.content(page).status == 200


def test_a_permission_taken_by_hand_counts_at_once(front, folder):
    page = front.page(folder, "Chỉ người quản trị")
    states(front, page)
    with front.manager():
        page.manage_permission("View", ["Manager"])
    assert "Chỉ người quản trị" not in front.content(page).text
    with front.manager():
        page.manage_permission("View", [], acquire=True)
        folder.manage_permission("View", ["Manager"])
    assert "Chỉ người quản trị" not in front.content(page).text


def test_renamed_moved_and_deleted_content_leaves_no_page_at_its_old_address(front, folder):
    from eduportal import sections

    page = front.page(folder, "Trang đi chỗ khác")
    path = "/vi/tin-tuc-su-kien/trang-di-cho-khac"
    found = {}
    states(front, page)
    with front.manager():
        page = api.content.rename(page, new_id="ten-khac")
    found["renamed"] = front.get(path).status
    states(front, page)
    with front.manager():
        page = api.content.move(page, sections.find("about"))
    found["moved"] = front.get("/vi/tin-tuc-su-kien/ten-khac").status
    states(front, page)
    with front.manager():
        api.content.delete(page)
    found["deleted"] = front.get("/vi/gioi-thieu/ten-khac").status

    assert found == {"renamed": 302, "moved": 302, "deleted": 404}


def test_every_setting_and_every_touch_makes_pages_stale(front):
    found = []
    for change in (
        lambda: api.portal.set_registry_record("plone.site_title", "Tên khác"),
        lambda: api.portal.set_registry_record("eduportal.unit.phone", "0200 000 7777"),
        caching.touch,
    ):
        front.get("/vi")
        found.append(front.get("/vi").memory)
        with front.manager():
            change()
        found.append(front.get("/vi").memory)
    assert found == ["kept", "new"] * 3


def test_what_was_aborted_changes_nothing(front):
    import transaction

    front.get("/vi")
    with front.manager():
        caching.touch()
        transaction.abort()
    assert front.get("/vi").memory == "kept"


def test_the_neighbours_name_and_offers_make_pages_stale_of_both(front):
    portal = front.layer["portal"]
    found = []
    for change in (caching.touch, lambda: caching.seen_by_neighbours(portal, "plone")):
        front.get("/vi")
        with front.manager():
            change()
        found.append(front.get("/vi").memory)
    assert found == ["new", "new"]


def test_without_the_switch_nothing_is_kept(front):
    with front.manager():
        api.portal.set_registry_record("plone.caching.interfaces.ICacheSettings.enabled", False)
    assert [front.get("/vi").memory, front.get("/vi").memory] == [None, None]


def test_a_proxy_in_front_may_be_told_to_keep_pages(front):
    with front.manager():
        api.portal.set_registry_record("eduportal.caching.page.smaxage", 60)
    assert front.get("/vi").headers["cache-control"] == "max-age=0, s-maxage=60, must-revalidate"


def test_pages_for_the_signed_in_say_that_they_are_private(front):
    found = {
        path: front.get(path, authorization=SIGNED_IN, accept_encoding="gzip").headers
        for path in ("/vi", "/vi/@@search", "/vi/gioi-thieu")
    }
    assert ["private" in one["cache-control"] for one in found.values()] == [True, True, True]
    assert [one.get("content-encoding") for one in found.values()] == [None, None, None]


def test_gzip_for_those_who_take_it(front):
    plain = front.get("/vi")
    small = front.get("/vi", accept_encoding="gzip, br")
    refused = front.get("/vi", accept_encoding="gzip;q=0, br")

    assert gzip.decompress(small.body) == plain.body == refused.body
    assert small.headers["content-length"] == str(len(small.body))
    assert len(small.body) * 3 < len(plain.body)
