from eduportal.mandate import kinds
from eduportal.units.names import place
from eduportal.units.names import read_name
import pytest


@pytest.mark.parametrize(
    ("text", "code", "address"),
    [
        ("Sở Giáo dục và Đào tạo tỉnh Bắc Ninh", "so", "bacninh"),
        ("Sở GD&ĐT Hà Nội", "so", "hanoi"),
        ("SGDĐT TP. Hồ Chí Minh", "so", "hochiminh"),
        ("Phòng GD&ĐT quận Ba Đình", "phong", "badinh"),
        ("Phòng Giáo dục và Đào tạo Quận 8", "phong", "quan8"),
        ("PGD huyện Quỳnh Lưu", "phong", "quynhluu"),
        ("UBND phường Phượng Hoàng", "commune", "phuonghoang"),
        ("Ủy ban nhân dân xã Tân Lập, tỉnh Bắc Ninh", "commune", "tanlap"),
        ("UBND phường 5", "commune", "phuong5"),
        ("Phòng Văn hóa - Xã hội phường Ba Đình", "commune", "badinh"),
        ("Trường Mầm non Phượng Hoàng", "C0", "phuonghoang"),
        ("MN Hoa Hồng", "C0", "hoahong"),
        ("Trường Mẫu giáo Măng Non", "C0", "mangnon"),
        ("TRƯỜNG TIỂU HỌC KIM ĐỒNG", "C1", "kimdong"),
        ("Trường TH Xã Đàn", "C1", "xadan"),
        ("Trường tiểu học xã Tân Lập", "C1", "tanlap"),
        ("Trường Tiểu học Hoa Sen (mẫu)", "C1", "hoasen"),
        ("truong tieu hoc kim dong", "C1", "kimdong"),
        ("Trường THCS Lê Lợi, quận Ba Đình", "C2", "leloi"),
        ("Trường PTDTBT THCS Trà Nam", "C2", "tranam"),
        ("Trường THPT Trần Phú", "C3", "tranphu"),
        ("Trường Trung học phổ thông chuyên Lê Hồng Phong", "C3", "chuyenlehongphong"),
        ("Trường THPT số 1 Đức Phổ", "C3", "so1ducpho"),
        ("Trường TH&THCS Bình Minh", "C12", "binhminh"),
        ("Trường Phổ thông cơ sở Xã Đàn", "C12", "xadan"),
        ("Trường THCS-THPT Nguyễn Tất Thành", "C23", "nguyentatthanh"),
        ("Trường TH, THCS và THPT Ban Mai", "C123", "banmai"),
        ("Trường PTDTNT huyện Đăk Hà", "C2", "dakha"),
        ("Trường Phổ thông Dân tộc nội trú tỉnh Kon Tum", "C3", "kontum"),
        ("PTDTNT THCS&THPT Trà My", "C23", "tramy"),
        ("Trung tâm GDTX quận Ba Đình", "TX", "badinh"),
        ("TTGDTX Ba Đình", "TX", "badinh"),
        ("Trung tâm GDNN-GDTX huyện Quế Sơn", "TX", "queson"),
        ("Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên Quế Sơn", "TX", "queson"),
        ("Trung tâm Tin học ABC", "TH", "abc"),
        ("Trung tâm Ngoại ngữ ABC", "TN", "abc"),
        ("Trung tâm Ngoại ngữ - Tin học ABC", "TNT", "abc"),
        ("Trung tâm học tập cộng đồng xã Tân Lập", "TC", "tanlap"),
        ("Trung tâm Kỹ thuật tổng hợp - Hướng nghiệp Bắc Ninh", "TK", "bacninh"),
        ("Trường Phổ thông Năng khiếu", "", "nangkhieu"),
        ("Trường Mầm non - Tiểu học Sao Mai", "", "saomai"),
        ("Trường THPT", "C3", ""),
    ],
)
def test_a_name_tells_the_kind_and_the_own_name(text, code, address):
    name = read_name(text)
    assert (name.code, name.address) == (code, address)
    assert code == "" or code in kinds()


PLACES = ["tỉnh Bắc Ninh", "TP. Huế", "Quận 8", "Quan Hóa", "xã Phượng Dực", "quan ba dinh", ""]


def test_a_place_loses_its_sort_but_a_number_keeps_it():
    assert [place(text) for text in PLACES] == [
        ("Bắc", "Ninh"),
        ("Huế",),
        ("Quận", "8"),
        ("Quan", "Hóa"),
        ("Phượng", "Dực"),
        ("ba", "dinh"),
        (),
    ]
