"""An online service (TT 53/2012/TT-BGDĐT, Điều 2.7): a form here, or a link elsewhere."""

from eduportal.content_types.service.rules import aware
from eduportal.content_types.service.rules import is_web_address
from eduportal.content_types.service.service import IService
from eduportal.content_types.service.service import Service
from eduportal.content_types.service.vocabularies import EXTENSIONS
from eduportal.content_types.service.vocabularies import FACTORS
from eduportal.content_types.service.vocabularies import RESULT_WAYS
from eduportal.content_types.service.vocabularies import SCHEMES

__all__ = [
    "EXTENSIONS",
    "FACTORS",
    "RESULT_WAYS",
    "SCHEMES",
    "IService",
    "Service",
    "aware",
    "is_web_address",
]
