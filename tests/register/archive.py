"""A small archive in which every filter has something to do, and what readers should find."""

from dataclasses import dataclass
from datetime import date
from datetime import timedelta
from eduportal import sections
from eduportal.content_types.official_document import validity
from itertools import cycle
from plone import api

KINDS = ("thong-tu", "quyet-dinh", "cong-van", "ke-hoach", None)
ISSUERS = ("Bộ Giáo dục và Đào tạo", "Sở Giáo dục và Đào tạo tỉnh Mẫu", "Trường Hoa Sen", None)
SIGNERS = ("Nguyễn Văn An", "Trần Thị Bình", None)
AREAS = (
    (),
    ("Giáo dục tiểu học",),
    ("Giáo dục tiểu học", "Giáo dục mầm non"),
    ("Giáo dục mầm non", "Công nghệ thông tin", "Y tế trường học"),
)
WORDS = ("công khai tài chính", "tuyển sinh lớp 1", "dạy thêm học thêm")


@dataclass(frozen=True)
class Paper:
    """A record as it is filed; ``state`` and ``year`` are what a reader counts."""

    id: str
    title: str
    number: str
    kind: str | None
    issuer: str | None
    signer: str | None
    areas: tuple[str, ...]
    issued_on: date | None
    effective_on: date | None
    expires_on: date | None
    published: bool

    @property
    def year(self):
        """Of the date, else the one in the number."""
        if self.issued_on:
            return self.issued_on.year
        return 2020 if self.number else None

    @property
    def state(self):
        today = validity.today()
        starts = self.effective_on or self.issued_on
        if starts is None or self.kind == "cong-van":
            return validity.NONE
        if self.expires_on and self.expires_on <= today:
            return validity.EXPIRED
        return validity.NOT_YET if starts > today else validity.IN_FORCE


def papers(count=48):
    """Values are dealt out in turn, with turns of different lengths, so that all pairs meet."""
    today = validity.today()
    kinds, issuers, signers, areas, words = map(cycle, (KINDS, ISSUERS, SIGNERS, AREAS, WORDS))
    for at in range(count):
        issued = None if at % 11 == 7 else date(2019 + at % 7, 1 + at % 12, 1 + at % 28)
        kind, issuer, signer = next(kinds), next(issuers), next(signers)
        # what was dealt out would otherwise go in step
        if at % 13 == 0:
            next(areas)
        yield Paper(
            id=f"p{at}",
            title=f"Về việc {next(words)} số {at}",
            number="" if at % 8 == 6 else f"{at}/{issued.year if issued else 2020}/TT-MX",
            kind=kind,
            issuer=issuer,
            signer=signer,
            areas=next(areas),
            issued_on=issued,
            effective_on=today + timedelta(days=9) if issued and at % 5 == 3 else None,
            expires_on=today if issued and at % 7 == 1 and at % 5 != 3 else None,
            published=at % 6 != 5,
        )


def file_papers(found):
    """File them in the register; returns id -> document."""
    place = sections.find("document-register")
    made = {}
    with api.env.adopt_roles(["Manager"]):
        for paper in found:
            item = api.content.create(
                place,
                "OfficialDocument",
                paper.id,
                title=paper.title,
                number=paper.number,
                kind=paper.kind,
                issuer=paper.issuer,
                signer=paper.signer,
                subject_areas=paper.areas,
                issued_on=paper.issued_on,
                effective_on=paper.effective_on,
                expires_on=paper.expires_on,
            )
            if paper.published:
                api.content.transition(item, "publish")
            made[paper.id] = item
    return made
