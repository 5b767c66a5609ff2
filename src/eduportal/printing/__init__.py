"""Any item on paper and as PDF."""
