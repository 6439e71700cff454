"""What the office makes of a wish."""

from django import forms

from cms.core.forms import VerbForm
from lectures import wishes
from lectures.forms.sessions import courses_for

MOST_OFFERED = 200


class HideForm(VerbForm):
    """Nothing to say."""

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)


class MergeForm(VerbForm):
    """Which wish the same thing is said in."""

    into = forms.ModelChoiceField(label="并到", queryset=None, empty_label="请选一条")

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["into"].queryset = wishes.for_user(user).filter(merged_into=None, hidden=False)

    def offered(self):
        """Return the newest to choose from, read once a page."""
        return self.fields["into"].queryset[:MOST_OFFERED]


class AnswerForm(VerbForm):
    """Which course there is for it."""

    course = forms.ModelChoiceField(label="哪门课", queryset=None, empty_label="请选一门")

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["course"].queryset = courses_for(user)

    def offered(self):
        """Return the courses to choose from, read once a page."""
        return self.fields["course"].queryset.only("pk", "title")
