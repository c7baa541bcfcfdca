# Repairs: what is reported, who has it, whether it is fixed

ticket-what = What is broken, and where? A line, a photo or a voice message will do.
ticket-what-how = For example: lift stopped, building 3, stair 2.
ticket-correct = What should it say? Write it again, or add a photo.
ticket-category = { $category ->
    [lift] Lift
    [water] Water supply
    [leak] Leak
    [sewer] Drains
    [power] Electricity
    [light] Street and stair lights
    [door] Doors and intercom
    [fire] Fire safety
    [outside] Walls, roof, paths
    [cleaning] Cleaning
    [green] Trees and lawns
    [parking] Parking, blocked lanes
    [clutter] Things on the stairs
    [ebike] E-bikes indoors
    [illegal] Illegal building
    [guard] Gate and guards
    [noise] Noise
    [falling] Things thrown down
    [animals] Stray animals
    [quarrel] Quarrel
    [concern] Worried for someone
    [unsorted] For the head to see
   *[other] Something else
}

ticket-preview = I understand:
ticket-reads-group = Goes to “{ $room }” and to the building head who answers for this place.
ticket-reads-conduct = “{ $room }” sees only the place and the kind. Your words are for whoever handles it.
ticket-reads-head = Only the building head who answers for this place sees it. It does not go to the group.
ticket-reads-private = Only those who answer for this place see it. It does not go to the group.
ticket-publish = ✅ Send it
ticket-change-place = 📍 Other place
ticket-change-category = 🏷 Other kind
ticket-change-words = ✏️ Change it
ticket-drop = Never mind
ticket-published = Sent. I will tell you as soon as somebody has it.
ticket-dropped-answer = All right, it stays unsent.
ticket-draft-gone = This was never sent and has been put away.
ticket-mend-sort = What kind of thing is it?
ticket-mend-place = Where is it?
ticket-place-here = 📍 Right here: { $place }
ticket-in-private = I am asking you about this in private. Other neighbours do not see it.

ticket-number = No. { $number }
ticket-group-number = { $followers ->
    [0] No. { $number }
    [one] No. { $number } · { $followers } more home has it, too
   *[other] No. { $number } · { $followers } more homes have it, too
}
ticket-stands-new = { $who ->
    [none] ⚠️ No building head can be reached here yet. It waits for somebody to take it.
   *[other] 🕐 It lies with { $who }, who has not answered yet.
}
ticket-stands-taken = 🛠 { $who } is on it.
ticket-stands-waiting = ⏳ { $who } is waiting for { $reason ->
    [reporter] the neighbour who reported it
    [visit] the agreed hour
    [parts] a spare part
    [outside] an outside firm
    [neighbours] a neighbour who helps
   *[money] a vote on the money
}{ $until ->
    [none] .
   *[other] , expected { $until }.
}
ticket-stands-fixed = ✅ { $who } says it is fixed. The neighbour who reported it has a look.
ticket-please-look = ✅ { $who } says it is fixed. Please have a look.
ticket-ended = { $state ->
    [done] ✅ { $place } · { $category }: fixed (no. { $number }).
    [unconfirmed] ☑️ { $place } · { $category }: said to be fixed, nobody confirmed it (no. { $number }).
    [withdrawn] { $place } · { $category }: taken back by who reported it (no. { $number }).
    [merged] { $place } · { $category }: the same as no. { $into } (no. { $number }).
    [elsewhere] { $place } · { $category }: not ours to fix (no. { $number }).
   *[unfixable] { $place } · { $category }: cannot be fixed (no. { $number }).
}
ticket-me-too = 🙋 Me too
ticket-follow-answer = Noted. I will tell you in private how it goes.
ticket-follow-own = You reported this one. I will tell you how it goes.
ticket-unfollow = No more news of this
ticket-unfollow-answer = All right, no more news of this one.
ticket-followed = You have it, too · no. { $number }

ticket-confirm = ✅ Fixed, thanks
ticket-not-fixed = ❌ Not fixed
ticket-solved = ✅ It is fine again
ticket-withdraw = Take it back
ticket-undo = ↩️ My mistake
ticket-confirmed-answer = Good. I will say thank you for you.
ticket-not-fixed-answer = All right, it goes on. I will tell you how.
ticket-withdrawn-answer = Taken back.
ticket-reopened-answer = All right, it is open again.

ticket-reported = { $followers ->
    [0] From { $who } · { $at } · no. { $number }
    [one] From { $who } · { $at } · no. { $number } · { $followers } more home has it, too
   *[other] From { $who } · { $at } · no. { $number } · { $followers } more homes have it, too
}
ticket-desk-new = { $reopened ->
    [0] 🆕 Waiting for you.
   *[other] 🔁 Not fixed, says the neighbour. It is back and waiting for you.
}
ticket-desk-yours = 🛠 You are on it.
ticket-due = { $state ->
    [new] Please take it by { $at }.
   *[other] Please say how it goes by { $at }.
}
ticket-overdue = { $state ->
    [new] ⏰ It should have been taken by { $at }.
   *[other] ⏰ Overdue since { $at }.
}
ticket-has-climbed = ⏰ Nobody took it in time, so the next one up was asked. You still can.
ticket-call-first = At night, call first:
ticket-stands-asleep = 🌙 Nobody is woken at night: { $who } reads it { $at }.
ticket-take = 👌 I will see to it
ticket-fix = ✅ It is fixed
ticket-go-on = ▶️ Go on
ticket-let-go = I cannot do it
ticket-taken-answer = It is yours. The neighbour who reported it knows.
ticket-let-go-answer = All right, somebody else is asked.
ticket-fixed-answer = Thank you. I will ask the neighbour who reported it.
ticket-fixed-show = If it is no trouble, send a photo or a line for those who wait. Otherwise never mind.
ticket-shown = Got it, thank you.
ticket-notes-full = This one has a great many photos and words already; this was not kept.
ticket-not-yours-any-more = Somebody else has this now.

ticket-state = { $state ->
    [draft] not sent yet
    [new] waiting
    [taken] in hand
    [waiting] on hold
    [fixed] said to be fixed
    [done] fixed
    [unconfirmed] unconfirmed
    [withdrawn] taken back
    [merged] merged
    [elsewhere] not ours
   *[unfixable] cannot be fixed
}

ticket-unknown = I cannot find this one. Send “mine” to see what you reported.
ticket-too-long = That is too long. Keep it under { $most } characters, the most important first.
ticket-too-many = You have { $most } open ones. Look in “mine”: some may be fine by now.
ticket-too-many-today = You have reported { $most } things today. Go on tomorrow; if it is urgent, please call.
ticket-has-owner = Somebody is on it already, thank you.
ticket-not-yours = This button is for who reported it and who handles it.
ticket-is-yours = You reported this one yourself.
ticket-wait-past = That moment has passed. Please choose a later one.
ticket-merge-itself = That is the very same one. Please choose another.
ticket-too-long-ago = Too long ago to take back. You can report it anew.
ticket-is-draft = This has not been sent yet.
ticket-is-new = Nobody has taken this one yet.
ticket-is-taken = Somebody is on this one already.
ticket-is-waiting = This one is on hold. Tap “Go on” first.
ticket-is-fixed = It is said to be fixed; the neighbour who reported it has to answer.
ticket-is-done = This one is fixed.
ticket-is-unconfirmed = This one has been put away.
ticket-is-withdrawn = This one was taken back.
ticket-is-merged = This one is part of another now.
ticket-is-elsewhere = This one is not ours and has been put away.
ticket-is-unfixable = This one has been put away.

key-report = 🔧 Repair
help-key-report = 🔧 Repair: what is broken goes to the building head at once
command-repair = Report something broken
mute-ticket-taken = Somebody has what I reported
mute-ticket-known = Repairs copied to me
keep-ticket-files = Photos and voice of repairs: { $days } days after the end
keep-tickets = Who reported what: { $days } days after the end, then only numbers

key-raise = 🗣 Raise it
ticket-file-not = A report takes photos, videos and voice messages. For any other file, please write a line.
ticket-more-kept = Got it, added to no. { $number }.
ticket-private-in-group = I'll ask you about this in private. It won't go to the group, only to whoever looks after this place. What you wrote in the group just now you can delete yourself: press and hold it.
ticket-sent-elsewhere = { $room ->
    [none] Got it, no. { $number }. I'm finding whoever looks after this place and will tell you how it goes.
   *[other] Got it, no. { $number }. It is in “{ $room }”, and I'll tell you how it goes.
}
ticket-where-unsure = 📍 It isn't clear where. Tap “Change place”, and it goes straight to the head there.
ticket-group-reads = The group reads:
ticket-known-question = Is it this one?
ticket-known-first = Known here already:
ticket-announced = 🔧 { $place }: { $what }{ $until ->
    [none] {""}
   *[other] , expected by { $until }
}
ticket-me-too-number = 👍 Me too, no. { $number }
ticket-same-announced = 👍 That's the one
ticket-publish-other = ➕ It's another, send
ticket-other = ➕ It's another one
ticket-again = 👍 A neighbour has reported this (no. { $number }). I've noted you, too, and will tell you how it goes.
ticket-again-own = 👌 You have reported this already (no. { $number }). I'll tell you how it goes.
ticket-again-announced = 👍 Known already: { $known }. I've noted you, too, and will tell you when it is over.
ticket-spot-what = What is wrong? A line, a photo or a voice message will do.
ticket-spot-how = Rather not write? Just tap “Send”.
ticket-spot-new = ➕ Something else
ticket-spot-gone = The place on this code has changed. Send “repair” and say it again.
ticket-reporter-start = Reporter, tap here
ticket-reply-unclear = I can't see what is broken in that message. A line will do: repair building 3 unit 2 lift stopped.
ticket-offer = { $who } wrote about this. Shall I report it? Only your tap sends it.
ticket-offer-yes = ✅ Report it
ticket-offer-no = No need
ticket-files = 📷 { $count ->
    [1] 1 photo or voice message, only for whoever handles it
   *[other] { $count } photos or voice messages, only for whoever handles it
}
ticket-hear = { $what ->
    [voice] 🔊 Listen
    [both] 📷 See 🔊 Listen
   *[photo] 📷 See the photos
}
ticket-hear-answer = Here below.
ticket-hear-waits = One photo is still being prepared. Tap again in a moment.
ticket-hear-unread = One photo can't be opened. Please ask the reporter to send it again.
ticket-on-board = { $homes ->
    [1] {""}
   *[other] {" "}· { $homes } homes
}{ $until ->
    [none] {" "}· { $state }
   *[other] {" "}· expected by { $until }
}
ticket-clean-title = 📷 Photos of reports
ticket-clean-is = { $on ->
    [yes] ✅ Now: photos sent as files lose the time and place they were taken before they are passed on.
   *[other] ⬜ Now: photos sent as files are passed on as they are.
}
ticket-clean-how = From photos sent as photos, Telegram has taken these out already.
ticket-clean-turn = { $on ->
    [yes] Pass on as they are
   *[other] ✅ Take them out
}
command-photos = photos of reports: with their place or without

ticket-list-private = Say "tickets" in our private chat and I list them for you.
ticket-list-title = { $scope ->
    [mine] What I reported: { $count }
    [places] At my places: { $count }
    [find] "{ $words }": { $count }
   *[shown] Everybody's: { $count }
}
ticket-line = { $late ->
    [yes] ⏰ { $headline } · { $state }
   *[no] { $headline } · { $state }
}
ticket-list-empty = { $scope ->
    [mine] Nothing of yours here. If something is broken, tap 🔧 Repair.
    [find] Nothing found. Try a building, a kind or a number.
   *[other] { $which ->
        [late] Nothing is overdue. Well done.
        [over] Nothing is closed yet.
       *[other] Nothing just now. Have a rest.
    }
}
ticket-filter = { $which ->
    [open] Open
    [new] Untaken
    [taken] In hand
    [waiting] Waiting
    [late] ⏰ Overdue
   *[over] Closed
}
ticket-scope = { $scope ->
    [mine] Mine
    [places] My places
   *[shown] Everybody's
}
ticket-seek = 🔍 Find one
ticket-find-what = Which one? A number, a building or a word.
ticket-find-how = For example: 12, Building 3, lift.
ticket-find-again = What are you looking for? Tap below and write it again.
ticket-find-too-long = A little shorter please, at most { $most } characters.
command-tickets = Tickets: how far they are

ticket-evening = 🔧 { $new } new, { $fixed } fixed.
ticket-thanks = 👏 Thank you, { $who }.
ticket-evening-waiting = ⏳ Waiting: { $count }
ticket-evening-why = · { $what }, for { $reason ->
    [reporter] its reporter's answer
    [visit] the agreed hour
    [parts] spare parts
    [outside] somebody outside
    [neighbours] a neighbour's hand
   *[money] a vote on the money
}{ $until ->
    [none] {""}
   *[other] , expected { $until }
}
ticket-evening-late = ⏰ Overdue: { $count }. They are being chased.
ticket-evening-oldest = 🕐 The oldest: { $what }, { $days ->
    [one] a day
   *[other] { $days } days
}.
ticket-week = 🔧 { $new } reported, { $fixed } fixed, { $still } still open.
ticket-week-places = By building
ticket-week-kinds = By kind
ticket-week-line = { $what } { $bar } { $count }{ $take ->
    [none] {""}
   *[other] {" "}· taken in { $take }
}{ $fix ->
    [none] {""}
   *[other] {" "}· fixed in { $fix }
}
ticket-lasted = { $days ->
    [0] { $hours ->
        [0] { $minutes } min
       *[other] { $hours } h
    }
    [one] a day
   *[other] { $days } days
}

ticket-export = ⬇️ { $kind ->
    [csv] CSV
   *[xlsx] Excel
}
ticket-export-comes = The table is on its way to you.
ticket-export-file = Repairs-{ $name }
ticket-export-not-yours = The table is for the property manager and the steward.
ticket-column-number = Number
ticket-column-opened = Reported
ticket-column-place = Place
ticket-column-category = Kind
ticket-column-words = Words
ticket-column-state = State
ticket-column-handler = Handled by
ticket-column-taken = Taken
ticket-column-fixed = Said to be fixed
ticket-column-ended = Closed
ticket-column-reopened = Times not fixed
ticket-stuck = Repairs that reach nobody: { $count }
ticket-stuck-see = 👀 See what is stuck
ticket-stuck-private = And { $count } private, not shown here.
ticket-stuck-how = Appoint a head there and new repairs reach somebody; for these, please give a call.

category-list = Kinds of repair: { $count }
category-add = ➕ Add one
category-add-what = What is the new kind called?
category-add-how = For example: 充电桩 = Charging point
category-clock = { $which ->
    [acknowledge] Somebody takes it within { $span }
    [progress] A word on it within { $span }
   *[fix] Fixed within { $span }
}
category-runs = { $urgent ->
    [yes] Urgent: nights count, and whoever is on duty hears of it at night.
   *[no] Only working hours count; nobody is woken.
}
category-also = Also told: { $titles }
category-also-what = Who else is told, besides whoever has it?
category-words = Also called: { $words }
category-words-what = What else do neighbours call it? Put commas between; what you send replaces what was there.
category-words-how = For example: parcel box, locker
category-set = { $which ->
    [acknowledge] ⏱ To take
    [progress] ⏱ To say
    [fix] ⏱ To fix
    [also] 📣 Who else
   *[words] ✏️ Also called
}
category-flag = { $flag ->
    [urgent] Urgent
    [private] Private
   *[conduct] No words
}
category-span = { $hours ->
    [0] { $minutes } min
   *[other] { $hours } h
}
category-switch = { $off ->
    [yes] ✅ Use it again
   *[no] 🚫 Not used
}
category-undo = ↩️ As it came
category-back = ‹ Back
category-name = A shorter name please, at most { $longest } characters, like: 充电桩 = Charging point
category-words-wrong = At most { $most } words, of 2 to { $longest } characters each.
category-taken = There is a kind of this name already.
category-too-many = At most { $most } kinds of your own. Switch one off that you do not need.
category-stays = This one stays: it takes whatever is nothing else.
category-stays-private = This kind is always private; no group may read it.
category-no-such-clock = That time will not do. Please choose with the buttons.
category-not-yours = The steward changes the kinds.
command-categories = Kinds of repair: deadlines, who is told
