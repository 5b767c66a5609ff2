"""An admission season (kỳ tuyển sinh): TT 53/2012/TT-BGDĐT, Điều 14.3.c; TT 37/2020, Điều 9."""
