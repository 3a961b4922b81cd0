"""casework: cases carried through the process that the law allows, with what it wants recorded.

standing    where a case stands on each track, computed from its decisions of kind ``stage``
offering    which steps are lawful now, and why the others are not
moving      the acts: begin, step, record, correct the particulars, take back
joining     a case opened by hand joined with the documents' case, and parted again
recording   one form builder over the law's record fields, and the check of what is put in
clocks      statutory clocks of a case and of all cases; feed (iCalendar), digest (mail)
referrals   the checklist of referral; hearings: chair and panel by the rules of the date
work        tasks, notes, assignment; attachments
documents/  chronology, notices drafted from what may be shown
importing   a spreadsheet of existing cases
appeals     appeals for information; statements to the media by two people

All that a case goes through is a casebook decision of kind ``stage``: append-only, in the audit trail, part of
every backup. What stands in this room's own tables is the work around it.
"""
