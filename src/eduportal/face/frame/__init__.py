"""The frame around every page: utility bar, banner, menu, breadcrumb, footer."""
