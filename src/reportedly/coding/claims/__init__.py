"""From judged sentences to records: assembled, linked, with contexts and confidence."""
