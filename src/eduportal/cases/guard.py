"""How often a case may be asked for, by status page and REST together.

Who knows neither code nor factor is stopped by the code: it has 55 random bits. Who has got hold of
a code could guess a date of birth; so wrong factors count per code too, whoever sends them. That
count would let a stranger lock the applicant out, so a device that has seen the case before has a
count of its own (see ``proof``), and nothing is counted but wrong answers. Unknown codes count like
known ones: a refusal does not tell which is which.
"""

from eduportal.cases import codes
from eduportal.cases import proof
from eduportal.cases.find import find
from eduportal.content_types.case import Case
from eduportal.safety import limits
import hashlib

MINUTE, HOUR, DAY = 60, 3600, 86400
ALL_OF_ADDRESS = (120, 10 * MINUTE)
"""A school's computer room, or a mobile provider's shared address, asks right and often."""
WRONG_OF_ADDRESS = (20, 10 * MINUTE)
WRONG_OF_CODE = (10, HOUR)
WRONG_OF_CODE_A_DAY = (30, DAY)
WRONG_OF_DEVICE = (10, HOUR)
WRONG_NUMBERS_OF_ADDRESS = (10, HOUR)
"""Of registration numbers, which a school may publish: only the second factor is secret there."""
COUNTED = "eduportal.cases.counted"

asked = limits.Limiter()


class Turn:
    """One question after a case: may it be asked, and how did it end?"""

    def __init__(self, portal, request, code: str, is_number: bool = False) -> None:
        """``is_number``: what is asked for is no code but a number that others may know."""
        self._request = request
        client = limits.visitor(request.getClientAddr())
        normalised = codes.normalise(code)
        # a hash: what is kept in memory is no list of codes
        named = hashlib.sha256(f"{portal.getId()} {normalised}".encode()).hexdigest()
        device = proof.knows(request.cookies.get(proof.COOKIE), normalised)
        self._all = {("all", client): ALL_OF_ADDRESS}
        self._wrong = {("wrong", client): WRONG_OF_ADDRESS}
        if is_number:
            self._wrong[("numbers", client)] = WRONG_NUMBERS_OF_ADDRESS
        if device:
            self._wrong[("device", named)] = WRONG_OF_DEVICE
        else:
            self._wrong[("code", named)] = WRONG_OF_CODE
            self._wrong[("day", named)] = WRONG_OF_CODE_A_DAY

    def wait(self) -> int:
        """Seconds until it may be asked; 0 where it may now. A post that Zope repeats is one."""
        if COUNTED in self._request.environ:
            return 0
        limited = (self._all | self._wrong).items()
        return max(asked.wait(key, *limit) for key, limit in limited)

    def ended(self, found: Case | None) -> None:
        """Count the question, and once more where it was wrong."""
        if COUNTED in self._request.environ:
            return
        self._request.environ[COUNTED] = True
        for key, (_most, window) in (
            self._all | ({} if found is not None else self._wrong)
        ).items():
            asked.count(key, window)


def look_up(portal, request, code: str, factor: str) -> tuple[Case | None, int]:
    """The case, and seconds to wait where too much was asked; for pages and services alike."""
    turn = Turn(portal, request, code)
    wait = turn.wait()
    if wait:
        return None, wait
    found = find(portal, code, factor)
    turn.ended(found)
    return found, 0
