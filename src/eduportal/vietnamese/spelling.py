"""Whether a token could be a written Vietnamese syllable."""

from functools import lru_cache
import re
import unicodedata

TONES = "\u0300\u0301\u0303\u0309\u0323"
WITHOUT_TONE = str.maketrans("", "", TONES)
RISING_OR_HEAVY = "\u0301\u0323"
ONSETS = "b|ch?|d|đ|gh?|gi|h|kh?|l|m|ngh?|nh?|ph?|qu|r|s|t[hr]?|v|x"
RHYMES = """
    a ac ach ai am an ang anh ao ap at au ay
    ăc ăm ăn ăng ăp ăt
    âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et
    ê êch êm ên êng ênh êp êt êu
    i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu
    o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt
    oc oe oen oeo oet oi om on ong op ot
    ô ôc ôi ôm ôn ông ôp ôt
    ơ ơi ơm ơn ơp ơt
    u ua uân uâng uât uây uc uê uêch uênh ui um un ung uơ up ut
    uôc uôi uôm uôn uông uôt uy uya uych uyên uyêt uyn uynh uyp uyt uyu
    ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu
    y ych ym yn ynh yt yêm yên yêng yêt yêu
"""
SYLLABLE = re.compile(rf"(?:(?:{ONSETS})?(?:{'|'.join(RHYMES.split())})|gi)")


@lru_cache(maxsize=1 << 15)
def is_syllable(token: str) -> bool:
    """``Trường`` and ``hoà`` are, ``théâtre`` and ``Tröôøng`` are not; with or without marks.

    Where the tone stands is not looked at, for both hoà and hòa are written. A syllable that ends
    in a stop has the rising or the heavy tone, or none where a word is written without marks.
    """
    decomposed = unicodedata.normalize("NFD", token.lower())
    tones = [char for char in decomposed if char in TONES]
    letters = unicodedata.normalize("NFC", decomposed.translate(WITHOUT_TONE))
    if len(tones) > 1 or not SYLLABLE.fullmatch(letters):
        return False
    stopped = letters.endswith(("c", "ch", "p", "t"))
    return not (stopped and tones and tones[0] not in RISING_OR_HEAVY)
