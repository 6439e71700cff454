"""Choosing by a picture's number, so that neighbours differ."""

from random import Random


def in_turn(seed, choices, salt):
    """One of the choices: a run of as many seeds takes each of them once, in an order that changes from run to run.

    `salt` keeps two questions about one picture from always getting the same answers.
    """
    order = list(choices)
    Random(f"{salt}/{seed // len(order)}").shuffle(order)  # noqa: S311 - a drawing, not a secret
    return order[seed % len(order)]
