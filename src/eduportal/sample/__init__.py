"""Sample content: plainly marked, loaded by one function, taken away by another."""

from eduportal.sample.loading import load
from eduportal.sample.unloading import unload

__all__ = ["load", "unload"]
