"""The spreadsheet of units, uploaded at the Zope root by the instance's administrator."""
