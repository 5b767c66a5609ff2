"""The home page: blocks that have something, none that have not, in the columns they stand in."""

from DateTime import DateTime
from eduportal.home import store
from eduportal.home.contents import sections
from eduportal.home.contents import urgent_now
from eduportal.home.page import block_of
from eduportal.sections import find
from plone import api
from Products.CMFPlone.CatalogTool import CatalogTool
from zope.component.hooks import setSite

BLOCKS = "main section h2"


def test_the_home_page_is_the_language_root_itself(visit):
    assert visit("/en").all_words("main h1") == ["Hoa Sen Primary School (sample)"]


def test_blocks_with_nothing_are_not_shown(visit, arrange):
    arrange(
        *(
            (name, "middle")
            for name in (
                "lead",
                "news",
                "announcements",
                "documents",
                "procedures",
                "calendar",
                "consultations",
                "polls",
                "section",
                "albums",
                "video",
                "members",
                "parent-news",
                "disclosure",
                "text",
                "gone",
            )
        )
    )
    page = visit("/en")
    assert (page.all_words(BLOCKS), page.tree.cssselect(".edu-home > div")) == ([], [])


def test_blocks_stand_in_their_columns_in_the_order_a_phone_reads_them(visit, arrange, publish):
    publish("unit-news", "School begins", language="en", type="News Item")
    arrange(
        ("links", "left"),
        ("contact", "right"),
        ("news", "middle"),
        ("quick-links", "top"),
        ("text", "bottom", {"text_en": "Welcome"}),
        # a slider is no box of a side column
        ("lead", "left"),
    )
    page = visit("/en")
    columns = page.tree.cssselect(".edu-home > div, .edu-home__columns > div")
    assert [
        (one.get("class"), [h2.text_content() for h2 in one.cssselect("h2")]) for one in columns
    ] == [
        ("edu-home__wide", ["Quick links"]),
        ("edu-home__columns edu-home__columns--left-middle-right", ["News", "Contact", "Links"]),
        ("edu-home__middle", ["News"]),
        ("edu-home__right", ["Contact"]),
        ("edu-home__left", ["Links"]),
        ("edu-home__wide", ["Text of your own"]),
    ]


def test_a_column_with_nothing_leaves_its_room_to_the_others(visit, arrange):
    arrange(("news", "middle"), ("contact", "right"))
    (shown,) = visit("/vi").values(".edu-home__columns", "class")
    assert shown == "edu-home__columns edu-home__columns--right"


def test_news_and_announcements_have_a_block_each(visit, publish):
    publish("unit-news", "School begins", language="en", type="News Item")
    publish("announcements", "School closed on Monday", language="en", type="News Item")
    page = visit("/en")
    assert page.all_words("main .edu-block--news li, main .edu-block--announcements li") == [
        "School closed on Monday 05/09/2026",
        "School begins 05/09/2026",
    ]


def test_a_document_registered_once_is_listed_in_both_languages(visit, publish):
    publish("document-register", "Quy chế dân chủ trong trường học", type="OfficialDocument")
    listed = [
        visit(path).tree.cssselect(".edu-block--documents .edu-list > li")
        for path in ("/vi", "/en")
    ]
    assert [[(one.get("lang"), one.cssselect("a")[0].text) for one in page] for page in listed] == [
        [(None, "Quy chế dân chủ trong trường học")],
        [("vi", "Quy chế dân chủ trong trường học")],
    ]


def test_a_block_that_fails_takes_no_other_with_it(visit, arrange, monkeypatch, caplog):
    def fail(self):
        raise ZeroDivisionError

    monkeypatch.setattr("eduportal.home.blocks.quick.QuickLinks.update", fail)
    arrange(("quick-links", "top"), ("contact", "right"))
    assert visit("/en").all_words(BLOCKS) == ["Contact"]
    assert "The home page's block quick-links-0 failed" in caplog.text


def test_nothing_unpublished_or_in_a_hidden_section_is_shown(visit, publish, managing, photograph):
    titles = {}
    for section, kind in (
        ("unit-news", "News Item"),
        ("announcements", "News Item"),
        ("document-register", "OfficialDocument"),
        ("procedure-list", "Document"),
        ("work-calendar", "Document"),
        ("consultations", "Document"),
        ("polls", "Document"),
        ("photos-videos", "Link"),
        ("ministry-links", "Link"),
    ):
        fields = {"image": photograph} if kind == "News Item" else {}
        if kind == "Link":
            fields["remoteUrl"] = "https://example.org"
        titles[section] = publish(section, f"Bí mật {section}", type=kind, **fields)
    assert shown(visit) == {f"Bí mật {section}" for section in titles}
    with managing():
        for content in titles.values():
            api.content.transition(content, "withdraw", comment="Nhầm")
    assert shown(visit) == set()
    with managing():
        for content in titles.values():
            api.content.transition(content, to_state="published")
            content.setExpirationDate(DateTime() - 1)
            content.reindexObject()
    # an editor, who may see what is over, gets the home page that visitors get
    assert (shown(visit), shown(visit, signed_in=True)) == (set(), set())


def test_a_hidden_sections_content_is_not_shown(visit, publish, managing):
    for section in ("announcements", "unit-news"):
        publish(section, f"Bí mật {section}", type="News Item")
    with managing():
        for section in ("announcements", "unit-news"):
            api.content.transition(find(section), "section_hide")
    assert shown(visit) == set()


def shown(visit, signed_in=False):
    page = visit("/vi", signed_in)
    found = [one.text_content().strip() for one in page.tree.cssselect("main a")]
    return {title for title in found if title.startswith("Bí mật")}


def test_each_block_makes_one_query_at_most(functional, functional_portal, everything, monkeypatch):
    """The page itself asks twice: for the menu's sections and for what is urgent."""
    setSite(functional_portal)
    request = functional["request"]
    asked = []
    for name in ("searchResults", "unrestrictedSearchResults"):
        original = getattr(CatalogTool, name)

        def counting(self, query=None, original=original, **kw):
            asked.append(kw)
            return original(self, query, **kw)

        monkeypatch.setattr(CatalogTool, name, counting)
    home = functional_portal["vi"]
    made = {}
    for placement in store.published():
        block = block_of(home, request, placement)
        if block is None:
            # the room that brings it is tested there
            continue
        urgent_now(block)
        sections(block)
        asked.clear()
        block.update()
        made[placement.block] = (bool(block.available and block.render()), len(asked))
    assert {name for name, (_shown, queries) in made.items() if queries > 1} == set()
    assert {name for name, (shown, _queries) in made.items() if not shown} <= {
        "members",
        "parent-news",
        "visits",
        "feed",
    }
