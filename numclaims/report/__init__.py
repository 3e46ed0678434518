"""The forms in which results are shown, one module a form.

A form is a function from results as they come (an audit or an analysis a document, or an input that could not be read) to pieces
of text, one a document, so that output streams. Forms decide nothing: what is a finding was settled before.
"""
