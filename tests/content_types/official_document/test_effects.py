"""What a published document does to others, and that it is undone with it."""

from datetime import date
from eduportal.content_types.official_document import effects
from eduportal.content_types.official_document.relations import RELATIONS
from plone import api
from Products.CMFCore.indexing import processQueue
import pytest
import transaction

OLD = {"issued_on": "2019-01-15", "effective_on": "2019-03-01"}
NEW = {"issued_on": "2024-05-20", "effective_on": "2024-07-01"}
BEFORE, FROM = date(2024, 6, 30), date(2024, 7, 1)


@pytest.mark.parametrize(
    ("relation", "state"),
    [
        ("replaces", "expired"),
        ("repeals", "expired"),
        ("repeals_in_part", "partly-expired"),
        ("amends", "partly-expired"),
        ("suspends", "suspended"),
        ("guides", "in-force"),
        ("based_on", "in-force"),
        ("related", "in-force"),
    ],
)
def test_a_published_document_acts_from_its_effective_date(register, relation, state):
    old = register.file("1/QĐ-BGDĐT", **OLD)
    register.file("2/QĐ-BGDĐT", **NEW, **{relation: [old]})
    assert [register.state(old, day) for day in (BEFORE, FROM)] == ["in-force", state]


def test_every_relation_is_tested_above():
    table = test_a_published_document_acts_from_its_effective_date.pytestmark[0].args[1]
    assert [relation for relation, _state in table] == [one.token for one in RELATIONS]


def test_a_draft_does_nothing_until_it_is_published_and_nothing_once_it_is_withdrawn(register):
    old = register.file("1/QĐ-BGDĐT", **OLD)
    new = register.file("2/QĐ-BGDĐT", published=False, **NEW, replaces=[old])
    states = [register.state(old)]
    for transition in ("publish", "withdraw", "retract", "publish"):
        register.move(new, transition)
        states.append(register.state(old))
    assert states == ["in-force", "expired", "in-force", "in-force", "expired"]


def test_editing_and_deleting_the_acting_document_changes_the_others(register):
    old, other = register.file("1/QĐ-BGDĐT", **OLD), register.file("3/QĐ-BGDĐT", **OLD)
    new = register.file("2/QĐ-BGDĐT", **NEW, replaces=[old])
    seen = [(register.row(old).ends, register.row(other).ends)]
    for change in (
        {"effective_on": "2024-08-01"},
        {"effective_on": None},
        {"replaces": [other]},
        {"replaces": [], "repeals": [old, other]},
    ):
        register.edit(new, **change)
        seen.append((register.row(old).ends, register.row(other).ends))
    register.delete(new)
    seen.append((register.row(old).ends, register.row(other).ends))
    issued = date(2024, 5, 20)
    assert seen == [
        (FROM, None),
        (date(2024, 8, 1), None),
        (issued, None),
        (None, issued),
        (issued, issued),
        (None, None),
    ]


def test_what_was_replaced_stays_so_when_the_replacing_text_is_repealed(register):
    first = register.file("1/QĐ-BGDĐT", **OLD)
    second = register.file("2/QĐ-BGDĐT", issued_on="2021-01-01", replaces=[first])
    register.file("3/QĐ-BGDĐT", **NEW, repeals=[second])
    assert [register.state(one) for one in (first, second)] == ["expired", "expired"]
    register.move(second, "withdraw")
    assert register.state(first) == "in-force"


def test_a_suspension_lasts_as_long_as_the_suspending_text(register):
    text = register.file("1/QĐ-BGDĐT", **OLD)
    suspending = register.file("2/QĐ-BGDĐT", issued_on="2022-01-01", suspends=[text])
    states = [register.state(text)]
    lifting = register.file("3/QĐ-BGDĐT", **NEW, repeals=[suspending])
    states += [register.state(text, BEFORE), register.state(text, FROM)]
    register.delete(lifting)
    states.append(register.state(text, FROM))
    assert states == ["suspended", "suspended", "in-force", "suspended"]


def test_a_text_that_was_repealed_before_it_took_effect_has_replaced_nothing(register):
    first = register.file("1/QĐ-BGDĐT", **OLD)
    second = register.file("2/QĐ-BGDĐT", **NEW, replaces=[first])
    register.file("3/QĐ-BGDĐT", issued_on="2024-06-01", repeals=[second])
    assert [register.state(one) for one in (first, second)] == ["in-force", "expired"]


def test_two_documents_that_repeal_each_other_do_not_hang_the_portal(register):
    first = register.file("1/QĐ-BGDĐT", **OLD)
    second = register.file("2/QĐ-BGDĐT", **NEW, repeals=[first])
    register.edit(first, repeals=[second])
    assert register.row(first).ends == FROM


def test_moving_and_renaming_change_nothing(register):
    old = register.file("1/QĐ-BGDĐT", **OLD)
    new = register.file("2/QĐ-BGDĐT", **NEW, replaces=[old])
    elsewhere = register.rest.address("steering-information")
    for url in (old, new):
        answer = register.rest.json("POST", f"{elsewhere}/@move", source=url)
        assert answer.status_code == 200, answer.text
    moved = f"{elsewhere}/{old.rpartition('/')[2]}"
    assert register.state(moved) == "expired"
    register.delete(f"{elsewhere}/{new.rpartition('/')[2]}")
    assert register.state(moved) == "in-force"


def test_a_copy_begins_a_record_of_its_own_without_the_number(register):
    old = register.file("1/QĐ-BGDĐT", **OLD)
    new = register.file("2/QĐ-BGDĐT", **NEW, replaces=[old])
    section = register.rest.address("steering-information")
    answer = register.rest.json("POST", f"{section}/@copy", source=new)
    copy = answer.json()[0]["target"]
    made = register.get(copy, user=register.rest.manager)
    assert (made["number"], made["title"], [one["@id"] for one in made["replaces"]]) == (
        None,
        "Văn bản 2/QĐ-BGDĐT",
        [old],
    )
    register.delete(copy)
    assert (register.state(old), register.get(new)["number"]) == ("expired", "2/QĐ-BGDĐT")


def test_deleting_the_old_document_leaves_the_new_one_whole(register):
    old = register.file("1/QĐ-BGDĐT", **OLD)
    new = register.file("2/QĐ-BGDĐT", **NEW, replaces=[old])
    register.delete(old)
    assert register.get(new)["replaces"] == []
    register.edit(new, signer="Người ký")


def test_letters_and_undated_records_have_no_validity(register):
    letter = register.file("1/BGDĐT-VP", kind="cong-van", **OLD)
    undated = register.file("4/QĐ-BGDĐT")
    register.file("2/QĐ-BGDĐT", **NEW, replaces=[letter, undated])
    assert [register.state(one) for one in (letter, undated)] == ["none", "none"]
    assert register.get(letter)["validity"] == {"token": "none", "title": "Không xét hiệu lực"}


def test_the_forms_without_validity_are_the_administrators_choice(register):
    notice = register.file("5/TB-BGDĐT", kind="thong-bao", **OLD)
    letter = register.file("1/BGDĐT-VP", kind="cong-van", **OLD)
    states = [[register.state(one) for one in (notice, letter)]]
    api.portal.set_registry_record("eduportal.documents.without_validity", ("thong-bao",))
    transaction.commit()
    states.append([register.state(one) for one in (notice, letter)])
    assert states == [["in-force", "none"], ["none", "in-force"]]


def test_nothing_is_written_when_nothing_changes(register):
    old = register.file("1/QĐ-BGDĐT", **OLD)
    new = register.file("2/QĐ-BGDĐT", **NEW, replaces=[old])
    transaction.abort()
    portal = register.rest.portal
    document = portal.unrestrictedTraverse(new.removeprefix(register.rest.base))
    with api.env.adopt_roles(["Manager"]):
        effects.follow_edit(document, None)
        effects.refresh(document.acting_upon)
        processQueue()
    assert portal._p_jar._registered_objects == []
