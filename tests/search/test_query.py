"""What a typed text is understood as."""

from eduportal.search.query import parse
from eduportal.search.synonyms import table
from eduportal.search.synonyms import with_synonyms
from eduportal.search.tree import Both
from eduportal.search.tree import Phrase
from eduportal.search.tree import Without
from random import Random
import pytest


def shown(node):
    """A tree as text: ``[a b]`` a phrase, ``a*`` unfinished, ``(a & b)``, ``(a | b)``, ``-a``."""
    if node is None:
        return ""
    if isinstance(node, Phrase):
        text = " ".join(word.marked for word in node.words) + ("*" if node.unfinished else "")
        return f"[{text}]" if len(node.words) > 1 else text
    if isinstance(node, Without):
        return f"-{shown(node.part)}"
    sign = " & " if isinstance(node, Both) else " | "
    return f"({sign.join(map(shown, node.parts))})"


@pytest.mark.parametrize(
    "typed, understood",
    [
        ("công khai", "(công & khai)"),
        ("công khai*", "(công & khai*)"),
        ('"công khai" tài chính', "([công khai] & tài & chính)"),
        ("“công khai”", "[công khai]"),
        ('"công kh"*', "[công kh*]"),
        ('"công kh*"', "[công kh*]"),
        ('"khai"', "khai"),
        # numbers are phrases, whatever joins them
        ("37/2020", "[37 2020]"),
        ("37-2020-tt-bgddt", "[37 2020 tt bgddt]"),
        ("37/2020/tt-bgd*", "[37 2020 tt bgd*]"),
        ("1502/SGDĐT-GDTH", "[1502 sgdđt gdth]"),
        ("20-11", "[20 11]"),
        ("GD&ĐT", "[gd đt]"),
        ("Sở GD&ĐT", "(sở & [gd đt])"),
        # others are words
        ("toán,văn", "(toán & văn)"),
        ("toán-văn", "(toán & văn)"),
        ("1,2", "(1 & 2)"),
        ("a.b*", "(a & b*)"),
        # as Plone's forms send them
        ("công* AND khai*", "(công* & khai*)"),
        ('"and"', "and"),
        ('toán* AND "or" AND văn*', "(toán* & or & văn*)"),
        ('"("abc")"', "abc"),
        ("a OR b", "(a | b)"),
        ("a or b", "(a | b)"),
        ("a and b", "(a & b)"),
        ("a b OR c d", "((a & b) | (c & d))"),
        ("a AND (b OR c)", "(a & (b | c))"),
        ("a NOT b", "(a & -b)"),
        ("a AND NOT (b OR c)", "(a & -(b | c))"),
        ("NOT a", "-a"),
        # a musical note without its marks
        ("not nhac", "(not & nhac)"),
        # broken
        ('"công khai', "[công khai]"),
        ("công (khai", "(công & khai)"),
        ("công) khai", "(công & khai)"),
        ("()", ""),
        ("(()", ""),
        ("AND", ""),
        ("OR a", "a"),
        ("a OR", "a"),
        ("a NOT", "a"),
        ("NOT", ""),
        ('AND OR NOT ( ) " *', ""),
        ("*", ""),
        ("***a", "a"),
        ("?!-+", ""),
        ("", ""),
        ("((((((((((((((((((((((((((a", "a"),
    ],
)
def test_a_typed_text_is_understood(typed, understood):
    assert shown(parse(typed)) == understood


def test_no_text_is_an_error():
    chance = Random(1)
    pieces = [*'aố1"()*/-&_\u0301\0', " ", " AND ", " OR ", " NOT ", "and", "37/2020"]
    for _ in range(5000):
        typed = "".join(chance.choices(pieces, k=chance.randrange(20)))
        assert isinstance(shown(with_synonyms(node, {})) if (node := parse(typed)) else "", str)


def test_endless_texts_are_cut():
    assert len(parse("từ " * 100_000).parts) == 40
    assert shown(parse("(" * 5000 + "a")) == ""
    assert shown(parse("NOT " * 100 + "a")).endswith("-a")


LINES = (
    "GD&ĐT = GDĐT = giáo dục và đào tạo",
    "Sở GD&ĐT = SGDĐT = sở giáo dục và đào tạo",
    "THCS = trung học cơ sở",
    "CSVC = cơ sở vật chất",
    "broken",
    " = ",
)


@pytest.mark.parametrize(
    "typed, understood",
    [
        ("gd&đt", "([gd đt] | gdđt | [giáo dục và đào tạo])"),
        ("trường THCS", "(trường & (thcs | [trung học cơ sở]))"),
        ("thcs*", "(thcs* | [trung học cơ sở])"),
        (
            "cơ sở vật chất trường",
            "(((cơ & sở & vật & chất) | csvc) & trường)",
        ),
        ("co so vat chat", "((co & so & vat & chat) | csvc)"),
        ("cờ sở vật chất", "(cờ & sở & vật & chất)"),
        # the longer name, and within it the shorter one
        (
            "SGDĐT",
            "(sgdđt | [sở gd đt] | [sở giáo dục và đào tạo])",
        ),
        (
            "sở giáo dục và đào tạo",
            "((sở & ((giáo & dục & và & đào & tạo) | [gd đt] | gdđt)) | [sở gd đt] | sgdđt)",
        ),
        # parts of a number and quoted words are themselves
        ("1502/THCS-CSVC", "[1502 thcs csvc]"),
        ('"trung học cơ sở"', "[trung học cơ sở]"),
        ("NOT thcs", "-(thcs | [trung học cơ sở])"),
        ("(thcs OR csvc) mới", "(((thcs | [trung học cơ sở]) | (csvc | [cơ sở vật chất])) & mới)"),
    ],
)
def test_names_of_the_same_thing_stand_beside_each_other(typed, understood):
    assert shown(with_synonyms(parse(typed), table(LINES))) == understood
