from eduportal.safety.limits import Limiter
from eduportal.safety.limits import visitor


class Clock:
    now = 0.0

    def __call__(self):
        return self.now


def test_a_visitor_waits_until_the_oldest_post_leaves_the_window():
    clock = Clock()
    limiter = Limiter(clock=clock)
    waits = []
    for clock.now in (0.0, 10.0, 20.0, 599.5, 601.0):
        waits.append(limiter.wait("a", 2, 600))
        if not waits[-1]:
            limiter.count("a", 600)
    assert waits == [0, 0, 580, 1, 0]


def test_other_visitors_are_not_counted():
    limiter = Limiter(clock=Clock())
    limiter.count("a", 600)
    assert (limiter.wait("a", 1, 600), limiter.wait("b", 1, 600)) == (600, 0)


def test_memory_is_bounded_and_the_oldest_visitor_is_forgotten():
    limiter = Limiter(most_keys=2, clock=Clock())
    for key in "abc":
        limiter.count(key, 600)
    assert [limiter.wait(key, 1, 600) for key in "abc"] == [0, 600, 600]


def test_a_visitors_name_tells_no_address():
    name = visitor("203.0.113.7")
    assert (len(name), "203" in name, name == visitor("203.0.113.7")) == (32, False, True)


def test_an_ipv6_visitor_is_the_network_not_one_of_its_billions_of_addresses():
    near = visitor("2001:db8:1:2::1") == visitor("2001:db8:1:2:ffff::9")
    far = visitor("2001:db8:1:2::1") == visitor("2001:db8:1:3::1")
    assert (near, far) == (True, False)
