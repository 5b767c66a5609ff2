"""The kinds of content of an education portal, one folder each.

The folder stands at the top of the checkout and is linked into the package. Imported from there by
accident (``content_types.section``) its classes would be pickled under a name no other machine has.
"""

if __name__ != "eduportal.content_types":
    raise ImportError(f"import this package as eduportal.content_types, not as {__name__}")
