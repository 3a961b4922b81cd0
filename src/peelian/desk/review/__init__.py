"""review: a reading checked against its document by a person.

queue      what waits, by what is at stake
document   one document with its facts, grouped by subject, and its version
marking    the text in pieces, each with the facts that rest on it (overlaps are no trouble)
fields     what a field can hold, as choices and from what is typed
acts       accept, correct, reject, add, sensitive, undo, done; nobody overwrites anybody
views      the pages
"""
