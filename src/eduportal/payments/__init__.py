"""Fees of a case: VietQR, the cashier's confirmation, other providers by an adapter."""
