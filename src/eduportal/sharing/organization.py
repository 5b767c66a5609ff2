"""The unit as schema.org describes organisations; only what the portal shows everybody."""

from eduportal import look
from eduportal.face.place import Place
from functools import cache
from pathlib import Path
import tomllib

ANY = "EducationalOrganization"


@cache
def types() -> dict[str, str]:
    """Type of schema.org by kind of unit."""
    data = Path(__file__).parent / "data" / "organizations.toml"
    return tomllib.loads(data.read_text(encoding="utf-8"))


def organization(place: Place) -> dict:
    """The unit, under an id that other descriptions refer to."""
    unit = place.unit
    found = {
        "@type": types().get(unit.tier, ANY) if unit else ANY,
        "@id": organization_id(place),
        "name": place.unit_name,
        "url": place.root_url,
    }
    if unit:
        other = unit.name_en if place.unit_name == unit.name else unit.name
        found |= {
            "alternateName": other if other != place.unit_name else "",
            "address": unit.address,
            "telephone": unit.phone,
            "email": unit.email,
        }
    logo = look.current(place.language).logo
    if logo:
        found["logo"] = logo.url
    return found


def organization_id(place: Place) -> str:
    """The same on pages of both languages."""
    return f"{place.portal.absolute_url()}#organization"
