"""Every text of Plone's translations is a witness: no language is taken for an old encoding."""

from eduportal.vietnamese import legacy
from eduportal.vietnamese import nfc
from eduportal.vietnamese.spelling import is_syllable
from pathlib import Path
import eduportal
import plone.app.locales
import pytest
import re

LOCALES = Path(plone.app.locales.__file__).parent / "locales"
KIT = Path(eduportal.__file__).parent / "locales"
MESSAGE = re.compile(r'^msgstr(?:\[\d\])? ((?:"(?:[^"\\]|\\.)*"\s*)+)', re.MULTILINE)
QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"')
SAID = "Trường THPT Trần Phú thông báo tuyển sinh lớp 10, nộp hồ sơ từ ngày 1/6; đề nghị đúng hạn."
WRITTEN = {
    "tcvn3": "Tr\u00adêng THPT TrÇn Phó th«ng b¸o tuyÓn sinh líp 10, nép hå s¬ tõ ngµy 1/6; "
    "®Ò nghÞ ®óng h¹n.",
    "vni": "Tröôøng THPT Traàn Phuù thoâng baùo tuyeån sinh lôùp 10, noäp hoà sô töø ngaøy 1/6; "
    "ñeà nghò ñuùng haïn.",
    "vps": "TrÜ©ng THPT TrÀn Phú thông báo tuy‹n sinh l§p 10, n¶p hÒ sÖ tØ ngày 1/6; "
    "ÇŠ nghÎ Çúng hån.",
}


def translations(folder: Path, language: str) -> set[str]:
    """The sentences of one language, those in plain ASCII left out."""
    texts = [path.read_text("utf-8") for path in folder.glob(f"{language}/LC_MESSAGES/*.po")]
    said = {"".join(QUOTED.findall(found[1])) for text in texts for found in MESSAGE.finditer(text)}
    return {one.replace("\\n", "\n") for one in said if not one.isascii()}


def encoded(text: str, encoding: str) -> str:
    """What a keyboard of that time made; a capital without a sign of its own has the small sign."""
    signs: dict[str, str] = {}
    for sign, letter in legacy.TABLES[encoding].items():
        if sign in (sign.lower(), sign.upper()):
            signs.setdefault(letter, sign)
    return "".join(signs.get(char) or signs.get(char.lower(), char) for char in nfc(text))


@pytest.mark.parametrize("encoding", WRITTEN)
def test_a_sentence_of_each_encoding_is_recognised_and_read(encoding):
    assert legacy.recognise(WRITTEN[encoding]) == encoding
    assert legacy.convert(WRITTEN[encoding], encoding) == SAID
    assert legacy.to_unicode(f"{WRITTEN[encoding]}\n{SAID}\n") == (
        f"{SAID}\n{SAID}\n",
        (encoding,),
    )


def test_what_is_converted_is_not_taken_for_anything_again():
    assert [legacy.recognise(SAID), legacy.to_unicode(SAID)] == ["", (SAID, ())]


def test_capitals_of_a_second_font_come_out_as_capitals():
    assert legacy.convert("TR\u00adêNG §¹I HäC", "tcvn3") == "TRƯỜNG ĐẠI HỌC"
    assert legacy.convert("TRÖÔØNG ÑAÏI HOÏC", "vni") == "TRƯỜNG ĐẠI HỌC"
    assert legacy.convert("Ng« Lª", "tcvn3") == "Ngô Lê"


def test_a_short_line_is_read_as_the_lines_around_it():
    alone = legacy.recognise("Hä tªn")
    around = legacy.recognise_all([WRITTEN["tcvn3"], "häc", "Total", "Ngày"])
    assert (alone, around) == ("tcvn3", ["tcvn3", "tcvn3", "", ""])


def test_no_sentence_of_any_language_of_plone_is_taken_for_an_old_encoding():
    languages = sorted(path.name for path in LOCALES.iterdir() if path.is_dir())
    taken = {
        (language, text, found)
        for language in languages
        for text in translations(LOCALES, language)
        if (found := legacy.to_unicode(text)[1])
    }
    assert {"de", "en", "fr", "vi"} <= set(languages)
    assert len(languages) > 40
    assert taken == set()


@pytest.mark.parametrize(("encoding", "least"), [("tcvn3", 0.97), ("vni", 0.99), ("vps", 0.94)])
def test_nearly_every_vietnamese_sentence_is_found_and_read_rightly(encoding, least):
    long = [
        text
        for text in translations(KIT, "vi") | translations(LOCALES, "vi")
        if sum(map(is_syllable, legacy.BETWEEN_WORDS.split(text))) >= 6
        and not re.search("[«»·•…§×°–—“”‘’$<]", text)
    ]
    right = sum(
        legacy.to_unicode(encoded(text, encoding))[0].casefold() == text.casefold() for text in long
    )
    assert len(long) > 500
    assert right / len(long) >= least
