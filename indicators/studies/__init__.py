"""Studies: questions that one figure cannot answer, of caseloads, plans, events and the action plan."""
