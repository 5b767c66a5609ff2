"""A procedure as Vietnamese law has it described (TT 53/2012/TT-BGDĐT, Điều 14.3.b)."""
