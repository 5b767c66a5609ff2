"""From a form that was sent to a case: the action, the guard, ready-made forms."""
