from tests.test_frozen_names import *
def test_the_names_in_a_database_are_those_that_are_frozen(functional_portal, queue):
    fill(functional_portal)
    transaction.commit()
    found = sorted(names(functional_portal))
    raise AssertionError([n for n in found if 'dmission' in n])
