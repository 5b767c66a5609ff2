"""The home page: blocks that editors arrange, each made by one query, hidden while empty."""

from eduportal.home.block import Block
from eduportal.home.interfaces import IHomeBlock

__all__ = ["Block", "IHomeBlock"]
