"""The blocks that the kit brings; each registered as an add-on would register its own."""
