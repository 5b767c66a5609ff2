from eduportal.units.naming import NamelessError
from eduportal.units.naming import propose
import pytest


def domains(proposal):
    return [domain.address for domain in proposal.domains]


def mailboxes(proposal):
    return {mailbox.address: mailbox.rule.where for mailbox in proposal.mailboxes}


def test_an_upper_secondary_school_as_the_circular_has_it():
    proposal = propose("Trường THPT Trần Phú", "Hà Nội")
    assert proposal.kind.code == "C3"
    assert domains(proposal) == [
        "c3tranphu-hanoi.edu.vn",
        "c3tranphu.hanoi.edu.vn",
        "c3tranphuhanoi.edu.vn",
        "tranphu-hanoi.edu.vn",
        "tranphu.hanoi.edu.vn",
        "tranphuhanoi.edu.vn",
        "c3tranphu.edu.vn",
        "tranphu.edu.vn",
        "hanoi.edu.vn/c3tranphu",
        "hanoi.edu.vn/tranphu",
    ]
    assert mailboxes(proposal) == {
        "C3tranphu-hanoi@moet.edu.vn": "Điều 4.6",
        "C3tranphu@hanoi.edu.vn": "Điều 4.6",
        "{user}@c3tranphu-hanoi.edu.vn": "Điều 4.5",
        "{user}@c3tranphu.hanoi.edu.vn": "Điều 4.5",
        "C3tranphu.hanoi@moet.edu.vn": "Điều 8.3",
    }


def test_every_domain_names_the_rules_it_follows():
    proposal = propose("Trường THPT Trần Phú", "Hà Nội")
    rules = {domain.address: [rule.source for rule in domain.rules] for domain in proposal.domains}
    assert rules["c3tranphu-hanoi.edu.vn"] == ["tt53"]
    assert rules["c3tranphu.hanoi.edu.vn"] == ["tt53", "kontum"]
    assert rules["c3tranphuhanoi.edu.vn"] == ["tdm", "q8"]


def test_a_school_under_an_office_gets_forms_with_the_district():
    assert domains(propose("Trường Tiểu học Hoa Sen", "Kon Tum", district="huyện Đăk Hà"))[:6] == [
        "c1hoasen-kontum.edu.vn",
        "c1hoasen.kontum.edu.vn",
        "c1hoasen.dakha.edu.vn",
        "c1hoasen.pgddakha.edu.vn",
        "c1hoasen.pgddakha.kontum.edu.vn",
        "c1hoasendakha.edu.vn",
    ]


def test_a_department_gets_its_domain_and_the_fourteen_mailboxes_of_the_ministry():
    proposal = propose("Sở GD&ĐT Hà Nội")
    assert [(one.address, [rule.newer for rule in one.rules]) for one in proposal.domains] == [
        ("hanoi.edu.vn", [False, False]),
        ("hanoi.gov.vn", [False]),
        ("sogddt.hanoi.gov.vn", [True]),
    ]
    assert list(mailboxes(proposal)) == [
        "{user}@hanoi.edu.vn",
        *(
            f"{user}.SoHaNoi@moet.edu.vn"
            for user in (
                "Giamdoc",
                "Vanphong",
                "PhongKHTC",
                "PhongTCCB",
                "PhongGDTrH",
                "PhongGDTH",
                "PhongGDTX",
                "PhongGDCN",
                "PhongGDMN",
                "PhongCNTT",
                "PhongKTKD",
                "Thanhtra",
                "BanTS",
                "PhongCTHSSV",
            )
        ),
    ]


def test_the_circulars_short_name_of_ho_chi_minh_city():
    proposal = propose("Sở Giáo dục và Đào tạo Thành phố Hồ Chí Minh")
    assert domains(proposal) == [
        "tphcm.edu.vn",
        "hochiminhcity.gov.vn",
        "sogddt.hochiminhcity.gov.vn",
    ]
    assert mailboxes(proposal)["Giamdoc.SotpHCM@moet.edu.vn"] == "Điều 8.1"


def test_a_district_office_as_the_circular_has_it():
    proposal = propose("Phòng GD&ĐT quận Ba Đình", "Hà Nội")
    assert domains(proposal) == [
        "badinh.edu.vn",
        "badinh-hanoi.edu.vn",
        "pgdbadinh.edu.vn",
        "pgdbadinh.hanoi.edu.vn",
        "pgdbadinhhanoi.edu.vn",
    ]
    assert {address.lower(): where for address, where in mailboxes(proposal).items()} == {
        "{user}@badinh.edu.vn": "Điều 4.4",
        "pgdbadinh.hanoi@moet.edu.vn": "Điều 8.2",
    }


def test_a_centre_as_the_circular_has_it():
    proposal = propose("Trung tâm GDTX quận Ba Đình", "Hà Nội")
    assert domains(proposal) == [
        "txbadinh-hanoi.edu.vn",
        "txbadinh.hanoi.edu.vn",
        "txbadinh.edu.vn",
        "hanoi.edu.vn/txbadinh",
    ]
    assert mailboxes(proposal) == {
        "TXbadinh-hanoi@moet.edu.vn": "Điều 4.6",
        "TXbadinh@hanoi.edu.vn": "Điều 4.6",
        "{user}@txbadinh-hanoi.edu.vn": "Điều 4.6",
        "{user}@txbadinh.hanoi.edu.vn": "Điều 4.6",
        "TXbadinh.hanoi@moet.edu.vn": "Điều 8.4",
    }


def test_a_community_centre_is_named_after_commune_and_district():
    proposal = propose("Trung tâm học tập cộng đồng xã Tân Lập", "Bắc Ninh", district="Quế Võ")
    assert mailboxes(proposal)["TCtanlap.quevo.bacninh@moet.edu.vn"] == "Điều 8.4"


def test_the_circular_gives_no_ministry_mailbox_to_schools_of_several_levels():
    proposal = propose("Trường TH&THCS Bình Minh", "Bắc Ninh")
    assert "Điều 8.3" not in mailboxes(proposal).values()
    assert mailboxes(proposal)["C12binhminh-bacninh@moet.edu.vn"] == "Điều 4.6"


def test_a_commune_gets_the_form_of_the_newer_decree():
    [domain] = propose("UBND phường Phượng Hoàng", "tỉnh Bắc Ninh").domains
    [rule] = domain.rules
    assert (domain.address, rule.source, rule.where, rule.newer) == (
        "phuonghoang.bacninh.gov.vn",
        "nd224-2026",
        "Điều 11.4",
        True,
    )
    assert rule.citation.endswith("Điều 11.4 – văn bản mới hơn")


def test_a_name_that_tells_no_kind_gets_forms_without_a_code():
    proposal = propose("Trường Phổ thông Năng khiếu", "Bắc Ninh")
    assert proposal.kind is None
    assert domains(proposal)[:2] == ["nangkhieu-bacninh.edu.vn", "nangkhieu.bacninh.edu.vn"]
    assert proposal.mailboxes == ()


def test_without_a_province_only_forms_without_it_are_proposed():
    assert domains(propose("Trường THPT Trần Phú")) == ["c3tranphu.edu.vn", "tranphu.edu.vn"]


@pytest.mark.parametrize("name", ["Trường THPT", "", "Phòng GD&ĐT", "Sở GD&ĐT", "UBND xã"])
def test_a_name_without_an_own_name_is_refused(name):
    with pytest.raises(NamelessError) as raised:
        propose(name)
    assert (raised.value.vi, raised.value.en) == (
        f'"{name}" không có tên riêng. Ví dụ: "Trường THPT Trần Phú".',
        f'"{name}" has no own name. For example: "Trường THPT Trần Phú".',
    )


def test_a_name_too_long_for_a_domain_is_left_out_of_it():
    assert domains(propose("Trường THPT " + "Nguyễn " * 11, "Bắc Ninh")) == [
        "bacninh.edu.vn/c3" + "nguyen" * 11,
        "bacninh.edu.vn/" + "nguyen" * 11,
    ]
