"""Capitals back to the way names are written: ``TRƯỜNG TIỂU HỌC HOA SEN``."""

from collections.abc import Iterable
from eduportal.content_types.official_document.proposals.lines import folded
from eduportal.content_types.official_document.proposals.lines import is_upper
import re

# Parts of the names of authorities and schools, as NĐ 30/2020 Phụ lục II writes them.
PHRASES = (
    "Ủy ban nhân dân", "Hội đồng nhân dân", "Quốc hội", "Chính phủ", "Thủ tướng Chính phủ",
    "Bộ", "Sở", "Phòng", "Cục", "Vụ", "Ban", "Tổng cục", "Văn phòng", "Thanh tra",
    "Giáo dục và Đào tạo", "Tài chính", "Nội vụ", "Khoa học và Công nghệ", "Y tế", "Tư pháp",
    "Thông tin và Truyền thông", "Văn hóa, Thể thao và Du lịch", "Văn hóa - Xã hội",
    "Lao động - Thương binh và Xã hội", "Kế hoạch và Đầu tư", "Công an", "Đoàn", "Công đoàn",
    "Trường", "Mầm non", "Mẫu giáo", "Tiểu học", "Trung học cơ sở", "Trung học phổ thông",
    "Tiểu học và Trung học cơ sở", "Trung học cơ sở và Trung học phổ thông", "chuyên",
    "Phổ thông dân tộc nội trú", "Phổ thông dân tộc bán trú", "Trung tâm", "Cao đẳng", "Đại học",
    "Giáo dục thường xuyên", "Giáo dục nghề nghiệp", "Ngoại ngữ", "Tin học",
    "tỉnh", "thành phố", "quận", "huyện", "thị xã", "thị trấn", "phường", "xã", "đặc khu",
    "và", "của", "UBND", "HĐND", "THPT", "THCS", "TH", "PTDTNT", "PTDTBT", "GDTX", "GDNN-GDTX",
    "TP.", "TP", "Việt Nam",
)  # fmt: skip


def as_name(capitals: str) -> str:
    """The name of an authority: small letters where usage has them, proper names big."""
    if not is_upper(capitals):
        return capitals
    known = sorted(((folded(phrase), phrase) for phrase in PHRASES), key=lambda p: -len(p[0]))
    searched = folded(capitals)
    parts = []
    place = 0
    while place < len(capitals):
        for bare, phrase in known:
            end = place + len(bare)
            if searched[place:end] == bare and not searched[end : end + 1].isalnum():
                parts.append(phrase)
                break
        else:
            end = place + len(re.match(r"\w+|.", searched[place:]).group())
            parts.append(capitals[place:end].capitalize())
        place = end
    name = "".join(parts)
    return name[:1].upper() + name[1:]


def is_readable(name: str) -> bool:
    """No word without a vowel, abbreviations apart: some files give their letters in disorder."""
    abbreviations = {phrase for phrase in PHRASES if phrase.isupper()}
    words = re.findall(r"[^\W\d_]+", name)
    return (
        all(
            word in abbreviations or re.search("[aeiouy]", folded(word)) and len(word) < 8
            for word in words
        )
        and sum(len(word) == 1 for word in words) < 2
    )


def as_sentence(capitals: str, names: Iterable[str]) -> str:
    """A subject printed in capitals as a sentence; ``names`` keep their own capitals."""
    if not is_upper(capitals):
        return capitals
    text = capitals.lower()
    searched = folded(text)
    for name in sorted({*names, "Việt Nam", "Chính phủ"}, key=len, reverse=True):
        for found in re.finditer(rf"\b{re.escape(folded(name))}\b", searched):
            text = text[: found.start()] + name + text[found.end() :]
    return text[:1].upper() + text[1:]
