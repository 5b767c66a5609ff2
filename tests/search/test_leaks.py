"""What a visitor may not see is in no result, no count, no suggestion and no other proposal."""

from eduportal import sections
import json
import pytest
import transaction

SECRET = "Kimquynhhoa"
"""Stands in titles and texts of what is hidden, and nowhere else."""
NEAR = "Kimquynhhoe"
"""A visitor who asks for this is not to be told of the other."""
SEEN = "Bachlienhoa"


@pytest.fixture
def hidden(shelf):
    """A draft, a withdrawn item, a document of the staff, a draft's file, a file shown to few."""
    shelf.put("News Item", f"{SEEN} công khai")
    shelf.put("News Item", f"{SEEN} nháp {SECRET}", step="")
    shelf.put("OfficialDocument", f"{SEEN} nội bộ {SECRET}", "documents", step="submit")
    draft = shelf.put("OfficialDocument", f"{SEEN} dự thảo", "documents", step="")
    shelf.put("File", "Tệp", parent=draft, step="", file=f"{SEEN} {SECRET}")
    shelf.put("File", f"{SEEN} {SECRET}", step="", file=f"{SEEN} {SECRET}")
    few = shelf.put("OfficialDocument", "Văn bản có tệp hạn chế", "documents")
    file = shelf.put("File", "Tệp hạn chế", parent=few, step="", file=f"{SEEN} {SECRET}")
    file.manage_permission("View", ["Manager"], acquire=0)
    file.reindexObjectSecurity()
    shelf.read_files()
    transaction.commit()
    return shelf


def channels(shelf, typed):
    """Each way of asking, with what it answers to ``typed``."""
    everything = json.dumps(
        {
            "query": [
                {
                    "i": "SearchableText",
                    "o": "plone.app.querystring.operation.string.contains",
                    "v": typed,
                }
            ]
        }
    )
    section = "/".join(sections.find("documents").getPhysicalPath()[2:])
    plain = {
        "page": ("vi/@@search", {"SearchableText": typed}),
        "page en": ("en/@@search", {"SearchableText": typed}),
        "page of the portal": ("@@search", {"SearchableText": typed}),
        "page by kind": ("vi/@@search", {"SearchableText": typed, "kind": "files"}),
        "page with what is over": ("vi/@@search", {"SearchableText": typed, "show_inactive": "1"}),
        "suggestions": ("vi/@@suggest", {"q": typed}),
        "live search": ("vi/@@ajax-search", {"SearchableText": typed}),
        "feed of a search": ("vi/search_rss", {"SearchableText": typed}),
        "register": (section, {"q": typed}),
    }
    rest = {
        "rest": ("vi/@search", {"SearchableText": typed, "metadata_fields": "_all"}),
        "rest as a page": ("vi/@search", {"SearchableText": typed, "use_site_search_settings": 1}),
        "rest with what is over": ("@search", {"SearchableText": typed, "show_inactive": 1}),
        "rest query": ("@querystring-search", {"query": everything}),
        "rest documents": (f"{section}/@documents", {"q": typed}),
    }
    return {
        **{name: shelf.get(path, **asked) for name, (path, asked) in plain.items()},
        **{
            name: shelf.get(path, accept="application/json", **asked)
            for name, (path, asked) in rest.items()
        },
    }


def test_what_is_hidden_is_nowhere(hidden):
    for typed in (SECRET, SECRET[:-2], NEAR, SEEN):
        for name, answer in channels(hidden, typed).items():
            answered = answer.text.replace(f'value="{typed}"', "").replace(typed, "")
            assert answer.status_code in (200, 404), (name, answer.text)
            assert SECRET.lower() not in answered.lower(), (name, typed)


def test_counts_are_those_of_what_is_seen(hidden):
    hits = hidden.titles(SEEN)
    rest = hidden.get("vi/@search", accept="application/json", SearchableText=SEEN).json()
    live = hidden.get("vi/@@ajax-search", SearchableText=SEEN).json()
    assert (hits, rest["items_total"], live["total"]) == ([f"{SEEN} công khai"], 1, 1)
    assert hidden.page(SEEN).cssselect(".edu-search__kinds") == []


def test_no_other_words_are_proposed_from_what_is_hidden(hidden):
    page = hidden.page(NEAR)
    assert page.cssselect(".edu-search__meant") == []
    (offered,) = hidden.page(SEEN[:-1] + "e").cssselect(".edu-search__meant button")
    assert offered.get("value").lower() == SEEN.lower()


def test_who_may_see_it_finds_all_of_it(hidden):
    answer = hidden.get(
        "vi/@search", person="owner", accept="application/json", SearchableText=SECRET
    )
    assert answer.json()["items_total"] >= 4
