from lectures.forms.records import RecordForm
from lectures.forms.sessions import AssignForm, BookForm, CancelForm, ChangeForm, MoveForm, ReleaseForm, StaysForm

__all__ = ["AssignForm", "BookForm", "CancelForm", "ChangeForm", "MoveForm", "RecordForm", "ReleaseForm", "StaysForm"]
