"""State charts, drawn from the transitions that a model declares."""

from django.db import models


def mermaid(model: type[models.Model], name: str) -> str:
    """Return a state field's chart as Mermaid text: its first choice begins, each move is named by its docstring."""
    field = model._meta.get_field(name)
    states = dict(field.choices)
    order = list(states)
    moves = list(field.get_all_transitions(model))
    drawn = sorted((order.index(m.source), order.index(m.target), m.method.__doc__.split(".")[0]) for m in moves)
    ends = [state for state in order if state not in {move.source for move in moves}]
    return "\n".join(
        [
            "stateDiagram-v2",
            *(f"    {state}: {label}" for state, label in states.items()),
            f"    [*] --> {order[0]}",
            *(f"    {order[source]} --> {order[target]}: {what}" for source, target, what in drawn),
            *(f"    {state} --> [*]" for state in ends),
        ]
    )
