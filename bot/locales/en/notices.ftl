# Notices and known faults

notice-what-notice = What shall people know? Write it, or send a photo, a file or a voice message with a line under it.
notice-example-notice = For example: Tomorrow from 9 to 11 the tank of building 3 is cleaned. Please store some water.
notice-what-fault = What is broken, where, and until about when?
notice-example-fault = For example: no water 3栋 18:00
notice-in-words = Please add a line, so that everybody understands at a glance.
notice-correct = What should it say? Send the whole text again.
notice-until-when = Until when?
notice-until-how = For example: tomorrow 6 pm, or: 18:00
notice-until-unclear = I did not understand that time.
notice-until-set = Fine, until { $until }.

notice-headline-notice = 📢 Notice · { $place }{ $state ->
    [expired] { " " }(over)
   *[other] { "" }
}
notice-headline-fault = { $state ->
    [ended] ✅ Mended · { $place }
   *[other] 🔧 Known fault · { $place }
}
notice-danger-headline = ⚠️ Danger
notice-call-first = If lives are at risk, call first: { $numbers }
notice-number = { $name ->
    [medical] ambulance
    [fire] fire
    [police] police
   *[other] { $name }
} { $number }
notice-decided = { $who } decided to tell everybody at once · { $at }
notice-stands-notice = Valid until { $until }{ $late ->
    [yes] { " " }(over)
   *[no] { "" }
}
notice-stands-fault = { $late ->
    [yes] Expected by { $until }; no good news yet.
   *[no] Expected to be over by { $until }
}
fault-until-unknown = Nobody knows yet how long it will take.
notice-over = { $state ->
    [ended] Over since { $at }. Thank you for your patience.
   *[other] Put away { $at }.
}
notice-corrected = ✏️ Corrected · { $at }
notice-signed = { $title ->
    [none] { $who }
   *[other] { $title } { $who }
}{ $by ->
    [none] { "" }
   *[other] { " " }(sent by { $by })
} · { $at }

notice-know = 👌 I know
notice-you-know = 👌 You tapped “I know”.
notice-thanks = Noted, thank you.

notice-preview = People will read:
notice-reach-private = In private: { $count ->
    [one] 1 neighbour who has
   *[other] { $count } neighbours who have
} opened a chat with me
notice-reach-groups = { $groups ->
    [none] Groups: there is none here yet
   *[other] Groups: { $groups }{ $more ->
        [0] { "" }
       *[other] { " " }and { $more } more
    }
}
notice-reminds = After a day, those who have not tapped are told once more.
notice-warn-number = ❗ There is a phone number or an account in it; everybody will see it.
notice-warn-flat = ❗ There is a flat's number in it; everybody will see it.
notice-warn-no-words = ❗ It needs a line of text.
notice-where = For which place?
notice-there = ✅ For { $place }
notice-publish = ✅ Send it
notice-change = ✏️ Change
notice-place = 📍 { $place }
notice-circle = 👥 { $place }
notice-drop = Never mind
notice-other-time = ⏰ Another time
notice-auto = { $on ->
    [yes] ✓ Remind in a day
   *[no] 🔔 Remind in a day
}
notice-danger = ⚠️ Danger: wake all
notice-danger-sure = ⚠️ Sent like this, the { $count ->
    [one] phone of 1 neighbour rings
   *[other] phones of { $count } neighbours ring
} at once, at night, too, and it says that you decided so. Only for real danger.
notice-wake = ⚠️ Danger: wake all
notice-calm = Wake nobody
notice-published = Sent.
notice-draft-gone = This was not sent and is gone.

notice-mine = { $state ->
    [open] Sent:
    [ended] Mended:
    [withdrawn] Withdrawn:
   *[expired] Over:
}
notice-counts = Delivered { $arrived } · know { $know }
notice-counts-what = Delivered means that it has reached the phone in private; I cannot tell who has read it. Taps in the group count, too.
notice-reminded = 🔔 Reminded once.
notice-remind = 🔔 Remind once
notice-reminding = { $count ->
    [one] Fine, 1 neighbour is reminded. Only this once.
   *[other] Fine, { $count } neighbours are reminded. Only this once.
}
notice-withdraw = ↩️ Withdraw
notice-withdrawn-answer = Withdrawn, everywhere.
notice-later = ⏰ Other time
notice-who = 📋 By building
notice-share = { $name } · { $know } of { $told } know
notice-silent-key = { $name }: who has not
notice-silent = { $name } · have not tapped yet
notice-back = ↩️ Back
fault-is-over = ✅ Mended
fault-over-yet = Its time is up. Is it mended?
fault-over-yet-key = 🔧 Mended?
fault-todo = 🔧 { $what } · time is up, is it mended?
fault-over-said = ✅ { $place }, { $what }: mended.
fault-on-board = { $place ->
    [none] { "" }
   *[other] { " " }({ $place })
} · { $until ->
    [none] no end known yet
   *[other] expected by { $until }
}
notice-ended = Good. Everybody reads so.
notice-state = { $state ->
    [draft] not sent yet
   *[open] sent
}
notice-taken-over = Good, this is in your own hands now.
notice-taken-over-told = { $who } has taken it over. Thank you.

notice-not-for-you = Notices and faults are sent by building heads, the property manager and social workers; a circle gets notices from its members. If you need something, tap 🙋 Ask.
notice-not-there = { $place } is not yours to send to. Choose a place you answer for, or ask its building head.
notice-not-one-home = A notice goes to a stair or more. For a single home, please get in touch in private.
notice-not-yours = That button is for whoever sent this, and for those who answer for the place.
notice-is-yours = You sent this one yourself.
notice-is-draft = This is not sent yet.
notice-is-open = This is sent already.
notice-is-ended = This is mended already.
notice-is-withdrawn = This notice was withdrawn.
notice-is-expired = This notice is over.
notice-unknown = I cannot find that notice. Look at the group's board, or send: /board
notice-no-words = It needs a line of text. Tap ✏️ Change and add it.
notice-danger-open = First choose: shall everybody be woken?
notice-until-gone = That time has passed. Please choose another.
notice-too-long = That is too long, please keep it under { $most } characters. Something long can be sent as a file with a line under it.
notice-too-many-today = You have sent { $most } today. Please try tomorrow, or change one of them.
notice-reaches-nobody = There is no group here and nobody I can write to. Choose another place, or let people join the group first.
notice-reminded-once = They were reminded once; that is enough.
notice-all-know = Everybody has tapped “I know”.

command-notice = Send a notice
command-fault = Report a known fault
keep-notices = Notices and faults: 180 days after their end, so that one can look up what was said.
mute-notice-new = Notices
notice-new = 📢 Notice
fault-new = 🔧 Fault
