# What the whole house says: time, failures, outage

# How the clock is said: spoken (10 in the evening) or digits (22:00)
when-clock = digits
when-clock-digits = { $time }
when-clock-spoken = { $hour }{ $minute ->
    [0] { "" }
   *[other] :{ $minute }
} { $part ->
    [night] at night
    [early] in the morning
    [morning] in the morning
    [noon] at noon
    [afternoon] in the afternoon
   *[evening] in the evening
}
when-near = { $day ->
    [today] today
    [tomorrow] tomorrow
   *[other] { $day }
} { $clock }
when-date = { $weekday ->
    [0] Mon
    [1] Tue
    [2] Wed
    [3] Thu
    [4] Fri
    [5] Sat
   *[6] Sun
} { $day } { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
}, { $clock }
when-span = { $span ->
    [hours] 2 hours
    [today] Today
    [days] 3 days
   *[week] A week
}

anonymous = I cannot tell who you are. Please send it again without being anonymous, or tap a button.
button-is-old = This button is old. Send /me for the latest.
not-saved = That was not saved; the fault is mine. Please try again, and tell the steward if it happens once more.
flood = That was very fast. Please wait a minute; I am still here.
edited = You edited your message; I did not follow. Please send it anew.
outage = I was away from { $since } until { $until }. Buttons pressed then may be lost; please press again.

command-need = Ask your neighbours for something
command-have = I have it
command-done = Solved
command-withdraw = Not needed any more
flood-still = Please wait a minute; that tap was not counted.

a-neighbour = A neighbour
who = { $place ->
    [none] { $name }
   *[other] { $name } ({ $place })
}
for-whom = 🤝 For { $who }
by-whom = 🤝 { $who } did this for you
take-over = 🙋 I take it myself

code-unknown = This code is not right. Please scan it again; if it still fails, ask whoever gave it to you for a new one.
code-used = This code has been used. Please ask whoever gave it to you for a new one.
code-is-yours = You have used this code already; no need to scan it again. Send /me to see what you have.
code-too-old = This code is too old. Please ask whoever gave it to you for a new one.
code-too-many = That went wrong several times. Please come back in an hour, or ask your building head to help.
acting-over = You act for nobody now: an hour was silent, or it was taken back. You are speaking for yourself.
