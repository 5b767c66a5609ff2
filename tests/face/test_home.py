"""The home page: blocks that have something, and none that have not."""

BLOCKS = "main section h2"


def test_the_home_page_is_the_language_root_itself(visit):
    assert visit("/en").all_words("main h1") == ["Hoa Sen Primary School (sample)"]


def test_blocks_with_nothing_are_not_shown(visit):
    assert visit("/en").all_words(BLOCKS) == ["Quick links", "Contact"]


def test_news_and_announcements_have_a_block_each(visit, publish):
    publish("unit-news", "School begins", language="en", type="News Item")
    publish("announcements", "School closed on Monday", language="en", type="News Item")
    page = visit("/en")
    assert page.all_words(BLOCKS) == ["Quick links", "News", "Announcements", "Contact"]
    assert page.all_words("main .edu-list > li") == [
        "School begins 05/09/2026",
        "School closed on Monday 05/09/2026",
    ]


def test_a_document_registered_once_is_listed_in_both_languages(visit, publish):
    publish("document-register", "Quy chế dân chủ trong trường học", type="OfficialDocument")
    listed = [visit(path).tree.cssselect("main .edu-list > li") for path in ("/vi", "/en")]
    assert [[(one.get("lang"), one.cssselect("a")[0].text) for one in page] for page in listed] == [
        [(None, "Quy chế dân chủ trong trường học")],
        [("vi", "Quy chế dân chủ trong trường học")],
    ]
