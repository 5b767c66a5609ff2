"""Tiers and kinds of unit."""

from eduportal.mandate import catalogue
from eduportal.mandate import kinds
from eduportal.mandate import tiers


def test_the_kinds_are_those_of_tt_53_article_3_4_with_their_authorities():
    assert {code: kind.tier for code, kind in kinds().items()} == {
        "so": "so",
        "phong": "phong",
        "commune": "commune",
        **dict.fromkeys(("C0", "C1", "C2", "C3", "C12", "C23", "C123"), "school"),
        **dict.fromkeys(("TX", "TH", "TN", "TNT", "TC", "TK"), "center"),
    }


def test_a_school_of_several_levels_joins_the_mail_group_of_each():
    assert kinds()["C123"].levels == ("tieu-hoc", "thcs", "thpt")
    assert kinds()["C123"].mail_groups == ("tieu-hoc", "thcs", "thpt")


def test_offices_have_portals_and_the_others_have_sites():
    names = {tier: one.site_name_vi for tier, one in tiers().items()}
    assert names == {
        "so": "Cổng thông tin điện tử",
        "phong": "Cổng thông tin điện tử",
        "commune": "Trang thông tin điện tử",
        "school": "Trang thông tin điện tử",
        "center": "Trang thông tin điện tử",
    }


def test_a_tier_is_shown_by_one_of_its_kinds():
    mandate = catalogue()
    shown = {tier: mandate.kind_for(tier).code for tier in tiers()}
    assert shown == {
        "so": "so",
        "phong": "phong",
        "commune": "commune",
        "school": "C1",
        "center": "TX",
    }
    assert mandate.kind_for("C23").code == "C23"


def test_a_so_has_fourteen_mailboxes_of_the_ministry():
    patterns = [mailbox.pattern for mailbox in catalogue().mailboxes("so")]
    assert len(patterns) == 14
    assert patterns[0] == "Giamdoc.{TenSo}@moet.edu.vn"


def test_refused_hosts_come_with_the_rule_that_refuses_them():
    named = {(one.use, one.host, one.source) for one in catalogue().refused_hosts() if one.named}
    assert named == {
        ("mail", "gmail.com", "tt53"),
        ("mail", "yahoo.com", "tt53"),
        ("mail", "vnn.vn", "tt53"),
        ("mail", "hotmail.com", "tdm"),
        ("site", "violet.vn", "kontum"),
        ("site", "webnode.vn", "kontum"),
    }


def test_tt_53_names_eight_systems_and_five_mail_groups():
    assert len(catalogue().modules()) == 8
    assert [group.id for group in catalogue().mail_groups()] == [
        "thpt",
        "thcs",
        "tieu-hoc",
        "mam-non",
        "centers",
    ]
