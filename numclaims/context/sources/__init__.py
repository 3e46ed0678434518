"""Who is cited for a number: `cited.Sources` is the entrance; the other modules read citations, speakers and quotations."""
