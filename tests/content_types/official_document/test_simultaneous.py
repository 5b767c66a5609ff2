"""Two people file the same number at the same moment: two connections to one database."""

from eduportal import sections
from eduportal.content_types.official_document import rules
from eduportal.provisioning.requests import fresh
from plone import api
from plone.dexterity.utils import createContentInContainer
from threading import Barrier
from threading import Thread
from ZODB.POSException import ConflictError
import datetime
import transaction

DAY = datetime.date(2026, 9, 1)
ISSUER = "Bộ Giáo dục và Đào tạo"
# Different sections: what collides is the number, not the folder.
PLACES = ("document-register", "steering-information")


class Clerk(Thread):
    """Files one document on a connection of its own and commits when the other is ready too.

    Meets a conflict as the publisher does: once more from the start, with the rules of the form.
    """

    def __init__(self, db, place, number, ready):
        super().__init__()
        self.db, self.place, self.number, self.ready = db, place, number, ready
        self.outcomes = []

    def run(self):
        connection = self.db.open()
        try:
            with fresh(connection.root()["Application"], "plone"):
                self.outcomes.append(self.attempt())
                if self.outcomes == ["conflict"]:
                    self.outcomes.append(self.attempt())
        finally:
            transaction.abort()
            connection.close()

    def attempt(self):
        if rules.first_with_number(self.number, ISSUER, DAY) is not None:
            return "refused"
        file(self.place, self.number)
        if not self.outcomes:
            self.ready.wait(timeout=60)
        try:
            transaction.commit()
        except ConflictError:
            transaction.abort()
            return "conflict"
        return "filed"


def file(place, number):
    with api.env.adopt_roles(["Manager"]):
        createContentInContainer(
            sections.find(place),
            "OfficialDocument",
            title="Kế hoạch",
            number=number,
            issuer=ISSUER,
            issued_on=DAY,
        )


def together(portal, numbers):
    """What two clerks meet who file these numbers at once."""
    # The first of a kind makes new index entries, which collide for other reasons than the number.
    for place, number in zip(PLACES, ("1/KH-HS", "2/KH-HS"), strict=True):
        file(place, number)
    transaction.commit()
    ready = Barrier(2)
    db = portal._p_jar.db()
    clerks = [Clerk(db, *one, ready) for one in zip(PLACES, numbers, strict=True)]
    for clerk in clerks:
        clerk.start()
    for clerk in clerks:
        clerk.join()
    return [clerk.outcomes for clerk in clerks]


def test_only_one_of_two_equal_numbers_is_filed(functional_portal):
    outcomes = together(functional_portal, ["12/KH-HS", "Số 12 / KH-HS"])
    assert sorted(outcomes) == [["conflict", "refused"], ["filed"]]


def test_two_different_numbers_are_both_filed(functional_portal):
    outcomes = together(functional_portal, ["12/KH-HS", "13/KH-HS"])
    assert [one[-1] for one in outcomes] == ["filed", "filed"]
