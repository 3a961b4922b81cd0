"""publishing: cases on their way to the public, what that changes, and what the public asks for.

acts      publishing in one step after a review: approve what another prepared, else prepare
effect    what a decision would change on public pages, seen before it is taken
loosening showing in spite of a rule of policy: two people, a review date
views     the pages of cases on their way to the public
loosening_views  the pages of showing in spite of a rule
"""
