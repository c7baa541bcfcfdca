# Danger: numbers first, then whether to tell somebody

command-sos = Urgent, danger
danger-sos = 🆘 Danger
danger-first = 🆘 Call first:
danger-number = 📞 { $name } { $number }
danger-number-name = { $name ->
    [medical] Ambulance
    [fire] Fire
    [police] Police
    [mind] Someone to talk to, day and night
    [women] Women's federation
    [lift] Lift rescue
    [gas] Gas emergency
   *[power] Power emergency
}
danger-copy = Copy { $number }
danger-first-how = If somebody should come, tap “Tell the building head”. To know what to do, tap what it is.
danger-call-head = 🏃 Tell the building head
danger-more = More ›
danger-which = Which is it? One tap, and I say what to do.
danger-kind = { $kind ->
    [fire] 🔥 Fire
    [gas] 💨 Gas
    [lift] 🛗 In the lift
    [body] 🤕 Hurt or ill
    [wire] ⚡ Live wire
    [home] 🏠 Hit at home
    [despair] 💧 In despair
   *[other] Something else
}
danger-advice = { $kind ->
    [fire] Get out first, low, by the stairs, a wet cloth over your mouth. No lift.
    [gas] Close the valve, open windows, no switches, no flame. Call from outside.
    [lift] Do not force the door. Press the alarm in the lift and wait.
    [wire] Touch neither the person nor the wire. Switch the power off first.
    [body] Do not lift them yet. Call, and do as you are told.
    [home] Get somewhere safe, lock the door or go to a neighbour. It is not your fault.
    [despair] You are not alone. Somebody listens at that number, whatever you say.
   *[other] Keep yourself safe first.
}
danger-ask-tell = Shall I tell the building head right now?
danger-ask-tell-how = If you tap nothing for 1 minute, I will.
danger-at = { $place ->
    [none] 📍 Not known where
   *[other] 📍 { $place }
}
danger-tell-now = 🏃 Tell them now
danger-tell-not = No
danger-no = Not an emergency
danger-place = 📍 Say where
danger-where = { $place ->
    [none] Where is it? Tap.
   *[other] 📍 { $place }. Tap on for more detail.
}
danger-back = ‹ Back
danger-nobody-told = All right, I told nobody. Tap “Tell them now” whenever you want somebody to come.
danger-untold = I have told nobody. Tap a name if I should tell them; if you do not, nobody will know.
danger-tell-one = 👉 { $who }
danger-who = { $title } { $name }
danger-told = I have told { $who } ({ $at })
danger-nobody = No head can be reached right now. Please call the number above, and shout for your neighbours.
danger-silent = Nobody has answered yet. Please call the number above again, and shout for your neighbours.
danger-answered = { $answer ->
    [going] 🏃 { $who } is on the way ({ $at })
    [reached] 📞 { $who } got through ({ $at })
   *[called] 🚑 { $who } has called { $number } ({ $at })
}
danger-fine = ✅ All is well
danger-not-over = ↩️ Somebody please come
danger-over = ✅ Good that all is well.
danger-over-told = ✅ They say all is well. Thank you.
danger-over-group = ✅ They say all is well.
danger-in-private = 🆘 Tell me in private

danger-headline = { $kind ->
    [fire] 🆘 Fire
    [gas] 🆘 A gas leak
    [lift] 🆘 Somebody is in the lift
    [wire] 🆘 Somebody touched a live wire
    [body] 🆘 Somebody is hurt or very ill
   *[private] 🆘 Somebody asks you to get in touch now
}
danger-find = { $place ->
    [none] 👤 { $who }
   *[other] 👤 { $who } · 📍 { $place }
}
danger-said-at = Said at { $at }
danger-head-how = { $kind ->
    [home] Quietly, and do not confront anybody. First ask: can you talk?
    [despair] Listen first, do not argue. If there is danger, stay with them and call.
    [other] First ask what happened.
   *[fire] If nobody has called yet, please call first. Take no risks yourself.
}
danger-going = 🏃 I am going
danger-reached = 📞 Got through
danger-called = 🚑 I called { $number }
danger-hear = 🎧 Hear or see it
danger-line = 🆘 { $place } · { $at }
danger-line-open = 🆘 Open

danger-told-answer = Done, they are being told.
danger-nobody-answer = Nobody can be reached. Please call, and shout for your neighbours.
danger-declined-answer = All right, I tell nobody.
danger-over-answer = Good that all is well.
danger-no-answer = All right, not an emergency.
danger-answer-thanks = Thank you. I tell them at once.

danger-not-reached = They cannot be reached right now. Choose somebody else, or call the number above.
danger-too-long-ago = That was more than a day ago. If something happens again, tap 🆘 once more.
danger-unknown = This has been put away. In an emergency send /sos, or call 120, 119, 110.
danger-not-yours = This button is for whoever said it. If you are in danger too, send /sos.
danger-not-for-you = You need not look after this any more. Thank you.
danger-is-asking = Nobody has been told yet.
danger-is-quiet = Nobody has been told.
danger-is-told = The head knows already. If all is well, tap “All is well”.
danger-is-over = They say all is well already. Thank you.

keep-dangers = Who was in danger and who was told: { $days } days, one day if nobody was; the words are not kept
