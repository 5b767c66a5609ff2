import time
from eduportal.sections import english
def test_t(portal):
    t=time.time(); english.settle(portal); print("SETTLE", time.time()-t)
