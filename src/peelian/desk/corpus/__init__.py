"""corpus: what people correct becomes labelled data, and a measure of the reader.

labels     a reviewed document in the guide's shape, with people's decisions applied
precision  how often people accepted what the reader read, by field
doubt      how often the reader errs, by field, for the order of the review queue
views      the page of it
"""
