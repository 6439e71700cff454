"""A site of one view and one task, for tests that start real servers and workers and kill them."""
