"""What visitors do not learn of the board: who wrote under which login, what is not public."""

from eduportal import sections
import pytest
import transaction

WAYS = ("resolveuid/{}", "resolveuid/{}/@@images/image", "@@redirect-to-uuid/{}")


@pytest.fixture
def made(office, write):
    def item(*arguments, **more):
        content = write(*arguments, **more)
        transaction.commit()
        return content

    return item


@pytest.mark.parametrize("way", WAYS)
def test_an_id_tells_no_address_of_what_one_may_not_see(office, made, way):
    hidden, shown = made("draft", title="Kín"), made("published", title="Công khai")
    unknown = "0" * 32
    asked = {
        uid: office.ask("", "GET", f"{office.url}/{way.format(uid)}")
        for uid in (hidden.UID(), unknown, shown.UID())
    }
    found = {
        uid: (answer.status_code, answer.headers.get("Location")) for uid, answer in asked.items()
    }
    assert found[hidden.UID()] == found[unknown] == (404, None)
    assert found[shown.UID()][0] in (301, 302)
    assert found[shown.UID()][1].startswith(office.address(shown))
    author = office.ask("contributor", "GET", f"{office.url}/{way.format(hidden.UID())}")
    assert author.headers["Location"].startswith(office.address(hidden))


def test_a_file_inside_a_draft_is_not_resolved_either(office, made):
    inside = made(kind="File", parent=made("draft", "OfficialDocument"))
    assert office.ask("", "GET", f"{office.url}/resolveuid/{inside.UID()}").status_code == 404


def test_rest_tells_visitors_no_login_names(office, made):
    content = made("published")
    content.setSubject(("tuyển sinh",))
    transaction.commit()
    address = office.address(content)
    fields = "metadata_fields=Creator&metadata_fields=creators&metadata_fields=listCreators"
    section = office.address(sections.find("news"))
    ways = [
        address,
        f"{address}?fullobjects=1",
        f"{office.url}/@search?UID={content.UID()}&{fields}",
        f"{office.url}/@search?UID={content.UID()}&metadata_fields=_all",
        f"{office.url}/@search?UID={content.UID()}&fullobjects=1",
        f"{section}?{fields}",
        f"{section}?fullobjects=1",
    ]
    told = [way for way in ways if '"contributor"' in office.rest("", "GET", way).text]
    assert told == []
    item = office.rest("", "GET", address).json()
    assert (item["creators"], item["subjects"]) == ([], ["tuyển sinh"])


def test_the_board_reads_them(office, made):
    content = made("published")
    assert office.rest("editor", "GET", office.address(content)).json()["creators"] == [
        "contributor"
    ]
    search = f"{office.url}/@search?UID={content.UID()}&metadata_fields=Creator"
    assert office.rest("editor", "GET", search).json()["items"][0]["Creator"] == "contributor"


def test_pages_and_feeds_tell_no_login_names(office, made):
    content = made("published", title="Ngày hội đọc sách")
    section = office.address(sections.find("news"))
    ways = [office.address(content), section, f"{section}/RSS", f"{office.url}/vi/@@search"]
    assert [way for way in ways if "contributor" in office.ask("", "GET", way).text] == []


PAGES = ("@@title", "@@description", "@@sitemap", "@@main_template", "mail_password_form", "@@uuid")


@pytest.mark.parametrize("state", ["draft", "scheduled", "withdrawn"])
def test_no_page_of_plone_opens_on_what_one_may_not_see(office, made, state):
    address = office.address(made(state, title="Tin kinkin", description="Tóm tắt kinkin"))
    inside = office.address(made(kind="Image", parent=made(state, "Album"), title="Ảnh kinkin"))
    asked = [f"{one}/{page}" for one in (address, inside) for page in PAGES]

    for person in ("", "other"):
        answers = [office.ask(person, "GET", one) for one in asked]
        assert {answer.status_code for answer in answers} == {302}, person
        assert [answer.url for answer in answers if "kinkin" in answer.text] == []
    assert "Tin kinkin" in office.ask("contributor", "GET", f"{address}/@@title").text


def test_the_same_pages_open_on_what_is_public(office, made):
    shown = office.address(made("published", title="Công khai"))
    for one in (shown, office.address(sections.find("news")), f"{office.url}/vi", office.url):
        assert office.ask("", "GET", f"{one}/@@title").status_code == 200
    assert office.ask("", "GET", f"{office.url}/vi/login").status_code == 200
