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
ticket-reads-group = Goes to “{ $room }” and at once to the building head who answers for this place.
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
    [new] ⏰ Nobody has taken it since { $at }. The next level knows.
   *[other] ⏰ Overdue since { $at }.
}
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

board-tickets = 🔧 Known faults

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
