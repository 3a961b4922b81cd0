"""casefile: one case as its statements tell it, computed. Statements and decisions go in; facts come out.

Pure: no store, no clock, no network. The same statements and decisions give the same case file, in any
order, so the casebook can throw every derived row away and make it again.

    facts      the shapes: statement, citation, value, fact, record, party, event, check, case file
"""
