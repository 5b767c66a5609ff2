from eduportal.mandate import catalogue
from eduportal.mandate import kinds
from eduportal.units.domain_rules import conforming
from eduportal.units.domain_rules import expected
from eduportal.units.naming import propose
import pytest


def rules(domain, code):
    return [rule.id for rule in conforming(domain, kinds()[code])]


def test_a_domain_conforms_to_the_rules_whose_form_it_has():
    assert rules("tinhmau.edu.vn", "so") == ["tt53-so", "quangngai-so"]
    assert rules("tinhmau.gov.vn", "so") == ["quangngai-so"]
    assert rules("sogddt.tinhmau.gov.vn", "so") == ["nd224-so"]
    assert rules("xamau.tinhmau.gov.vn", "commune") == ["nd224-commune"]
    assert "tt53-school" in rules("C3tranphu-hanoi.edu.vn", "C3")


@pytest.mark.parametrize(
    ("domain", "code"),
    [
        ("hoasen.com", "C1"),
        ("hoasen.vn", "C1"),
        ("hoasen.tinhmau.gov.vn", "C1"),
        ("a.b.c.tinhmau.edu.vn", "C1"),
        ("c2hoasen.edu.vn", "C1"),
        ("c1hoasen.edu.vn", "C12"),
        ("c1hoasen.edu.vn", "phong"),
        ("xamau.edu.vn", "commune"),
    ],
)
def test_other_forms_and_other_codes_do_not_conform(domain, code):
    assert rules(domain, code) == []


def test_a_name_that_begins_like_a_code_is_no_code():
    assert rules("c3.edu.vn", "C1") != []
    assert rules("cau-giay.edu.vn", "C1") != []


@pytest.mark.parametrize(
    "name",
    [
        "Sở GD&ĐT Hà Nội",
        "Phòng GD&ĐT Ba Đình",
        "Trường TH&THCS Lê Lợi",
        "TTGDTX Ba Đình",
        "UBND xã A",
    ],
)
def test_what_is_proposed_conforms(name):
    proposal = propose(name, "Bắc Ninh", district="Quế Võ")
    hosts = [one.address for one in proposal.domains if "/" not in one.address]
    assert hosts
    assert [host for host in hosts if not conforming(host, proposal.kind)] == []


def test_a_domain_of_no_known_form_warns_with_the_forms_and_their_sources(check_rows, rows_with):
    checked = check_rows(rows_with(so_a={"domain": "soa.com"}))
    tt53, quangngai, nd224 = (
        catalogue().source(source) for source in ("tt53", "quangngai", "nd224-2026")
    )
    assert [unit.id for unit in checked.units] == ["so-a", "phong-b", "th-c", "th-d"]
    assert [(one.severity, one.sentence("vi")) for one in checked.problems] == [
        (
            "warning",
            'Dòng 2, cột domain: tên miền "soa.com" không theo mẫu của loại đơn vị so '
            f"(Sở Giáo dục và Đào tạo): tên-tỉnh.edu.vn ({tt53.label_vi}, Điều 3.2); "
            f"tên-tỉnh.gov.vn ({quangngai.label_vi}, I.2 đoạn 1); "
            f"tên-cơ-quan.tên-tỉnh.gov.vn ({nd224.label_vi}, Điều 11.4).",
        )
    ]
    assert checked.problems[0].sentence("en") == (
        'Row 2, column domain: the domain "soa.com" has no form known for the kind so '
        f"(Department of Education and Training): province.edu.vn ({tt53.label_en}, Điều 3.2); "
        f"province.gov.vn ({quangngai.label_en}, I.2 đoạn 1); "
        f"agency.province.gov.vn ({nd224.label_en}, Điều 11.4)."
    )


@pytest.mark.parametrize("code", kinds())
def test_every_kind_has_forms_that_can_be_spelled_out(code):
    for language in ("vi", "en"):
        assert "{" not in expected(kinds()[code], language)
        assert expected(kinds()[code], language)
