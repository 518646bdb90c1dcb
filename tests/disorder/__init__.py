"""Real shapes of other people's files, put into disorder at random: nothing falls over, and rows always add up."""
