"""The officers' side of cases: queue, page, bulk steps, figures."""
