"""Making a published document known: mail to the groups of units, the parent's documents below."""
