"""Who may move an item from where to where, compared as one table with the expected one."""

from eduportal import sections
from pathlib import Path
from plone import api
import pytest
import re

STATES = ("draft", "submitted", "returned", "scheduled", "published", "withdrawn")
EXPECTED = Path(__file__).with_name("transitions.txt")
WORKFLOWS = Path(__file__).parents[2] / "profiles" / "default" / "workflows"


def offered(content, person):
    with api.env.adopt_user(person):
        found = api.portal.get_tool("portal_workflow").getTransitionsFor(content)
        return " ".join(sorted(t["id"] for t in found)) or "-"


@pytest.fixture
def second_look(board):
    api.portal.set_registry_record("eduportal.editorial.second_look", True)


def test_a_second_look_is_offered_where_the_board_wants_one(second_look, board, write):
    people = ("contributor", "other", "editor", "chief", "administrator")
    content = write("submitted")
    assert {person: offered(content, person) for person in people} == {
        "contributor": "retract",
        "other": "-",
        "editor": "examine retract",
        "chief": "examine publish retract return schedule",
        "administrator": "retract",
    }


def test_a_deputy_is_offered_what_the_chief_editor_is(board, write, deputy):
    found = {}
    for state in STATES:
        content = write(state)
        found[state] = [offered(content, person) for person in ("other", "chief")]
    # the steps of authors and editors do not come with the role of who approves
    own = {"draft": "submit", "submitted": "retract", "scheduled": "retract"}
    own |= {"returned": "submit", "withdrawn": "retract"}
    expected = {
        state: " ".join(step for step in chief.split() if step != own.get(state)) or "-"
        for state, (_deputy, chief) in found.items()
    }
    assert {state: deputy for state, (deputy, _chief) in found.items()} == expected


def test_every_role_is_offered_its_transitions_and_no_others(board, write):
    people = ("contributor", "other", "editor", "chief", "administrator")
    lines = [
        f"{state}: {person}: {offered(content, person)}"
        for state in STATES
        for content in [write(state)]
        for person in people
    ]
    section = sections.find("news")
    lines += [f"section published: {person}: {offered(section, person)}" for person in people]
    with api.env.adopt_roles(["Manager"]):
        api.content.transition(section, "section_hide")
    lines += [f"section hidden: {person}: {offered(section, person)}" for person in people]
    assert "\n".join(lines) == EXPECTED.read_text().strip()


def drawn(workflow_id):
    """Edges and start of the diagram that lies beside the workflow's definition."""
    text = (WORKFLOWS / workflow_id / "diagram.md").read_text()
    diagram = re.search(r"```mermaid\n(.*?)```", text, re.S)[1]
    edges = set(re.findall(r"^\s*(\w+) --> (\w+) : (\w+)$", diagram, re.M))
    return re.findall(r"^\s*\[\*\] --> (\w+)$", diagram, re.M), edges


@pytest.mark.parametrize("workflow_id", ["case", "editorial", "section"])
def test_the_diagram_shows_the_workflow_as_it_is_defined(portal, workflow_id):
    workflow = api.portal.get_tool("portal_workflow")[workflow_id]
    edges = {
        (state.id, workflow.transitions[name].new_state_id, name)
        for state in workflow.states.values()
        for name in state.transitions
    }
    assert drawn(workflow_id) == ([workflow.initial_state], edges)
