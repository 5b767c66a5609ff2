"""The pages on which steps are made and deputies named."""
