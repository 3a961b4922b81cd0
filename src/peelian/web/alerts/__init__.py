"""alerts: mail about what is new in a saved search. Nothing is sent before the address is confirmed."""
