"""A form with the unit's name filled in (TT 53/2012/TT-BGDĐT, Điều 14.3.d)."""
