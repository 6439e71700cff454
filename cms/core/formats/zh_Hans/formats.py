"""How dates read here: 2022年3月18日, 24-hour times, weeks from Monday."""

DATE_FORMAT = "Y年n月j日"
DATETIME_FORMAT = "Y年n月j日 H:i"
TIME_FORMAT = "H:i"
YEAR_MONTH_FORMAT = "Y年n月"
MONTH_DAY_FORMAT = "n月j日"
SHORT_DATE_FORMAT = "Y年n月j日"
SHORT_DATETIME_FORMAT = "Y年n月j日 H:i"
FIRST_DAY_OF_WEEK = 1
THOUSAND_SEPARATOR = ","
NUMBER_GROUPING = 3  # 1,480 where a template asks for it: {{ value|floatformat:"-2g" }}
