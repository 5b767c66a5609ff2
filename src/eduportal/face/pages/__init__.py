"""The views of sections; the mandate names one of them for each section."""
