"""The page at Zope's root: the portals that stand in this instance."""
