"""requests: a correction, a removal or a reply asked for from a case's page; where one's request stands."""
