"""What a template says of the unit (TT 53/2012/TT-BGDĐT, Điều 14.3.d)."""

from eduportal.face.bodies import parent_name
from eduportal.units.settings import unit_of
import re

PROVINCE = re.compile(r"(?:tỉnh|thành phố|tp\.?)\s+", re.IGNORECASE)
COMMUNE = re.compile(r"(?:xã|phường|đặc khu|thị trấn)\s+(?P<name>.+)", re.IGNORECASE)


def values_of_unit(portal) -> dict[str, str]:
    """``don_vi.*``, in Vietnamese; what is not known of the unit becomes a dotted line."""
    unit = unit_of(portal)
    if unit is None:
        return {"don_vi.ten": portal.title, "don_vi.ten_hoa": portal.title.upper()}
    parent = parent_name(portal, unit.parent, "vi")
    values = {
        "don_vi.ten": unit.name,
        "don_vi.ten_hoa": unit.name.upper(),
        "don_vi.ten_en": unit.name_en,
        "don_vi.cap_tren": parent,
        "don_vi.cap_tren_hoa": parent.upper(),
        "don_vi.dia_chi": unit.address,
        "don_vi.dia_danh": place_of(unit.address, unit.name, unit.tier)
        # a village school's address often stops at the village
        or place_of("", parent, "commune"),
        "don_vi.dien_thoai": unit.phone,
        "don_vi.thu_dien_tu": unit.email,
        "don_vi.trang_web": portal.absolute_url(),
    }
    return {name: value for name, value in values.items() if value} | {
        # a Sở has no line above its name
        "don_vi.cap_tren": parent,
        "don_vi.cap_tren_hoa": parent.upper(),
    }


def place_of(address: str, name: str, tier: str) -> str:
    """The place of a letter's date line (NĐ 30/2020, Phụ lục I, II.4): a commune's body and its
    schools name the commune, a province's body the province; ``""`` where the address has neither.
    """
    parts = [part.strip() for part in re.split(r"[,;\n]", address) if part.strip()]
    if tier == "so":
        found = re.search(r"(?:tỉnh|thành phố)\s+(.+)$", name, re.IGNORECASE)
        if found:
            return found[1].strip()
        return next(
            (PROVINCE.sub("", part) for part in reversed(parts) if PROVINCE.match(part)), ""
        )
    for part in (*parts, *re.findall(r"\b(?:xã|phường|đặc khu)\s+[^,]+$", name, re.IGNORECASE)):
        found = COMMUNE.fullmatch(part)
        if found:
            # a commune that is only numbered keeps its kind: "Phường 5"
            return part if found["name"].isdigit() else found["name"].strip()
    return ""
