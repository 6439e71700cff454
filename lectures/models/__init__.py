from lectures.models.course import CourseIndexPage, CoursePage
from lectures.models.diary import DayPart, Diary, Part, Weekday, WeeklyPart
from lectures.models.ledger import LedgerImport
from lectures.models.record import Rating, ServiceTag, SessionRecord
from lectures.models.request import LectureRequest, Offer, OfferState, RequestState, TopicWish
from lectures.models.series import MarketDays, Series
from lectures.models.session import Booking, Session, SessionEvent, SessionState
from lectures.models.speaker import SpeakerIndexPage, SpeakerPage, SpeakerTeam
from lectures.models.training import Training
from lectures.models.travel import KnownWay, TravelRule
from lectures.models.vocabulary import Audience, Dialect, LectureForm, LectureTheme

__all__ = [
    "Audience",
    "Booking",
    "CourseIndexPage",
    "CoursePage",
    "DayPart",
    "Dialect",
    "Diary",
    "KnownWay",
    "LectureForm",
    "LectureRequest",
    "LectureTheme",
    "LedgerImport",
    "MarketDays",
    "Offer",
    "OfferState",
    "Part",
    "Rating",
    "RequestState",
    "Series",
    "ServiceTag",
    "Session",
    "SessionEvent",
    "SessionRecord",
    "SessionState",
    "SpeakerIndexPage",
    "SpeakerPage",
    "SpeakerTeam",
    "TopicWish",
    "Training",
    "TravelRule",
    "Weekday",
    "WeeklyPart",
]
