"""The command ``eduportal``: one module for each noun, none of which loads Zope before it must."""

from eduportal.cli.app import main

__all__ = ["main"]
