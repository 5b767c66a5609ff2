"""Who may do what with which type in which state, compared as one table with the expected one."""

from AccessControl.PermissionRole import rolesForPermissionOn
from eduportal import sections
from pathlib import Path
from plone import api
import pytest

EXPECTED = Path(__file__).with_name("permissions.txt")
STATES = ("draft", "submitted", "returned", "scheduled", "published", "withdrawn")
INSIDE = ("Delete objects", "Modify portal content", "View")
STEPS = (
    "Request review",
    "Review portal content",
    "Sharing page: Delegate Contributor role",
    "Sharing page: Delegate Editor role",
    "Sharing page: Delegate Reviewer role",
    "eduportal: Examine content",
    "eduportal: Withdraw content",
)


def row(content, permission):
    roles = set(rolesForPermissionOn(permission, content)) - {"Shared"}
    return "everyone" if "Anonymous" in roles else ", ".join(sorted(roles))


def rows(content, workflow_id, state):
    workflow = api.portal.get_tool("portal_workflow")[workflow_id]
    assert api.content.get_state(content) == state
    return [f"{state}: {p}: {row(content, p)}" for p in workflow.permissions]


def grouped(table):
    """Types whose rows are equal are listed together, so that the table can be read."""
    together = {}
    for name, lines in table.items():
        together.setdefault(tuple(lines), []).append(name)
    return "\n\n".join(
        "\n".join([f"[{', '.join(names)}]", *lines]) for lines, names in together.items()
    )


def types():
    """Every type that the editorial workflow is bound to, so that none is forgotten here."""
    bound = api.portal.get_tool("portal_workflow").listChainOverrides()
    return sorted(name for name, chain in bound if chain == ("editorial",))


def editorial_rows(kind, write):
    return [line for state in STATES for line in rows(write(state, kind), "editorial", state)]


def section_rows(section):
    shown = rows(section, "section", "published")
    api.content.transition(section, "section_hide")
    return shown + rows(section, "section", "hidden")


def test_the_whole_matrix_is_as_written_down(board, write):
    with api.env.adopt_roles(["Manager"]):
        news = sections.find("news")
        table = {kind: editorial_rows(kind, write) for kind in types()}
        item = write("draft", "OfficialDocument")
        inside = write(kind="File", parent=item)
        table["File in a draft"] = [f"{p}: {row(inside, p)}" for p in INSIDE]
        api.content.transition(item, "publish")
        table["File in what is published"] = [f"{p}: {row(inside, p)}" for p in INSIDE]
        table["Section"] = section_rows(news)
        table["LRF"] = section_rows(board.en)
        table["LIF"] = section_rows(board.vi.assets)
        table["steps"] = [f"{p}: {row(item, p)}" for p in STEPS]
    assert grouped(table) == EXPECTED.read_text().strip()


@pytest.mark.parametrize("language", ["vi", "en"])
def test_visitors_see_the_language_roots_and_their_sections(board, language):
    seen = [board[language], board[language].assets, sections.find("news", language)]
    assert [row(content, "View") for content in seen] == ["everyone"] * 3


def test_a_hidden_section_takes_what_it_holds_out_of_sight(board, write):
    article = write("published")
    below = sections.find("announcements")
    with api.env.adopt_roles(["Manager"]):
        api.content.transition(sections.find("news").aq_parent, "section_hide")
    room = "Contributor, Editor, Manager, Reader, Reviewer, Site Administrator"
    assert [row(article, "View"), row(below, "View")] == [room, room]
    assert list(api.content.find(UID=article.UID())) == []
