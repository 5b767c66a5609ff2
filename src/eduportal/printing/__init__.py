"""Items on paper: printed, and saved as PDF (NĐ 42/2022 Điều 7, TT 53/2012 Điều 17, Quận 8)."""

from eduportal.printing.blocks import Cell
from eduportal.printing.blocks import Grid
from eduportal.printing.blocks import Items
from eduportal.printing.blocks import Line
from eduportal.printing.blocks import Picture
from eduportal.printing.blocks import Text
from eduportal.printing.interfaces import IPrinted

__all__ = ["Cell", "Grid", "IPrinted", "Items", "Line", "Picture", "Text"]
