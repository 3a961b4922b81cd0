"""desk: people at work on cases. Who may do what, reviewing readings, who is who, publishing, the trail.

access       ``allowed(permission)``: the one decorator of every view; writes reads of personal data to the trail
accounts/    roles, invitations, second factor, who is in
review/      readings checked against their documents
matching/    who is who: pairs, persons, split and merge
publishing/  cases to approve, what that changes, requests from the public
corpus/      reviewed documents as labelled data, the reader's measured precision
casework/    the process of a case (a room of its own)
"""
