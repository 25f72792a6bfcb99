/** An exercise for practice: a question with the prose, the hints and the solution that go with it. */
