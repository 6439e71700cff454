"""The chart of the steps, drawn from the transitions that the model declares."""

from brands.nominations.models import Nomination, Step


def mermaid() -> str:
    """Return the state chart as Mermaid text; docs/nominations.md holds it, and a test holds it to this."""
    steps = list(Step)
    lines = ["stateDiagram-v2", *(f"    {step.value}: {step.label}" for step in steps)]
    lines.append(f"    [*] --> {Step.PREPARED.value}")
    moves = list(Nomination._meta.get_field("step").get_all_transitions(Nomination))
    drawn = sorted((_place(move.source), _place(move.target), move.method.__doc__.rstrip(".")) for move in moves)
    lines += [f"    {steps[source].value} --> {steps[target].value}: {name}" for source, target, name in drawn]
    ends = [step for step in steps if step.value not in {move.source for move in moves}]
    return "\n".join([*lines, *(f"    {step.value} --> [*]" for step in ends)])


def _place(step: str) -> int:
    return list(Step.values).index(step)
