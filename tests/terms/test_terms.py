"""Named lists: read strictly, found by any of their names, kept on lines."""

from eduportal import terms
from eduportal.content_types.official_document.settings import shipped
import pytest

CIRCULAR = terms.Term("thong-tu", "Thông tư", "Circular", "TT")
LETTER = terms.Term("cong-van", "Công văn", "Official letter", aliases=("Văn bản",))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("thong-tu", CIRCULAR),
        ("Thông tư", CIRCULAR),
        ("  thông   TƯ ", CIRCULAR),
        ("thong tu", CIRCULAR),
        ("circular", CIRCULAR),
        ("Thông tư", CIRCULAR),
        ("Văn bản", LETTER),
        ("Thông tri", None),
        ("", None),
    ],
)
def test_a_term_is_found_by_token_or_name_with_or_without_marks(text, found):
    assert terms.find((CIRCULAR, LETTER), text) == found


def test_a_line_is_read_back_as_written():
    lines = [terms.to_line(term) for term in (CIRCULAR, LETTER)]
    assert lines == ["thong-tu | Thông tư | Circular | TT", "cong-van | Công văn | Official letter"]
    assert terms.from_lines(lines, (LETTER,)) == (CIRCULAR, LETTER)


def test_a_name_alone_is_a_line():
    assert terms.from_lines(["Tổ Văn - Sử"]) == (terms.Term("to-van-su", "Tổ Văn - Sử"),)


@pytest.mark.parametrize(
    ("line", "readable"),
    [("Tổ 1", True), ("a | B", True), ("A b | B", False), ("a |", False), ("|", False)],
)
def test_a_line_that_could_not_be_read_back_is_refused(line, readable):
    assert terms.is_line(line) is readable


def test_a_token_used_twice_is_refused(tmp_path):
    path = tmp_path / "lists.toml"
    path.write_text('[[term]]\ntoken = "a"\nvi = "A"\n' * 2, encoding="utf-8")
    with pytest.raises(ValueError, match="lists.toml: token used twice: a"):
        terms.read(path)


def test_the_forms_of_documents_are_the_union_of_the_two_lists():
    kinds = shipped("kinds")
    counts = {name: sum(name in term.sources for term in kinds) for name in ("tt53", "nd30", "law")}
    assert counts == {"tt53": 32, "nd30": 29, "law": 13}
    assert len(kinds) == 46
