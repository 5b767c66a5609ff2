from eduportal.mandate import catalogue
from eduportal.units.hosts import own_hosts
from eduportal.units.hosts import refusal
import pytest


@pytest.mark.parametrize("use", ["site", "mail"])
def test_our_own_list_repeats_nothing_the_sources_name(use):
    named = {entry.host for entry in catalogue().refused_hosts(use)}
    assert named & set(own_hosts(use)) == set()
    assert own_hosts(use) == sorted(set(own_hosts(use)))


def test_a_host_is_refused_with_everything_under_it():
    assert [
        host
        for host in ("violet.vn", "a.b.Violet.vn.", "myviolet.vn", "violet.vn.edu.vn", "edu.vn")
        if refusal(host, "site")
    ] == ["violet.vn", "a.b.Violet.vn."]


def test_what_a_rule_names_is_told_from_what_is_like_it():
    assert [refusal(host, "site").named for host in ("webnode.vn", "x.wixsite.com")] == [
        True,
        False,
    ]


def test_free_mail_is_no_free_site():
    assert refusal("gmail.com", "site") is None
    assert refusal("gmail.com", "mail").host == "gmail.com"
