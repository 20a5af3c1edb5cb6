"""The English names of months and seasons, numbered as EDTF numbers them, and of weekdays."""

from __future__ import annotations

MONTHS = {
    1: "January",
    2: "February",
    3: "March",
    4: "April",
    5: "May",
    6: "June",
    7: "July",
    8: "August",
    9: "September",
    10: "October",
    11: "November",
    12: "December",
}
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
