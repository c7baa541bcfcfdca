# Circles: heads' meetings, working groups, teams

circle-mine = { $count ->
    [one] Your circle
   *[other] Your { $count } circles
}
circle-none = No circle yet. Tap below to make one.
circle-none-here = You are in no circle yet. If somebody sends you a link, open it and you are in.
circle-new = ➕ A new circle
circle-kind = Who is in it?
circle-of-people = 👥 Some neighbours
circle-of-titles = 🎖 Whoever holds a title
circle-which-title = Which title?
circle-where = Of which place?
circle-here = ✅ { $place } itself
circle-name-what = What is it called? Tap one, or type one.
circle-of = { $title }s
circle-suggested-working = Working group
circle-suggested-volunteers = Volunteers
circle-suggested-club = Club
circle-suggested-team = Helping hands
circle-about = { $lead ->
    [none] { $place } · nobody leads it yet
   *[other] { $place } · led by { $lead }
}
circle-who-hold = Everybody who holds: { $title }
circle-members = { $count ->
    [one] 1 person
   *[other] { $count } people
}
circle-room = { $room ->
    [none] No group of its own yet
   *[other] 💬 { $room }
}
circle-room-how = If there is a group: add me and I ask whose group it is, one tap. If I am there already: send /circle@{ $bot } { $name }
circle-room-bound = Fine, this is the group of “{ $name }”.
circle-no-room = Not this group
circle-add = ➕ Add people
circle-who = 👥 Members
circle-rename = ✏️ Rename
circle-end = Dissolve
circle-reopen = ↩️ A slip, go on
circle-leave = Leave
circle-add-whom = Whom? Tap a name, and I will tell them.
circle-link = 🔗 A link
circle-noted = 📝 Has no Telegram
circle-person-what = What is this neighbour called? Write the name once they agree to be written down here.
circle-no-person = Just a name, please, like: Wang Xiulan
circle-share = 📤 Pass it on
circle-link-is = Send this link to neighbours; whoever opens it is in. For { $days } days:
circle-make-lead = ⭐ Shall lead it
circle-take-out = Take out
circle-you-are-in = You are in this circle:
circle-you-lead = You lead “{ $name }” now. Send “circles” to see it.
circle-you-are-out = You are not in “{ $name }” any more.
circle-left = You have left.
circle-somebody-left = { $who } has left “{ $name }”.
circle-led = ⭐ { $name } · you lead it

circle-not-yours = That is for its lead to decide. For a new circle ask the community or an organiser.
circle-unknown = There is no such circle. Send “circles” to see yours.
circle-is-ended = This circle has been dissolved.
circle-is-open = This circle is still there.
circle-too-late = A day has passed; please make a new one.
circle-no-name = Give the circle a name, like: Building heads
circle-name-too-long = The name is too long; up to { $most } characters.
circle-full = A circle has { $most } people at most.
circle-follows-offices = This circle follows the offices: whoever holds one is in, whoever leaves it is out.
circle-no-member = They are not in the circle any more.
circle-lead-first = You lead it. Ask somebody else to lead, then leave.
circle-which = Which circle? Send in the group: /circle@{ $bot } and its name
circle-room-taken = This is the group of “{ $name }” already.
command-circle = Circles
circle-mine-button = 👥 Circles
circle-tell = 📢 Notice
circle-taken = { $who } is in, and has been told.
circle-by-building = 📍 By building
circle-from-where = From which building?
circle-add-officers = Whom? Below are neighbours who hold an office; tap a name, and I will tell them. For anybody else, send a link.
circle-add-nobody = Nobody else to ask here. Send a link, or look somewhere else.
circle-kind-of = { $kind ->
    [medicine] medicine
    [thing] things
    [errand] errands
    [company] company
    [ride] rides
    [skill] skills
   *[wish] small wishes
}
circle-duty = 🙋 On duty when somebody asks for: { $kinds }
circle-duty-key = 🙋 What we help with
circle-duty-what = Which pleas shall come to this circle when nobody takes them? You may choose several.
who-circle = { $lead ->
    [none] 👥 { $kinds }: { $name }
   *[other] 👥 { $kinds }: { $name }, led by { $lead }
}
