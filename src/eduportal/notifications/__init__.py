"""Mails about steps of the workflow, and the weekly digest."""
