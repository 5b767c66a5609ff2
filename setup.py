"""A shim: everything is said in pyproject.toml; buildout's develop still looks for this file."""

from setuptools import setup

setup()
