"""matching: who is who, by people. They judge blind; what the machine thinks is shown when asked for.

compare   two mentions side by side: what agrees, what differs, the words of each
cluster   a person's mentions as a small graph, drawn here, and as a table
views     the pages
"""
