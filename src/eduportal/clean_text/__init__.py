"""Text as TCVN 6909:2001 wants it: Unicode, composed, without a word processor's markup."""
