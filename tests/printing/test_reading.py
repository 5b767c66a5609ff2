"""An editor's markup as blocks for paper."""

from eduportal.printing import reading
from eduportal.printing.blocks import Cell
from eduportal.printing.blocks import Grid
from eduportal.printing.blocks import Items
from eduportal.printing.blocks import Line
from eduportal.printing.blocks import Picture
from eduportal.printing.blocks import Text
from eduportal.printing.reading import Reader
import pytest
import re

PICTURE = Picture(b"", 10, 10)


def read(markup: str, asked: list | None = None) -> list:
    def picture(address, alt):
        if asked is not None:
            asked.append((address, alt))
        return PICTURE if address.startswith("http://truong.vn/") else None

    return Reader("http://truong.vn/vi/tin/", picture).read(markup)


def test_paragraphs_headings_and_words_between_them_keep_their_order():
    assert read("Đầu<h2>Mục</h2><p>Một <b>hai</b><br>ba</p>cuối<hr><pre>mã</pre>") == [
        Text("Đầu"),
        Text("Mục", "h2"),
        Text("Một <b>hai</b><br/>ba"),
        Text("cuối"),
        Line(),
        Text("mã", "code"),
    ]


def test_lists_hold_lists_and_keep_their_numbers():
    assert read("<ol start='3'><li>Ba<ul><li>a</li></ul></li><li>Bốn</li></ol>") == [
        Items([[Text("Ba"), Items([[Text("a")]])], [Text("Bốn")]], 3)
    ]


def test_a_table_keeps_headings_and_merged_cells():
    markup = "<table><tr><th>A</th><th>B</th></tr><tr><td colspan=2>c</td></tr></table>"
    assert read(markup) == [
        Grid(
            [
                [Cell([Text("A", "cell")], heading=True), Cell([Text("B", "cell")], heading=True)],
                [Cell([Text("c", "cell")], columns=2)],
            ]
        )
    ]


def test_a_table_in_a_table_and_one_too_wide_for_paper_become_paragraphs():
    inner = "<table><tr><td>a</td><td>b</td></tr></table>"
    assert read(f"<table><tr><td>{inner}</td></tr></table>") == [
        Grid([[Cell([Text("a"), Text("b")])]])
    ]
    wide = f"<table><tr>{'<td>x</td>' * 21}</tr></table>"
    assert read(wide) == [Text("x")] * 21


def test_links_lead_out_only_to_addresses_that_paper_may_name():
    markup = (
        '<p><a href="../x?a=1&amp;b=2">trong</a> <a href="javascript:alert(1)">mã</a>'
        ' <a href=\'http://y/"&gt;&lt;img src="file:///etc/passwd"\'>lạ</a></p>'
    )
    assert read(markup) == [
        Text(
            '<a href="http://truong.vn/vi/x?a=1&amp;b=2">trong</a> mã '
            '<a href="http://y/&quot;&gt;&lt;img src=&quot;file:///etc/passwd&quot;">lạ</a>'
        )
    ]


def test_what_is_typed_as_markup_of_the_pdf_library_stays_text():
    assert read("<p>&lt;img src='http://127.0.0.1/'/&gt; &amp;amp;</p><script>x</script>") == [
        Text("&lt;img src=&#x27;http://127.0.0.1/&#x27;/&gt; &amp;amp;")
    ]


def test_pictures_are_asked_for_and_others_leave_their_text():
    asked: list = []
    markup = (
        '<p>a<span><img src="anh/@@images/x" alt="Cổng"></span></p><img src="//la.vn/b" alt="Lạ">'
    )
    assert read(markup, asked) == [Text("a"), PICTURE, Text("<i>[Lạ]</i>", "small")]
    assert asked == [("http://truong.vn/vi/tin/anh/@@images/x", "Cổng"), ("http://la.vn/b", "Lạ")]


def test_broken_and_very_deep_markup_loses_no_words():
    deep = "<div>" * 600 + "sâu" + "</div>" * 600
    assert read(f"<b>đậm <p>đoạn</b> nữa<table><tr><td>ô{deep}") != []
    assert [one.markup for one in read(deep)] == ["sâu"]
    assert read("") == read("<!-- -->") == []


def test_what_is_too_much_is_left_out_and_told(monkeypatch):
    monkeypatch.setattr(reading, "MOST_LETTERS", 10)
    reader = Reader("http://h/", lambda address, alt: None)
    assert reader.read("<p>0123456789abc</p><p>def</p>") == [Text("0123456789")]
    assert reader.full


@pytest.mark.parametrize(
    "markup",
    ["<p>" + "ab cd " * 20_000 + "</p>", "<p>" + "<b>ab</b> " * 20_000 + "</p>"]
    + ["<b>" + "ab cd " * 20_000 + "</b>", "<p>" + "a" * 100_000 + "</p>"]
    + ["<table><tr><td>" + "ab cd " * 20_000 + "</td></tr></table>"],
)
def test_a_text_without_paragraphs_is_cut_into_some_and_stays_whole(markup):
    found = read(markup)
    kept = re.sub(r"<[^>]*>|\s", "", "".join(one.markup for one in found))
    assert kept == re.sub(r"<[^>]*>|\s", "", markup)
    assert max(len(one.markup) for one in found) <= 2 * reading.LONGEST
