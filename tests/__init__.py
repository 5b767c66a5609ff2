"""The tests; ``conftest`` has the fixtures of all of them."""

import os

# zope.i18n reads this when it is first imported, which conftest does.
os.environ.setdefault("zope_i18n_compile_mo_files", "true")
