"""What a call asks for, as data: blocks that people enter, and the rules that the rest of the house reads."""
