from lectures.models.course import CourseIndexPage, CoursePage
from lectures.models.speaker import SpeakerIndexPage, SpeakerPage, SpeakerTeam
from lectures.models.vocabulary import Audience, Dialect, LectureForm, LectureTheme

__all__ = [
    "Audience",
    "CourseIndexPage",
    "CoursePage",
    "Dialect",
    "LectureForm",
    "LectureTheme",
    "SpeakerIndexPage",
    "SpeakerPage",
    "SpeakerTeam",
]
