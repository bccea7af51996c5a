"""What was made from what, so that nothing is made twice."""
