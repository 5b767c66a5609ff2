"""Who answers for which section and how often it is renewed; author fees."""
