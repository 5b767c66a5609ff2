from eduportal.clean_text import clean
import pytest

WORD = """<html><head><style>p.MsoNormal{margin:0}</style></head><body><!--StartFragment-->
<p class=MsoNormal align=center style='text-align:center;mso-margin-top-alt:auto'><b><span
lang=EN-US style='font-size:14.0pt;font-family:"Times New Roman",serif;color:red'>THÔNG
BÁO<o:p></o:p></span></b></p>
<p class=MsoNormal style='text-align:justify;text-indent:36.0pt'><span
style='font-size:13pt'>&nbsp;&nbsp; Kính gửi&nbsp;quý&nbsp; thầy cô, <a
href="https://mau.vn/a?b=1&amp;c=2"><span style='color:blue'>kế hoạch</span></a>
<a name="_GoBack"></a></span></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if
!supportLists]><span style='mso-list:Ignore'>·<span style='font:7.0pt Symbol'>&nbsp;&nbsp;
</span></span><![endif]><b>Một</b> việc</p>
<p class=MsoListParagraphCxSpMiddle style='mso-list:l0 level2 lfo1'>1.&nbsp;&nbsp;trong một</p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'>·&nbsp;&nbsp;Hai</p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0
style='border-collapse:collapse;mso-yfti-tbllook:1184'><tr style='mso-yfti-irow:0'><td width=100
valign=top style='width:74.9pt;border:solid windowtext 1.0pt'><p class=MsoNormal>STT</p></td><td
colspan=2>&nbsp;</td></tr></table>
<!--[if gte mso 9]><xml><w:WordDocument></w:WordDocument></xml><![endif]-->
<!--EndFragment--></body></html>"""

DOCS = """<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1"><p
dir="ltr" style="line-height:1.38;text-align:right"><span style="font-size:11pt;
font-family:Arial;color:#000;font-weight:700;font-style:italic">Đậm</span><span
style="font-weight:400"> thường, m</span><span
style="font-size:0.6em;vertical-align:super">2</span></p><ul><li dir="ltr" aria-level="1"><p
role="presentation"><span>một</span></p></li></ul></b>"""

EXCEL = """<table border=0 cellpadding=0 cellspacing=0 width=128 style='width:96pt'><col width=64
style='width:48pt'><tr height=20><td height=20 class=xl65 style='height:15.0pt' x:num>1</td><td
class=xl66><font color="red" size=3>Ba</font></td></tr></table>"""

TYPED = [
    '<p>Bài <strong>viết</strong> &amp; <a href="/vi/tìm">liên kết</a></p>\n<p>&nbsp;</p>',
    '<p style="text-align: center;"><img alt="Cổng trường" src="resolveuid/ab/@@images/image/large"'
    ' class="image-richtext image-left" loading="lazy" width="400" style="float: left;"></p>',
    '<table style="border-collapse: collapse; width: 100%;"><tbody><tr><td style="width: 50%;">'
    '1</td><td rowspan="2">2</td></tr></tbody></table>',
    '<p style="padding-left: 40px;"><span style="text-decoration: underline;">gạch</span></p>',
    '<h2 id="a">Mục</h2><ol start="3"><li>ba</li></ol><blockquote>lời</blockquote>'
    "<pre>x\u00a0 y</pre>",
    '<p lang="en">English</p><iframe src="https://mau.vn/v" width="560" height="315"></iframe>',
    "chữ trần",
    "<p>10\u00a0000 đồng, 5\u00a0%</p>",
    "",
]


def test_a_page_from_word_keeps_what_it_says_and_loses_how_it_looked():
    cleaned = clean(WORD).replace("\n", " ")
    assert " ".join(cleaned.split()) == (
        '<p style="text-align: center;"><b>THÔNG BÁO</b></p> '
        '<p style="text-align: justify;">Kính gửi quý thầy cô, '
        '<a href="https://mau.vn/a?b=1&amp;c=2">kế hoạch</a> </p> '
        "<ul><li><b>Một</b> việc<ol><li>trong một</li></ol></li><li>Hai</li></ul> "
        '<table style="border-collapse: collapse;"><tr><td><p>STT</p></td>'
        '<td colspan="2"> </td></tr></table>'
    )


def test_a_page_from_google_docs_keeps_its_emphasis():
    assert clean(DOCS) == (
        '<p style="text-align: right;"><strong><em>Đậm</em></strong> thường, m<sup>2</sup></p>'
        "<ul><li><p>một</p></li></ul>"
    )


def test_a_table_from_excel_stays_a_table():
    assert clean(EXCEL) == "<table><col><tr><td>1</td><td>Ba</td></tr></table>"


@pytest.mark.parametrize("typed", TYPED)
def test_what_was_made_in_the_editor_stays_to_the_letter(typed):
    assert clean(typed) == typed


@pytest.mark.parametrize("markup", [WORD, DOCS, EXCEL, *TYPED])
def test_cleaning_twice_changes_nothing_more(markup):
    once = clean(markup)
    assert clean(once) == once


def test_the_font_of_an_old_encoding_stays_for_it_tells_how_to_read():
    assert clean("<p><font face='.VnTimeH' size=3>th«ng b¸o</font></p>") == (
        '<p><span style="font-family: .VnTimeH;">th«ng b¸o</span></p>'
    )


def test_letters_are_composed_and_invisible_signs_go():
    assert clean("<p>To\u0302\u0301t \u200bla\u0300nh th\u00ado\u00ada\u0309\ufeff</p>") == (
        "<p>Tốt lành thoả</p>"
    )


def test_a_stroke_behind_a_bracket_does_not_eat_the_bracket():
    assert clean("<p>\u0338a</p>") == "<p>a</p>"
