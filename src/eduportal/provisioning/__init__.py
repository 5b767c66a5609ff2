"""From a unit to its portal: one Plone site with both languages, the tree, groups and settings."""

from eduportal.provisioning.portal import install

__all__ = ["install"]
