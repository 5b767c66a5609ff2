"""The list of abbreviations: shipped, kept by the administrator, used at once."""

from eduportal.search.settings import ISearchSettings
from eduportal.search.settings import readable
from eduportal.search.settings import synonyms
from eduportal.search.synonyms import is_line
from eduportal.search.synonyms import shipped
from eduportal.vietnamese import words
from lxml import html
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from plone.dexterity.utils import createContentInContainer
from zope.interface import Invalid
import pytest
import requests

RECORD = "eduportal.search.synonyms"


def found(typed):
    catalog = api.portal.get_tool("portal_catalog")
    return sorted(brain.getId for brain in catalog(SearchableText=typed))


@pytest.fixture
def pages(portal):
    with api.env.adopt_roles(["Manager"]):
        for name, title in (("ngan", "Kiểm tra PCCC"), ("dai", "Phòng cháy, chữa cháy")):
            createContentInContainer(
                portal["vi"], "Document", checkConstraints=False, id=name, title=title
            )
        yield


def test_every_shipped_line_can_be_read_and_none_is_there_twice():
    assert all(map(is_line, shipped()))
    sides = [tuple(words(side)) for line in shipped() for side in dict.fromkeys(line.split("="))]
    assert len(sides) == len(set(sides))
    assert ISearchSettings["synonyms"].default == shipped()


def test_symbols_of_documents_are_not_among_them():
    names = {side.strip() for line in shipped() for side in line.split("=")}
    assert names & {"TT", "QĐ", "CV", "NQ", "KH", "BC", "TB", "NĐ", "CT", "HD", "TTr"} == set()


def test_an_abbreviation_finds_what_it_stands_for_and_the_other_way(pages):
    assert found("PCCC") == ["dai", "ngan"]
    assert found("phong chay chua chay") == ["dai", "ngan"]
    assert found('"phòng cháy chữa cháy"') == ["dai"]


def test_what_the_administrator_keeps_counts_at_once(pages):
    assert api.portal.get_registry_record(RECORD) == shipped() == synonyms()
    api.portal.set_registry_record(RECORD, ("PCCC = chữa cháy",))
    assert (found("pccc"), found("chua chay")) == (["dai", "ngan"], ["dai", "ngan"])
    assert found("phong chay") == ["dai"]
    api.portal.set_registry_record(RECORD, ())
    assert (synonyms(), found("pccc")) == ((), ["ngan"])


@pytest.mark.parametrize("line", ["PCCC", "PCCC =", " = ", "", "A = " + "b " * 13, "? = a"])
def test_a_line_that_names_nothing_is_refused_with_a_sentence(line):
    with pytest.raises(Invalid) as refused:
        readable(line)
    message = refused.value.args[0]
    assert message == "refused_synonym_line"
    assert "abbreviation = the words it stands for" in message.default


def test_the_panel_is_the_administrators_and_refuses_a_bad_line(http):
    url = f"http://{http['host']}:{http['port']}/plone/@@eduportal-search-controlpanel"
    assert "login" in requests.get(url).url
    session = requests.Session()
    session.auth = (SITE_OWNER_NAME, SITE_OWNER_PASSWORD)
    page = html.fromstring(session.get(url).text)
    fields = dict(page.forms[-1].fields) | {"form.buttons.save": "Save"}
    name = "form.widgets.synonyms"
    assert "GD&ĐT = GDĐT = giáo dục và đào tạo" in fields[name].splitlines()

    refused = session.post(url, data=fields | {name: "PCCC = phòng cháy\nPCCC"})
    assert "“PCCC”" in refused.text
    assert _lines(session.get(url), name) == list(shipped())

    session.post(url, data=fields | {name: "PCCC = phòng cháy"})
    assert _lines(session.get(url), name) == ["PCCC = phòng cháy"]


def _lines(page, name):
    return html.fromstring(page.text).forms[-1].fields[name].split("\n")
