"""Makes the four font files beside it, once; a portal at work does not run this.

Source Sans 3 (SIL Open Font License 1.1) is cut to Latin, Vietnamese, Greek and common signs:

    npm install --prefix FOLDER @expo-google-fonts/source-sans-3
    uvx --with fonttools python subset.py FOLDER/node_modules/@expo-google-fonts/source-sans-3

Its licence reserves the name "Source" for the unchanged font, so the cut one is called Portal Sans.
"""

from fontTools.subset import Options
from fontTools.subset import Subsetter
from fontTools.subset import parse_unicodes
from fontTools.ttLib import TTFont
from pathlib import Path
import sys

NAME = "Portal Sans"
STYLES = {
    "400Regular": "Regular",
    "400Regular_Italic": "Italic",
    "700Bold": "Bold",
    "700Bold_Italic": "BoldItalic",
}
LETTERS = (
    "0020-007E,00A0-024F,02C6-02DD,0300-0323,0370-03FF,1E00-1EFF,2000-206F,2070-209C,20AB,20AC,"
    "2100-215F,2190-21FF,2200-22FF,25A0-25FF,2610-2612,2713-2717,FFFD"
)
NAMING = {1: NAME, 3: "", 4: "", 6: "", 16: NAME, 21: NAME, 25: "PortalSans"}
"""Ids of the name table: family, unique id, full name, PostScript name, typographic family."""


def main(source: Path) -> None:
    for folder, style in STYLES.items():
        font = TTFont(source / folder / f"SourceSans3_{folder}.ttf")
        options = Options()
        options.layout_features = []
        options.hinting = False
        subsetter = Subsetter(options)
        subsetter.populate(unicodes=parse_unicodes(LETTERS))
        subsetter.subset(font)
        for record in font["name"].names:
            if record.nameID in NAMING:
                name = NAMING[record.nameID] or f"PortalSans-{style}"
                font["name"].setName(name, *_place(record))
        font.save(Path(__file__).parent / f"PortalSans-{style}.ttf")


def _place(record) -> tuple[int, int, int, int]:
    return record.nameID, record.platformID, record.platEncID, record.langID


if __name__ == "__main__":
    main(Path(sys.argv[1]))
