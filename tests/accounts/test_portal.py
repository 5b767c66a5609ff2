"""The doorkeeper comes with the profile, stays first when it is applied again, and goes with it."""

from eduportal.accounts import doorkeeper
from eduportal.accounts import ensure_doorkeeper
from eduportal.accounts import remove_doorkeeper
from eduportal.accounts.doorkeeper import ID
from Products.PluggableAuthService.interfaces.plugins import IAuthenticationPlugin
from Products.PluggableAuthService.interfaces.plugins import IValidationPlugin
from tests.accounts.conftest import PASSWORD


def order(portal):
    plugins = portal.acl_users.plugins
    kinds = (IAuthenticationPlugin, IValidationPlugin)
    return [list(plugins.listPluginIds(kind)) for kind in kinds]


def test_it_stands_first_and_alone_judges_passwords(portal):
    before, keeper = order(portal), doorkeeper(portal)
    ensure_doorkeeper(portal)

    assert before[0][0] == ID
    assert before[1] == [ID]
    assert order(portal) == before
    assert doorkeeper(portal).aq_base is keeper.aq_base


def test_it_leaves_plones_own_rules_behind(board):
    remove_doorkeeper(board)
    remove_doorkeeper(board)

    assert doorkeeper(board) is None
    assert order(board)[1] == ["password_policy"]
    user = board.acl_users.authenticate("binh", PASSWORD, board.REQUEST)
    assert user.getId() == "binh"


def test_whatever_goes_wrong_in_it_lets_nobody_in(board, monkeypatch):
    monkeypatch.setenv("VAR", "/dev/null/nowhere")

    assert board.acl_users.authenticate("binh", PASSWORD, board.REQUEST) is None
