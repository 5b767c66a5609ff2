"""Visit figures without cookies."""
