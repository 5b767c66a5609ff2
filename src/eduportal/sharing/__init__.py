"""What others are told of a page: previews of links, search engines' data, site map, robots."""

from eduportal.sharing.own_page import OwnPage
from eduportal.sharing.public import is_public
from eduportal.sharing.schema_org import IDescribed

__all__ = ["IDescribed", "OwnPage", "is_public"]
