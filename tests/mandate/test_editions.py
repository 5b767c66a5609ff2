"""What each edition says, and how it shows whether a source stands."""

from eduportal.mandate import UnknownIdError
from eduportal.mandate import catalogue
import pytest


def test_the_default_edition_is_the_union_of_the_five_seeds():
    mandate = catalogue()
    seeds = {source.id for source in mandate.sources() if source.seed}
    assert seeds == {"kontum", "tdm", "q8", "quangngai", "tt53"}
    cited = {
        citation.source
        for one in mandate.requirements()
        if one.origin == "eduportal"
        for citation in one.citations
    }
    assert cited == seeds


def test_a_replaced_source_says_what_replaced_it():
    source = catalogue().source("tt53")
    assert source.label_vi == ("Thông tư 53/2012/TT-BGDĐT (đã được thay thế bởi 37/2020/TT-BGDĐT)")
    assert source.label_en == "Circular 53/2012/TT-BGDĐT (replaced by 37/2020/TT-BGDĐT)"
    assert catalogue().source("tt09-2024").label_vi == "Thông tư 09/2024/TT-BGDĐT"


def test_every_replaced_source_names_its_successor_and_no_other_does():
    sources = catalogue().sources()
    assert [one.id for one in sources if (one.validity == "replaced") != bool(one.successors)] == []


def test_a_letter_without_number_is_named_by_its_issuer():
    assert catalogue().source("kontum").label_vi == (
        "Công văn của Sở Giáo dục và Đào tạo tỉnh Kon Tum (chưa rõ hiệu lực)"
    )


def test_essential_requirements_weigh_three_and_the_others_one():
    weights = {(one.essential, one.weight) for one in catalogue().requirements()}
    assert weights == {(True, 3), (False, 1)}
    essential = {one.id for one in catalogue().requirements() if one.essential}
    assert essential == set(catalogue().edition.essential)


def test_a_measured_requirement_hands_its_numbers_to_the_check():
    assert dict(catalogue().requirement("statistics-yearbook").parameters) == {"years_covered": 5}


def test_newer_law_adds_requirements_and_notes_without_touching_the_default():
    default, newer = catalogue(), catalogue("newer-law")
    before = {one.id for one in default.requirements()}
    added = {one.id for one in newer.requirements()} - before
    assert added == {
        "access-to-information",
        "announced-channels",
        "annual-report",
        "component-of-provincial-portal",
        "consent-of-children",
        "disclosure-general-information",
        "dublin-core-metadata",
        "open-data",
        "outage-notice",
        "satisfaction-rating",
    }
    assert default.requirement("management-systems").obligation == "mandatory"
    assert newer.requirement("management-systems").obligation == "recommended"
    assert [one for one in default.requirements() if one.annotations] == []


def test_every_entry_of_newer_law_says_how_well_it_was_verified():
    newer = catalogue("newer-law")
    verified = {note.verified for one in newer.requirements() for note in one.annotations}
    verified |= {one.verified for one in newer.requirements() if one.overlay}
    assert verified == {"text", "third-party", "memory"}


def test_quotes_of_newer_law_are_marked_as_summaries():
    added = [one for one in catalogue("newer-law").requirements() if one.overlay]
    assert [c for one in added for c in one.citations if c.verbatim] == []


def test_a_conflict_is_decided_by_its_default_unless_the_edition_chooses():
    assert len(catalogue().conflicts()) == 22
    assert catalogue().choice("disclosure-regulation") == "tt09-2009"
    assert catalogue("newer-law").choice("disclosure-regulation") == "tt09-2024"
    assert catalogue("newer-law").choice("board-size") == "warn"


def test_the_ministrys_addresses_stand_exactly_as_the_seeds_give_them():
    urls = {link.url: link.status for link in catalogue().links()}
    assert urls == {
        "http://vanban.moet.gov.vn": "moved",
        "http://thi.moet.gov.vn": "dead",
        "http://cchc.moet.gov.vn": "dead",
        "http://ebook.moet.gov.vn": "dead",
        "http://www.edu.net.vn": "dead",
        "https://elearning.moet.edu.vn": "unknown",
        "https://dichvucong.moet.gov.vn/": "moved",
        "http://csdl.moet.gov.vn": "current",
        "http://kontum.edu.vn": "unknown",
        "https://tptdm.edu.vn": "unknown",
        "http://hop.edu.net.vn/{tinh|huyen}": "dead",
        "pgdquan8.hcm.edu.vn": "unknown",
    }


def test_a_successor_has_a_title_in_both_languages():
    for link in catalogue().links():
        words = (link.successor_url, link.successor_title_vi, link.successor_title_en)
        assert all(words) or not any(words), link.id


def test_an_unknown_edition_names_the_known_ones():
    with pytest.raises(UnknownIdError) as error:
        catalogue("newer")
    assert error.value.en == "There is no edition “newer”. Near matches: newer-law."


def test_coverage_counts_every_requirement_once():
    assert catalogue().coverage() == {"sections": 52, "capability": 60, "manual": 55}
