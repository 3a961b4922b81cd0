"""publishing: cases on their way to the public, what that changes, and what the public asks for.

acts      publishing in one step after a review: approve what another prepared, else prepare
effect    what a decision would change on public pages, seen before it is taken
views     the pages
"""
