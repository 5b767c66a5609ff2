"""The register as readers use it: one search with counts, over REST, as a file, as a feed."""

from eduportal.register.query import Query
from eduportal.register.result import Result
from eduportal.register.result import run

__all__ = ["Query", "Result", "run"]
