"""Accounts of people: made from a spreadsheet, invited, kept from being guessed."""
