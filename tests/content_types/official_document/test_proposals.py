"""What the text of a document proposes; nothing where the text is not clear."""

from datetime import date
from eduportal.content_types.official_document.proposals import Proposal
from eduportal.content_types.official_document.proposals import propose
from eduportal.content_types.official_document.shipped import shipped
from eduportal.terms import Term
import pytest
import unicodedata

KINDS = shipped("kinds")
ISSUERS = shipped("issuers")


def proposed(*pages, issuers=ISSUERS):
    return propose(pages, KINDS, issuers)


CIRCULAR = """\
BỘ GIÁO DỤC VÀ ĐÀO TẠO     CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
-------                    Độc lập - Tự do - Hạnh phúc
                           ---------------
Số: 37/2020/TT-BGDĐT       Hà Nội, ngày 05 tháng 10 năm 2020

THÔNG TƯ
QUY ĐỊNH VỀ TỔ CHỨC HOẠT ĐỘNG, SỬ DỤNG THƯ ĐIỆN TỬ VÀ CỔNG THÔNG TIN ĐIỆN TỬ
TẠI SỞ GIÁO DỤC VÀ ĐÀO TẠO

Căn cứ Luật Công nghệ thông tin ngày 29 tháng 6 năm 2006;
Căn cứ Nghị định số 43/2011/NĐ-CP ngày 13 tháng 6 năm 2011 của Chính phủ;
Theo đề nghị của Cục trưởng Cục Công nghệ thông tin,
"""
CIRCULAR_END = """\
Điều 15. Hiệu lực thi hành
1. Thông tư này có hiệu lực thi hành kể từ ngày 20 tháng 11
năm 2020 và thay thế Thông tư số 53/2012/TT-BGDĐT ngày 20 tháng 12 năm 2012.
Nơi nhận:                                   KT. BỘ TRƯỞNG
- Văn phòng Quốc hội;                       THỨ TRƯỞNG
- Như Điều 15;
- Lưu: VT, PC, Cục CNTT.
                                            (Đã ký)

                                            Nguyễn Văn Phúc
"""


def test_a_circular_tells_everything():
    assert proposed(CIRCULAR, "Điều 2. Giải thích từ ngữ", CIRCULAR_END) == Proposal(
        number="37/2020/TT-BGDĐT",
        kind="thong-tu",
        issuer="Bộ Giáo dục và Đào tạo",
        issued_on=date(2020, 10, 5),
        effective_on=date(2020, 11, 20),
        subject=(
            "Quy định về tổ chức hoạt động, sử dụng thư điện tử và cổng thông tin điện tử "
            "tại Sở Giáo dục và Đào tạo"
        ),
        signer="Nguyễn Văn Phúc",
        signer_title="Thứ trưởng",
    )


def test_letters_apart_from_their_marks_tell_the_same():
    pages = (CIRCULAR, CIRCULAR_END)
    taken_apart = [unicodedata.normalize("NFD", page) for page in pages]
    assert proposed(*taken_apart) == proposed(*pages)


def test_a_recognised_letter_whose_columns_ran_together():
    page = """\
„ UBND TỈNH KON TUM CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
SỞ GIÁO DỤC VÀ ĐÀO TẠO Độc lập - Tự do - Hạnh phúc

Số: 1502/SGDĐT-GDTH
V/v hướng dẫn thực hiện nhiệm vụ Kon Tum, ngày 12 tháng 9 năm 2023
giáo dục tiểu học năm học 2023-2024

Kính gửi: Phòng Giáo dục và Đào tạo các huyện, thành phố.

Thực hiện Công văn số 4567/BGDĐT-GDTH ngày 05 tháng 8 năm 2023 của Bộ Giáo dục và
Đào tạo về việc hướng dẫn thực hiện nhiệm vụ giáo dục tiểu học;

KT. GIÁM ĐỐC
Nơi nhận: PHO GIÁM ĐÓC
- Như trên;
- Giám đốc (b/€);
- Lưu: VT, GDTH.

Nguyễn Thị Kim Liên
"""
    assert proposed(page) == Proposal(
        number="1502/SGDĐT-GDTH",
        kind="cong-van",
        issuer="Sở Giáo dục và Đào tạo",
        issued_on=date(2023, 9, 12),
        subject=("Về việc hướng dẫn thực hiện nhiệm vụ giáo dục tiểu học năm học 2023-2024"),
        signer="Nguyễn Thị Kim Liên",
        signer_title="Phó Giám đốc",
    )


def test_a_school_s_decision_badly_recognised():
    page = """\
SO GLAO DỤC VÀ ĐÀO TẠO CONG HOA XA HOI CHU NGHĨA VIÊT NAM
TRƯỜNG THPT TRẦN PHÚ Độc lâp - Tự đo - Hạnh phúc
S6: 45 /QÐ-THPT Hà Tĩnh, ngày l5 tháng 0l nãm 2O24
QUYÉT ĐỊNH
Về việc công khai dự toán thu chi ngân sách năm 2024
_________
HIỆU TRƯỞNG TRƯỜNG THPT TRẦN PHÚ
Căn cứ Nghị định số 16/2015/NĐ-CP ngày 14 tháng 02 năm 2015;
"""
    end = """\
Điều 3. Quyết định này có hiệu lực kể từ ngày ký.
Nơi nhận: HIỆU TRƯỞNG
- Như Điều 3;
- Lưu: VT. Trần Quốc Toản
"""
    assert proposed(page, end) == Proposal(
        number="45/QĐ-THPT",
        kind="quyet-dinh",
        issuer="Trường THPT Trần Phú",
        issued_on=date(2024, 1, 15),
        effective_on=date(2024, 1, 15),
        subject="Về việc công khai dự toán thu chi ngân sách năm 2024",
        signer="Trần Quốc Toản",
        signer_title="Hiệu trưởng",
    )


def test_a_decree_whose_columns_come_one_after_the_other():
    page = """\
CHÍNH PHỦ
-------
Số: 30/2020/NĐ-CP
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Hà Nội, ngày 05 tháng 3 năm 2020
NGHỊ ĐỊNH
VỀ CÔNG TÁC VĂN THƯ
Căn cứ Luật Tổ chức Chính phủ ngày 19 tháng 6 năm 2015;
"""
    end = """\
1. Nghị định này có hiệu lực thi hành từ ngày 05 tháng 3 năm 2020.
Nơi nhận:
- Ban Bí thư Trung ương Đảng;
- Lưu: VT, KSTT (2b).
TM. CHÍNH PHỦ
THỦ TƯỚNG


Nguyễn Xuân Phúc
PHỤ LỤC I
"""
    assert proposed(page, end) == Proposal(
        number="30/2020/NĐ-CP",
        kind="nghi-dinh",
        issuer="Chính phủ",
        issued_on=date(2020, 3, 5),
        effective_on=date(2020, 3, 5),
        subject="Về công tác văn thư",
        signer="Nguyễn Xuân Phúc",
        signer_title="Thủ tướng",
    )


BLANK = """\
ỦY BAN NHÂN DÂN
TỈNH QUẢNG NGÃI
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Số:         /QĐ-UBND
Quảng Ngãi, ngày     tháng    năm 2024
QUYẾT ĐỊNH
Phê duyệt kế hoạch tuyển sinh lớp 10
CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH
Căn cứ Công văn số 12/SGDĐT-QLCL ngày 03 tháng 02 năm 2024
"""


def test_number_and_date_left_blank_for_the_pen_stay_blank():
    assert proposed(BLANK) == Proposal(
        kind="quyet-dinh",
        issuer="Ủy ban nhân dân tỉnh Quảng Ngãi",
        subject="Phê duyệt kế hoạch tuyển sinh lớp 10",
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Hôm nay trời đẹp.\nThông báo nghỉ học ngày 12 tháng 9 năm 2023 tại trường.",
        "Căn cứ Thông tư số 37/2020/TT-BGDĐT ngày 05 tháng 10 năm 2020;",
        "DANH SÁCH HỌC SINH\n1. Nguyễn Văn An\n2. Trần Thị Bình\nHIỆU TRƯỞNG\nLê Văn Chín",
        "TRƯỜNG TIỂU HỌC HOA SEN\nTHỰC ĐƠN TUẦN\nThứ hai: cơm, canh\nSố lượng: 37/40 em",
    ],
    ids=["nothing", "news", "a reference", "a list", "a menu"],
)
def test_what_is_no_official_document_proposes_nothing(text):
    assert proposed(text) == Proposal()


def test_letters_in_disorder_propose_no_name():
    # What pdfium gives of a file with two fonts in one word.
    page = """\
UBND T NH KON TUM Ỉ
S GIÁO D C VÀ ĐÀO T O Ở Ụ Ạ
C NG HÒA XÃ H I CH NGHĨA VI T NAM Ộ Ộ Ủ Ệ
S : 1502/SGDĐT-GDTH ố
Kon Tum, ngày 12 tháng 9 năm 2023
Kính g i: Phòng Giáo d c
"""
    assert proposed(page) == Proposal(issued_on=date(2023, 9, 12))


HEAD = """\
{issuer}
Số: {number}
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Hà Nội, ngày 5 tháng 3 năm 2020
{form}
Về việc kiểm tra
Căn cứ Luật Giáo dục;
"""


@pytest.mark.parametrize(
    "number, form, kind",
    [
        ("12/QĐ-UBND", "QUYẾT ĐỊNH", "quyet-dinh"),
        ("12/2020/QĐ-UBND", "QUYẾT ĐỊNH", "quyet-dinh-qppl"),
        ("12/2020/QD-UBND", "QUYÊT ĐlNH", "quyet-dinh-qppl"),
        ("05/KH-THHS", "KẾ HOẠCH", "ke-hoach"),
        ("05/KH-THHS", "", "ke-hoach"),
        ("05/TB-THHS", "THÔNG BÁO", "thong-bao"),
        ("05/TB-THHS", "THÔNG CÁO", "thong-bao"),
        ("43/2019/QH14", "LUẬT", "luat"),
        ("05/THHS", "", None),
    ],
)
def test_the_form_is_what_heading_and_number_agree_on(number, form, kind):
    page = HEAD.format(issuer="ỦY BAN NHÂN DÂN TỈNH KON TUM", number=number, form=form)
    assert proposed(page).kind == kind


@pytest.mark.parametrize(
    "printed, number",
    [
        ("Số: 37/2020/TT-BGDĐT", "37/2020/TT-BGDĐT"),
        ("Số : 37 /2020/TT - BGDÐT", "37/2020/TT-BGDĐT"),
        ("SỐ 37/2020/TT-BGDDT", "37/2020/TT-BGDĐT"),
        ("S6: l2/QD-SGDDT", "12/QĐ-SGDĐT"),
        ("Số: 12/QĐÐ-THHS", "12/QĐ-THHS"),
        ("Số: 15a/KH-THHS", "15a/KH-THHS"),
        ("Luật số: 43/2019/QH14", "43/2019/QH14"),
        ("Số: 123-QĐ/TU", "123-QĐ/TU"),
        ("Số:    /QĐ-UBND", None),
        ("Số: …/QĐ-UBND", None),
        ("Số: 12", None),
    ],
)
def test_a_number_is_read_whatever_recognition_did_to_it(printed, number):
    assert proposed(f"{printed}\nHà Nội, ngày 5 tháng 3 năm 2020").number == number


def test_a_date_that_contradicts_the_number_is_not_proposed():
    page = HEAD.format(issuer="CHÍNH PHỦ", number="30/2026/NĐ-CP", form="NGHỊ ĐỊNH")
    assert (proposed(page).number, proposed(page).issued_on) == ("30/2026/NĐ-CP", None)


@pytest.mark.parametrize(
    "printed, issuer",
    [
        ("CHÍNH PHỦ", "Chính phủ"),
        ("BỘ GIÁO DỤC VÀ ĐÀO TẠO", "Bộ Giáo dục và Đào tạo"),
        ("BỘ GLÁO DỤC VÀ ĐÀO TẠO", "Bộ Giáo dục và Đào tạo"),
        ("UBND TỈNH MẪU\nSỞ GIÁO DỤC VÀ ĐÀO TẠO", "Sở Giáo dục và Đào tạo tỉnh Mẫu"),
        ("UBND TỈNH KHÁC\nSỞ GIÁO DỤC VÀ ĐÀO TẠO", "Sở Giáo dục và Đào tạo"),
        ("SỞ GIÁO DỤC VÀ ĐÀO TẠO\nTRƯỜNG TIỂU HỌC HOA SEN", "Trường Tiểu học Hoa Sen"),
        ("UBND XÃ HÒA BÌNH\nTRƯỜNG TRUNG HỌC CƠ SỞ\nLÊ LỢI", "Trường Trung học cơ sở Lê Lợi"),
        ("ỦY BAN NHÂN DÂN\nTHÀNH PHỐ THỦ DẦU MỘT", "Ủy ban nhân dân thành phố Thủ Dầu Một"),
    ],
)
def test_the_issuer_is_the_lower_of_the_two_authorities(printed, issuer):
    own = Term("so-mau", "Sở Giáo dục và Đào tạo tỉnh Mẫu")
    page = f"{printed}\nSố: 12/QĐ-X\nHà Nội, ngày 5 tháng 3 năm 2020"
    assert proposed(page, issuers=(own, *ISSUERS)).issuer == issuer


def test_an_illegible_issuer_is_known_by_its_abbreviation():
    assert proposed("Số: 37/2020/TT-BGDĐT").issuer == "Bộ Giáo dục và Đào tạo"


@pytest.mark.parametrize(
    "sentence, day",
    [
        ("Thông tư này có hiệu lực kể từ ngày 01/01/2021.", date(2021, 1, 1)),
        ("Quyết định này có hiệu lực thi hành kể từ ngày ký ban hành.", date(2020, 3, 5)),
        ("Nghị định này có hiệu lực thi hành từ ngày 20 tháng 4 năm 2020.", date(2020, 4, 20)),
        ("Thông tư này có hiệu lực sau 45 ngày kể từ ngày ký.", None),
        ("Thông tư số 5 có hiệu lực từ ngày 01/01/2019 bị bãi bỏ.", None),
        ("Luật này có hiệu lực thi hành từ ngày 31 tháng 2 năm 2020.", None),
    ],
)
def test_the_day_from_which_the_document_itself_is_in_force(sentence, day):
    page = HEAD.format(issuer="CHÍNH PHỦ", number="30/2020/NĐ-CP", form="NGHỊ ĐỊNH")
    assert proposed(page, sentence).effective_on == day


@pytest.mark.parametrize(
    "block, signer",
    [
        ("HIỆU TRƯỞNG\n\n\nLê Thị Hồng Gấm", ("Lê Thị Hồng Gấm", "Hiệu trưởng")),
        ("Q. GIÁM ĐỐC\nThS. Y Thanh Hà", ("Y Thanh Hà", "Quyền Giám đốc")),
        ("TL. GIÁM ĐỐC\nCHÁNH VĂN PHÒNG\nNGUYỄN VĂN AN", ("Nguyễn Văn An", "Chánh Văn phòng")),
        (
            "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n- Lưu: VT. Trần Văn Tân",
            ("Trần Văn Tân", "Phó Chủ tịch"),
        ),
        ("KT. HIỆU TRƯỞNG\nPHÓ HIỆU TRƯỞNG\n(chữ ký)", (None, None)),
        ("KT. BỘ TRƯỞNG\nTHỨ TRƯỞNG\nTrường Mầm Non", (None, None)),
    ],
)
def test_the_signer_is_named_with_the_title_just_above(block, signer):
    page = HEAD.format(issuer="CHÍNH PHỦ", number="30/2020/NĐ-CP", form="NGHỊ ĐỊNH")
    found = proposed(page, f"Nơi nhận:\n- Như trên;\n- Lưu: VT.\n{block}")
    assert (found.signer, found.signer_title) == signer


def test_a_joint_document_names_no_single_signer():
    page = HEAD.format(
        issuer="BỘ TÀI CHÍNH", number="5/2013/TTLT-BTC-BGDĐT", form="THÔNG TƯ LIÊN TỊCH"
    )
    found = proposed(page, "Nơi nhận:\nKT. BỘ TRƯỞNG\nTHỨ TRƯỞNG\nNguyễn Công Nghiệp")
    assert (found.kind, found.signer) == ("thong-tu-lien-tich", None)


def test_a_subject_that_runs_into_the_text_is_not_proposed():
    words = "Các trường trong toàn tỉnh\n" * 30
    page = HEAD.format(issuer="CHÍNH PHỦ", number="3/TB-CP", form="THÔNG BÁO\n" + words)
    assert (proposed(page).kind, proposed(page).subject) == ("thong-bao", None)
