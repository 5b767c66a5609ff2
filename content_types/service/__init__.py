"""An online service (TT 53/2012/TT-BGDĐT, Điều 2.7): a form here, or a link to where it is offered."""
