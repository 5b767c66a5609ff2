"""A mandated place in the portal's tree (chuyên mục)."""
