"""Pages and content as the face's tests have them; a complete procedure."""

from tests.face.conftest import managing
from tests.face.conftest import publish
from tests.face.conftest import visit
import pytest

__all__ = ["managing", "publish", "visit"]

COMPLETE = {
    "code": "1.005099",
    "area": "Giáo dục tiểu học",
    "authority": "truong",
    "audiences": ("cha-me-hoc-sinh",),
    "steps": ("Nộp đơn tại trường.", "Nhận kết quả."),
    "ways": ("truc-tiep",),
    "dossier": ("Đơn xin chuyển trường | 1 | 0", "Học bạ | 1 | 0"),
    "dossier_sets": 1,
    "days": 6,
    "result": "Học sinh được xếp lớp",
    "fee": 0,
    "legal_basis_text": ("Thông tư số 28/2020/TT-BGDĐT",),
    "place": "Văn phòng nhà trường",
    "handler_name": "Lê Thị Sen",
    "handler_phone": "0200 000 0003",
}


@pytest.fixture
def complete():
    """The fields of a procedure that tells everything the circular wants."""
    return dict(COMPLETE)
