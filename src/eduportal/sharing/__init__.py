"""What others are told of a page: previews of links, search engines' data, site map, robots."""

from eduportal.sharing.interfaces import IShared
from eduportal.sharing.kept import Kept
from eduportal.sharing.own_page import OwnPage
from eduportal.sharing.public import is_public
from eduportal.sharing.schema_org import IDescribed

__all__ = ["IDescribed", "IShared", "Kept", "OwnPage", "is_public"]
