"""What visitors may send along: rules, checks of content, one file of several pictures."""
