"""The sentence that the tests' stand-in for the coder understands."""

MET = "Russia met North Korea on Tuesday in the port town of the far east."
