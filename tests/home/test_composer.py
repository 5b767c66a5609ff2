"""The page on which the home page is arranged: who may, what it does, and that a draft is one."""

from eduportal.home import arrangement
from eduportal.home import store
from eduportal.home.arrangement import as_json
from lxml import html
from plone import api
from zope.globalrequest import getRequest
import pytest
import transaction

MIDDLE = ["lead", "announcements", "news", "documents"]


class Composer:
    """Presses the buttons of the page as one person's browser does."""

    def __init__(self, office, person):
        self.office, self.person = office, person
        self.url = f"{office.url}/@@home-composer"

    def page(self):
        return html.fromstring(self.office.ask(self.person, "GET", self.url).text)

    @property
    def version(self):
        return self.page().cssselect("[name=version]")[0].get("value")

    @property
    def middle(self):
        rows = self.page().cssselect("[data-column=middle] [data-key]")
        return [one.get("data-key") for one in rows]

    @property
    def has_draft(self):
        return bool(self.page().cssselect("button[value=publish]"))

    def press(self, action, version=None, **fields):
        """The middle column of the draft after the press."""
        data = {"action": action, "version": version or self.version, **fields}
        data["_authenticator"] = self.office.token(self.person)
        answer = self.office.ask(self.person, "POST", self.url, data=data)
        address, _sign, self.focus = answer.headers["Location"].partition("#")
        assert address == self.url
        return self.middle

    def visitors(self, path="/vi"):
        return html.fromstring(self.office.ask(None, "GET", f"{self.office.url}{path}").text)


@pytest.fixture
def chief(office):
    return Composer(office, "chief")


def headings(page):
    return [one.text_content() for one in page.cssselect("main section h2")]


def test_only_administrators_and_chief_editors_arrange(office):
    pages = ("@@home-composer", "vi/@@home-preview", "@@home-block-options?key=news")
    persons = (None, "contributor", "editor", "chief", "administrator")
    found = {
        (person, page): office.ask(person, "GET", f"{office.url}/{page}").status_code
        for person in persons
        for page in pages
    }
    assert {person for (person, _page), status in found.items() if status == 200} == {
        "chief",
        "administrator",
    }
    assert {found[key] for key in found if key[0] not in ("chief", "administrator")} <= {302, 401}


def test_a_press_without_its_token_or_by_get_changes_nothing(office, chief):
    data = {"action": "remove", "key": "news", "version": chief.version}
    posted = office.ask("chief", "POST", chief.url, data=data)
    got = office.ask("chief", "GET", chief.url, params=data)
    assert (posted.status_code, got.status_code, chief.has_draft) == (403, 200, False)


def test_blocks_move_hide_go_and_come(chief):
    first = ["announcements", "lead", "news", "documents"]
    short = ["announcements", "lead", "news"]
    assert [
        chief.press("up", key="announcements"),
        chief.press("up", key="announcements"),
        chief.press("remove", key="documents"),
        chief.press("add", block="text", column="middle"),
        chief.press("add", block="text", column="middle"),
        chief.press("place", key="text-2", column="middle", index="0"),
        chief.press("place", key="text", column="left"),
        # neither the slider in a side column, nor a column or block that there is not
        chief.press("place", key="lead", column="left"),
        chief.press("place", key="lead", column="nowhere"),
        chief.press("add", block="nothing", column="middle"),
    ] == [
        first,
        first,
        short,
        [*short, "text"],
        [*short, "text", "text-2"],
        ["text-2", *short, "text"],
        *[["text-2", *short]] * 4,
    ]


def test_visitors_see_the_draft_when_it_is_published_and_it_can_be_taken_back(office, chief):
    before = headings(chief.visitors())
    chief.press("hide", key="contact")
    preview = office.ask("chief", "GET", f"{office.url}/vi/@@home-preview")
    assert (headings(chief.visitors()), preview.headers["Cache-Control"]) == (
        before,
        "private, no-store",
    )
    assert headings(html.fromstring(preview.text)) == [h for h in before if h != "Liên hệ"]
    chief.press("publish")
    assert headings(chief.visitors()) == [h for h in before if h != "Liên hệ"]
    chief.press("previous")
    chief.press("publish")
    assert (headings(chief.visitors()), chief.has_draft) == (before, False)


def test_a_draft_is_dropped_or_begun_with_the_default(chief):
    chief.press("remove", key="news")
    assert (chief.press("drop"), chief.has_draft) == (MIDDLE, False)
    chief.press("remove", key="news")
    chief.press("publish")
    assert (chief.press("default"), chief.has_draft) == (MIDDLE, True)


def test_a_default_that_is_on_line_already_is_not_called_a_draft(office, chief):
    data = {"action": "default", "version": chief.version, "_authenticator": office.token("chief")}
    answer = office.ask("chief", "POST", chief.url, data=data)
    shown = office.ask("chief", "GET", chief.url, cookies=answer.cookies)
    said = html.fromstring(shown.text).cssselect(".portalMessage")[0].text_content()
    assert "không có gì để công bố" in said or "nothing to publish" in said


def test_who_works_on_an_older_draft_overwrites_nothing(chief):
    old = chief.version
    chief.press("remove", key="documents")
    assert chief.press("remove", version=old, key="news") == MIDDLE[:-1]


def test_what_is_the_default_again_follows_better_defaults(portal):
    default = store.published()
    store.keep_draft(default[1:])
    store.publish()
    assert store.published() == default[1:]
    store.draft_from_default()
    store.publish()
    names = ("published", "draft", "previous")
    kept = [api.portal.get_registry_record(f"eduportal.home.{name}") for name in names]
    assert kept == [None, None, as_json(default[1:])]


def test_what_was_written_stays_when_somebody_else_set_the_same_block(office, chief):
    chief.press("add", block="text", column="left")
    url = f"{office.url}/@@home-block-options?key=text"
    form, other = (options(office.ask("chief", "GET", url)) for _ in range(2))
    assert keep(office, other, text_vi="Lời của người khác").status_code == 302
    chief.press("remove", key="news")
    late = keep(office, form, text_vi="Một lá thư dài")
    again = options(late)
    assert (late.status_code, again.fields["form.widgets.text_vi"].strip()) == (
        200,
        "Một lá thư dài",
    )
    assert arrangement.find(store.draft(), "text").settings["text_vi"] == "Lời của người khác"
    assert keep(office, again).status_code == 302
    assert arrangement.find(store.draft(), "text").settings["text_vi"] == "Một lá thư dài"


def options(answer):
    """The form of a block's settings."""
    forms = html.fromstring(answer.text).forms
    return next(one for one in forms if "home-block-options" in (one.action or ""))


def keep(office, form, **values):
    fields = dict(form.form_values())
    fields |= {f"form.widgets.{name}": value for name, value in values.items()}
    fields |= {"form.buttons.keep": "x", "_authenticator": office.token("chief")}
    answer = office.ask("chief", "POST", form.action, data=fields)
    transaction.begin()
    getRequest().other.pop("_plone_registry_cache", None)
    return answer


def test_a_block_is_set_in_its_form_which_says_what_is_wrong(office, chief):
    chief.press("add", block="quick-links", column="left")
    url = f"{office.url}/@@home-block-options?key=quick-links-2"
    form = options(office.ask("chief", "GET", url))
    refused = keep(office, form, own_vi="Tra cứu | javascript:alert(1)")
    assert "javascript:alert(1)” " in html.fromstring(refused.text).text_content()
    kept = keep(office, form, heading_vi="Tra <b>cứu", own_vi="Tuyển sinh | /vi/tuyen-sinh")
    assert kept.status_code == 302
    page = html.fromstring(office.ask("chief", "GET", f"{office.url}/vi/@@home-preview").text)
    block = page.get_element_by_id("edu-quick-links-2").getparent()
    assert (block.cssselect("h2")[0].text_content(), block.cssselect("a")[-1].get("href")) == (
        "Tra <b>cứu",
        f"{office.url}/vi/tuyen-sinh",
    )


def test_the_focus_goes_on_where_the_work_was(chief):
    (first, *_others) = chief.middle
    ids = chief.page().xpath("//*[@tabindex='-1']/@id")

    chief.press("hide", key=first)
    hidden = chief.focus
    chief.press("remove", key=first)

    assert (hidden, chief.focus) == (f"edu-placed-{first}", "edu-column-middle")
    assert {hidden, chief.focus} <= set(ids)
