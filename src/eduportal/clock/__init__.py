"""Publication and expiry at their hour, by one supervised process."""
