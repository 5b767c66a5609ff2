"""What is wrong with the mandate as a whole, beyond what a single file can show."""

from collections.abc import Iterator
from eduportal.mandate.catalogue import Catalogue
from eduportal.mandate.errors import MandateError
from eduportal.mandate.requirements import Requirement


def problems(catalogue: Catalogue) -> list[MandateError]:
    """Every gap found; an empty list is what the tests and ``eduportal mandate check`` want."""
    return [*_unserved(catalogue), *_contradictory(catalogue), *_misplaced(catalogue)]


def _unserved(catalogue: Catalogue) -> Iterator[MandateError]:
    """Section requirements for which a kind of unit has no section."""
    for requirement in catalogue.requirements():
        for kind in catalogue.kinds().values():
            if (
                requirement.check == "sections"
                and catalogue.applies(requirement, kind.tier)
                and not catalogue.serving(requirement.id, kind.code)
            ):
                yield MandateError(
                    f"“{requirement.id}” has no section for {kind.code}.",
                    f"“{requirement.id}” chưa có chuyên mục cho {kind.code}.",
                )


def _contradictory(catalogue: Catalogue) -> Iterator[MandateError]:
    """What is planned is checked by hand, what is built is not."""
    for requirement in catalogue.requirements():
        if (requirement.state == "planned") != (requirement.check == "manual"):
            yield MandateError(
                f"“{requirement.id}” is {requirement.state} but checked by {requirement.check}.",
                f"“{requirement.id}” ở trạng thái {requirement.state} nhưng kiểm tra bằng"
                f" {requirement.check}.",
            )


def _misplaced(catalogue: Catalogue) -> Iterator[MandateError]:
    """Sections that claim a requirement not meant for them, or hide from their own menu."""
    for kind in catalogue.kinds().values():
        for section in catalogue.sections(kind.code):
            for name in section.requirements:
                if not _meant_for(catalogue, catalogue.requirement(name), kind.tier):
                    yield MandateError(
                        f"{kind.code} section “{section.id}” serves “{name}”, which neither applies"
                        f" to {kind.tier} nor is suggested for it.",
                        f"Chuyên mục “{section.id}” của {kind.code} đáp ứng “{name}”, vốn không áp"
                        f" dụng và không gợi ý cho {kind.tier}.",
                    )
            parent = section.parent and catalogue.section(kind.code, section.parent)
            if parent and section.english and not parent.english:
                yield MandateError(
                    f"{kind.code} section “{section.id}” is English, its parent is not.",
                    f"Chuyên mục “{section.id}” của {kind.code} có tiếng Anh, mục cha thì không.",
                )


def _meant_for(catalogue: Catalogue, requirement: Requirement, tier: str) -> bool:
    return catalogue.applies(requirement, tier) or catalogue.suggested(requirement, tier)
