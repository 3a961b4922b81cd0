"""corpus: what people correct becomes labelled data, and a measure of the reader.

labels     a reviewed document in the guide's shape, with people's decisions applied
precision  how often people accepted what the reader read, by field
views      the page of it
"""
