# Offices: who answers, giving, lending, handing over, is it true, duties, keeping a neighbour in mind

title-building-head = Building head
title-stair-head = Stair head
title-neighbour-head = Neighbour head
title-area-worker = Area worker
title-social-worker = Social worker
title-party-secretary = Party secretary
title-committee-chair = Committee chair
title-organiser = Organiser
title-property-manager = Property manager
title-duty-holder = On duty
title-scrutineer = Scrutineer
title-caring-neighbour = Caring neighbour
title-steward = Steward

duty-building-head = Know the neighbours of the building, who moves in and who moves out.
    Walk through it once a day: lights, doors, stairs.
    Take what neighbours report, see it through, tell them.
    Knock at the doors of those who live alone.
duty-stair-head = The stair's first person to ask.
    A lamp is out, a door does not close: pass it on.
    Read notices to those who use no phone.
duty-neighbour-head = You know these homes best.
    Hear of trouble first, and tell the building head.
    Take news from door to door.
duty-area-worker = Be around, and know every building head.
    Take on what a head cannot settle, and pass it up.
    Say how far each matter has come.
duty-social-worker = Help neighbours come to a decision.
    Find the right door for whoever is in need.
    Lend a hand with events and groups.
duty-party-secretary = Bring everybody to one table.
    For what is hard: find people, money, a way.
duty-committee-chair = Look after common matters and common money for the owners.
    Meetings, votes, postings: all of them.
    Keep an eye on the property company.
duty-organiser = Get the event going, and tidy up after it.
    Say early who comes and who brings what.
duty-property-manager = Lifts, pumps, doors: what is urgent first.
    Say how far a repair has come and when it is done.
duty-duty-holder = Today people ask you first.
    Keep your phone with you, or find somebody to take over.
duty-scrutineer = Watch how each vote is cast and counted.
    Speak up at once if the count is wrong.
duty-caring-neighbour = Look for their light every day or two, say hello.
    Nobody seen for days: tell the building head.
    Handle no money for them, ask about no illness.
duty-steward = Keep me running, and look at the weekly card.
    Help appoint new heads.
    See that at least two people know how.

office-name = { $title } of { $place }
office-on-button = 🎖 { $place } · { $title }
office-month = { $month ->
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
}
office-day = { $day } { office-month }
office-phone = ☎️ { $phone }
office-write-to = 💬 Write to { $name }
office-by-line = ✍️ I can carry a line, tap below.
office-by-line-mine = ✍️ Neighbours find you under Who answers, and I carry their line. They get no phone number and no account.
office-no-way = No way to reach them yet.
office-not-now = Cannot be reached just now; please ask somebody else.
office-granted = { $by ->
    [none] Since { office-day } { $year }, set when Linli was set up.
   *[other] Since { office-day } { $year }, appointed by { $by }.
}
office-duties = What there is to do:

who-title = ☎️ { $place } · who answers
who-where = Which place?
who-here = 📍 { $place } itself
who-elsewhere = 📍 Somewhere else
who-holder = { $office }: { $name }
who-stands-in = Until { $until }: { $name } stands in
who-aside = { " " }({ $words })
who-by-line = ✍️ Tap a name and I carry your line. Your number and account stay with you.
who-more = 🎖 { $title }
who-nobody = { $up ->
    [none] { $place } has no { $title } yet.
   *[other] { $place } has no { $title } yet; ask { $up } first.
}
who-nobody-at-all = Nobody answers for this place yet. If it is urgent, call; else tell the steward.
who-cares = 💛 { $name } keeps your home in mind
who-numbers = If it is urgent, call:
who-no-numbers = No numbers for emergencies are kept here yet. If it is urgent, call the ambulance, fire brigade or police directly.
who-no-numbers-how = Please ask the steward to add the numbers.
who-no-numbers-steward = Please add the numbers to config.toml, under [community.numbers], and restart me.
who-number = { $name } { $number }
who-group-unknown = Nobody has said yet which place this group belongs to. Please ask the steward.
who-reach = ☎️ How to reach them
number-medical = Ambulance
number-fire = Fire
number-police = Police
number-mind = Somebody to talk to
number-lift = Stuck in a lift
number-gas = Gas emergency
number-power = Power emergency
number-women = Women's federation

line-to = ✍️ { $name }
line-what = What shall I tell { $name }?
line-what-how = Type a line, or send a voice message or a photo. Your number and account stay with you.
line-answer = ↩️ Answer
line-answer-what = What shall I answer { $name }?
line-play = { $media ->
    [voice] ▶️ Listen
    [photo] 🖼 See the photo
   *[video] ▶️ Watch
}
line-from = { $office ->
    [none] ✍️ A line from { $name }:
   *[other] ✍️ A line from { $name } for the { $office }:
}
line-answered = ↩️ { $name } answers:
line-carried = Noted, I am taking it to { $name }. When there is an answer, you will hear at once.
line-rest = 🔕 No more today
line-take-again = 🔔 Go on
line-rests = Fine, no more lines today.
line-takes-again = Fine, I go on.
line-lost = It did not arrive: { $name } cannot be reached. If it is urgent, call; or tap ☎️ for somebody else.
line-is-yours = That is you; no need for me to carry it.
line-too-many = That was { $most } lines today. If it is urgent, call; the rest can wait until tomorrow.
line-answered-enough = You answered this several times. Wait for another line.
line-not-today = They take no more lines today. If it is urgent, call, or ask somebody else.
line-no-way = They cannot be reached, so it was not carried. Ask somebody else; if it is urgent, call.
line-empty = Type a line, or send a voice message or a photo.
line-too-long = That is too long; up to { $most } characters, please.
line-unknown = This line has been put away.

appoint-title = Which office?
appoint-where = { $title }: of which place?
appoint-here = ✅ { $place } itself
appoint-who = Whom shall we ask?
appoint-link = 🔗 A link to pass on
appoint-people = 👥 From the neighbours
appoint-noted = 📝 Has no Telegram
appoint-me = 🙋 Myself
appoint-which = Whom shall I ask?
appoint-nobody = No neighbours here yet. Pass on a link instead.
appoint-name = What is this neighbour called? Just the name.
appoint-no-name = Just a name, please, like: Wang Xiulan
appoint-agreed = { $name } as { $office }. Do they agree that the name is written down here?
appoint-agreed-why = Neighbours who ask who answers will read the name. They may change their mind any time.
appoint-yes-agreed = ✅ They agree
appoint-not-agreed = Without their yes I write nothing down. If they agree, tap ✅ They agree, or answer “yes”.
appoint-written = It is written down.
appoint-again = 🎖 Another one
appoint-new = 🎖 Appoint

invite-link = Send this link to that neighbour:
invite-link-once = It works once, for { $days } days.
invite-share = 📤 Pass it on
invite-asked = I have asked { $name }. I will tell you when they say yes.
invite-office = { $name }, { $by } asks you to be { $office }.
invite-stand-in = { $name }, { $by } asks you to stand in as { $office } until { $until }.
invite-hand-over = { $name }, { $by } would like to hand over to you: { $office }.
invite-yes = ✅ I will
invite-not-now = Not now
invite-yours = ✅ You said yes, thank you. Send “offices” to see yours.
invite-no-matter = Never mind, thank you for thinking about it.
invite-accepted = ✅ { $name } said yes: { $office }.
invite-declined = { $name } cannot do it now: { $office }. You may ask somebody else.
invite-over = This invitation is too old, or somebody else said yes. Please ask for another.
invite-void = This invitation does not count any more. Please ask for another.
invite-is-yours = This is your own invitation; pass it on to somebody else.
invite-unknown = No invitation waits for you.
invite-no-way = { $name } cannot be reached by me. Pass on a link instead.
invite-waits = 🎖 Somebody asks you to hold an office
invite-look = 🎖 Look at it

office-mine = { $count ->
    [one] Your office
   *[other] Your { $count } offices
}
office-none = You hold no office now.
office-none-try = If you would like to do something, tap below.
office-reach = ☎️ How to reach me
office-reach-how = How may neighbours reach you?
office-by-bot = 🤖 Lines through Linli
office-by-phone = 📞 A number
office-by-account = 💬 My account
office-phone-what = Write the number; neighbours who ask who answers will see it. Like: 138 0000 0000
office-no-phone = That does not look like a number. Eleven digits for a mobile, with the area code for others, like 0596-2345678
office-night = 🌙 Wake me at night
office-night-yes = At night I ring for what is urgent.
office-night-no = At night I do not ring; you hear in the morning.
office-night-duty = While you are on duty, I ring at night for what is urgent.
invite-take-back = ✖ Take it back
invite-taken-back = Taken back; the link opens nothing any more.
office-fine = 👌 Fine
office-lend = 🧳 A stand-in
office-back = 🏠 I am back
office-hand = 🤝 Hand over
office-leave = I am leaving it
office-take-back = Withdraw this office
office-until = A stand-in until when?
office-span = { $span ->
    [three] 3 days
    [week] a week
    [fortnight] two weeks
   *[month] a month
}
office-other-day = 📅 Another day
office-until-what = Until which day? Like: 3 August
office-until-unclear = I did not understand the day. Write it like: 3 August
office-until-past = That day is over. Write a later one.
office-until-too-late = Three months at most. For longer, hand it over.
office-lend-who = Who shall stand in until { $until }?
office-hand-who = To whom? It counts once they say yes.
office-lent-until = Stands in until { $until }
office-undo = ↩️ Still: { $title }
office-slip = ↩️ A slip, I go on
office-over = { $office }: this has ended.

office-left = { $name } is leaving: { $office }. You may appoint somebody else.
office-withdrawn = Your office was withdrawn: { $office }. Thank you for your time. If you wonder why, tap ☎️.
office-restored = You still hold it: { $office }. Taking it away was a mistake.
stand-in-begins = { $name } said yes and stands in until { $until }: { $office }.
stand-in-over = The stand-in's time is over; it is yours again: { $office }.
stand-in-thanks = Your time as a stand-in ends today: { $office }. Thank you.
handed-over = { $moved ->
    [0] Handed over to { $name }: { $office }.
    [one] Handed over to { $name }, with one open matter: { $office }.
   *[other] Handed over to { $name }, with { $moved } open matters: { $office }.
}
taken-back = It was taken back: { $office }. Thank you.

office-is-ended = This office has ended.
office-is-held = This office is still held.
office-is-open = This step is over. Send “offices” for the latest.
office-not-yours = That is not yours to decide. To give or withdraw an office, ask a building head, the community or the steward.
office-too-much = You cannot give this office; please ask one level up.
office-unknown = There is no such office. Tap ☎️ to see who answers.
office-already = It is held already; no need to do it twice.
office-is-stand-in = You stand in for a while; that is for the holder to decide.
office-has-stand-in = Somebody stands in already. Tap “I am back” first.
office-last-steward = You are the only steward. Appoint another one first, then leave.
office-too-late = A day has passed; please appoint anew.
office-moved-on = Things have changed since; please appoint anew.

verify-button = 🔎 Is it true?
verify-yes = { $by ->
    [none] ✅ { $name }: { $office }, since { office-month } { $year }, set when Linli was set up.
   *[other] ✅ { $name }: { $office }, since { office-month } { $year }, appointed by { $by }.
}
verify-granter = { $name } ({ $office })
verify-nothing = This person holds no office that I know of.
verify-careful = Be careful: Linli never asks for money, passwords or codes.
verify-forward = Forward that person's message to me, and I will say whether it is true.
verify-how = Reply to that person's message with /verify@{ $bot }. I will say whether it is true.
verify-anonymous = I cannot see who wrote this. Be careful: Linli never asks for money, passwords or codes.

duties-which = Whose duties?
duties-what = What does a { $title } do? One thing a line, for neighbours to read.
duties-empty = Please type a few lines, one thing each.
duties-too-long = That is too long; up to { $most } characters, what matters most.
duties-change = ✏️ Change
duties-reset = ↩️ As before
duty-not-yours = The community and the steward change duties.
duty-is-open = This step is over.

title-how = Write it like: 楼长 = Building head
    On the left the new name, on the right what it is like. With an English name: 楼长 / Block head = Building head
title-own = Titles of your own; tap one to remove it:
title-added = Done: “{ $title }”, like { $like }. To appoint somebody: /appoint
title-taken = That name exists already.
title-too-long = The name is too long; up to { $most } characters.
title-like-what = On the right of = write a title that exists: { $titles }
title-unknown = There is no such title. Send /duties to see them.
title-in-use = Somebody has held this office, so the name stays.
title-dropped = Removed.
title-not-yours = Only the steward adds titles.
title-is-open = This step is over.

care-new = 💛 Mind a neighbour
care-overview = 💛 Who minds whom
care-whom = Which home would you like to keep in mind?
care-what = Look for their light every day or two, say hello; nobody seen for days: tell the building head. Only they, the head and you know.
care-offered = I have asked. You will hear when they say yes.
care-asks = 💛 { $name } would like to keep your home in mind. Is that all right?
care-asks-head = 💛 { $name } would like to keep { $place } in mind. They cannot be reached by me; please ask them.
care-yes-household = 💛 Yes, thanks
care-yes-head = ✅ They agree
care-no = No, thanks
care-agreed = 💛 { $place } said yes. Thank you.
care-declined = { $place } said no for now. It was a kind thought.
care-answered = Noted.
care-thanks = 💛 { $place } is fine without now. Thank you for your time.
care-ended = Fine, that is over.
care-enough = 🙏 No need any more
care-enough-at = ✖ { $place }
care-line = { $place }: { $name }
care-none = Nobody keeps anybody in mind just now.
care-waits = 💛 { $name } would like to keep your home in mind
care-own-home = That is your own home; choose a neighbour's.
care-strangers = I do not know yet where you live. Join first, then keep a neighbour in mind.
care-nobody = Neither they nor a head can be reached by me. Please say it in person.
care-unknown = There is no such thing.
care-theirs = They can be reached; let them answer themselves.
welcome-head = Your { $title }: { $name }

command-who = Who answers here
command-verify = Does this person hold an office
command-appoint = Appoint somebody
command-offices = My offices
command-duties = Duties: who does what
command-title = Add a title
keep-lines = Lines I carried, for a month, so that you can look back

key-who = ☎️ Who answers
help-key-who = ☎️ Who answers: whom to turn to and how, and the numbers to call
care-vacant = 💛 The neighbour who kept { $place } in mind moved out or is no longer with us. Would somebody else be welcome? Tell your building head.
office-vacant = 📌 Vacant: { $office }. Its holder moved out or is no longer with us. Please find somebody else: /appoint
office-not-vacant = 📌 Not vacant after all: { $office }. That was a mistake; the same neighbour goes on.
office-more = ⋯ More
office-tools = What this office can do:
