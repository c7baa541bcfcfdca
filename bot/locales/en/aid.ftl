# Mutual aid: ask, have, solved

ask-what = What do you need? Tap one thing, or name it.
ask-what-for = What does { $who } need? One thing is enough.
ask-what-how = For example: ibuprofen. Or: borrow a ladder.
ask-wish = { $what ->
    [medicine] fever medicine
    [plaster] plasters
    [ladder] a ladder
    [carry] a hand to carry
    [print] some printing
   *[charger] a charger
}
ask-what-hint = e.g. ibuprofen
ask-name-the-thing = That sounds like an illness, so I kept it to myself. Just write the thing, e.g. ibuprofen.
ask-in-words = Please type it in a line. I cannot read photos or voice yet.
ask-correct = What should it say? Just name one thing.

ask-headline = { $state ->
    [open] 🙋 A neighbour{ $place ->
        [none] { "" }
       *[other] { " " }in { $place }
    } needs
    [taken] 🤝 A neighbour{ $place ->
        [none] { "" }
       *[other] { " " }in { $place }
    } asked for
   *[other] A neighbour{ $place ->
        [none] { "" }
       *[other] { " " }in { $place }
    } asked for
}
ask-group-waiting = { $some ->
    [yes] By { $until } · no. { $number }
   *[no] By { $until } · nobody yet · no. { $number }
}
ask-group-taken = { $who } has it. They are in touch.
ask-asker-start = I asked for this: tell me in private
ask-taker-start = I took this: get in touch here

ask-not-needed = Not needed
ask-solved = ✅ Solved
ask-solved-already = ✅ Solved
ask-again = Ask half a day more
ask-never-mind = Not needed
ask-publish = ✅ Send to the group
ask-change = ✏️ Change
ask-drop = Never mind
ask-other-group = Send to “{ $room }” instead
ask-find-another = { $of ->
    [people] Nobody came, ask again
   *[things] Not got it, ask again
}
ask-show-account = 📇 Let them write to me
ask-tell-note = 👀 Show them, too
ask-cannot = { $of ->
    [people] I can't come after all
   *[things] I can't after all
}
ask-undo = ↩️ My mistake, still needed
ask-ask-again = 🙋 Ask half a day more
ask-the-group = the group

ask-preview = In “{ $room }” your neighbours will read:
ask-until = Open until { $until }
ask-note-kept = Only you can see:
ask-note-told = They can see this, too:
ask-published = Sent. I'll tell you here as soon as somebody has it.
ask-draft-gone = This was not sent and is gone.

ask-mine-open = Asked in “{ $room }”. I'll tell you as soon as somebody has it.
ask-mine-until = Open until { $until } · no. { $number }
ask-still-needed = Nobody has it yet. Do you still need it?
ask-still-needed-until = If you do nothing, I stop asking at { $until }.
ask-mine-taken = { $kind ->
    [errand] 🤝 { $who } will come and help.
    [company] 🤝 { $who } will come.
    [ride] 🤝 { $who } can give you a ride.
    [skill] 🤝 { $who } knows how, and will help.
    [wish] 🤝 { $who } would like to make it come true.
   *[other] 🤝 { $who } has it for you.
}
ask-mine-question = { $of ->
    [people] { $who } said yes to you. Have they come?
   *[things] { $who } had it for you. Did you get it?
}
ask-mine-offered = { $box ->
    [yes] { $who } has not read the box to the end yet. Wait a little, or ask somebody else?
   *[no] { $who } is still waiting for your yes. Do you want it?
}
ask-mine-done = { $who ->
    [none] ✅ Solved, I'm glad.
   *[other] ✅ Solved, I'm glad. And thank you, { $who }.
}
ask-mine-withdrawn = Cancelled; the group's message says so too.
ask-mine-expired = { $who ->
    [none] ⏳ Time is up. Nobody had it this time.
   *[other] ⏳ { $who } had it, then no word came. I have closed it.
}
ask-mine-expired-next = You can ask for half a day more, or ask again in other words.
ask-other-not-started = { $who } has not opened a chat with me, so my messages do not arrive. There is a button under the message in the group; ask them to tap it.
ask-account-is = You may write to them:
ask-write-to = Write to { $name }

ask-yours = { $agreed ->
    [yes] 🤝 It is settled. { $who } needs:
   *[no] 🤝 Thank you. { $who } needs:
}
ask-yours-note = They also say:
ask-yours-how = Tap “💬 Talk with them”: I pass it on, no phone number is shown. Linli never takes money and never asks for passwords or codes.
ask-yours-done = ✅ { $who } says it is solved. Thank you.
ask-yours-withdrawn = { $who } does not need it any more. Thank you.
ask-yours-expired = ⏳ No word from either side, so this is closed. Thank you.
ask-yours-open = { $who } is asking around again. Thank you.

ask-state = { $state ->
    [draft] not sent yet
    [open] nobody yet
    [unanswered] time is up
    [next] you are next in line
    [given] given by you
   *[other] { $mine ->
        [yes] somebody has it
       *[no] yours to give
    }
}

ask-for-another = for a neighbour

ask-thanks = Thank you. They know. The next step is in our private chat.
ask-done-thanks = Noted: solved. I'm glad.
ask-withdrawn-answer = Cancelled.
ask-open-again = Your neighbours are asked again.
ask-next-steps-in = All right, I ask the neighbour who is next.
ask-told = They can see it now.
ask-account-shown = Done, they can write to you now.

ask-not-your-account = Whoever acts for you is in touch about this. To be in touch yourself, tap “I take it myself” first.
ask-not-yours = That button is for the neighbour who asked. If you have it, tap “I have it”.
ask-is-yours = This is your own request. Somebody else will take it.
ask-is-draft = This is not sent yet.
ask-is-open = Nobody has taken this yet.
ask-is-taken = A neighbour has this already; the newest message says who.
ask-is-done = This is solved already. Thank you.
ask-is-withdrawn = This was withdrawn.
ask-is-expired = Its time is over.
ask-unknown = I cannot find that. Send /me for yours, or tap a button in the group.
ask-none = You have nothing waiting. To ask, tap 🙋 Ask, or send: /need ibuprofen
ask-which = There are several. Which one? Tap the button under its message, or add its number.
    { $listed }
ask-too-long = That is too long, please keep it under { $most } characters. One thing is enough.
ask-too-many = You have { $most } requests waiting already. Close one first; /me shows them.
ask-names-illness = That sounds like an illness, so I kept it to myself. Just write the thing, e.g. ibuprofen.
ask-no-group = I don't know you yet. Send /join and say where you live, then you can ask me here. Already in your neighbours' group? Send there: /need@{ $bot } ibuprofen.
ask-by-stranger = 🙋 A neighbour who is not confirmed yet asks for help; the group can see it:
ask-too-late-to-reopen = More than a day has passed. Please ask anew.
ask-let-go-told = { $who } can't after all. Don't worry, I am asking again.
ask-not-shown = This could not be shown in the group; perhaps I may not write there. Please tell the steward, or use another group.
ask-room-gone = I cannot write to that group any more. Please choose another, or ask anew.
ask-too-many-today = You have asked { $most } times today. Please try tomorrow, or change one that is waiting.
ask-group-still-needed = To the neighbour who asked: do you still need it?
ask-not-understood = I did not understand. Just name one thing, e.g. ibuprofen.
ask-illness-in-group = Many people read here: you may delete that message and tell me in private.
ask-mine-no-more = I no longer need it
ask-yours-shown = They can write to you now; wait for a message. Linli never takes money and never asks for passwords or codes.
ask-still-counts = All right, it still counts.
ask-let-go-thanks = Never mind, thank you. I will ask the others.
ask-taken-over = Fine, it is yours from now on.
ask-taken-over-told = { $who } has taken this over. Thank you.

ask-forgotten = (erased)
ask-for-whom = 🙋 Ask for { $who }

# Several givers, a line, and both agree

ask-i-can = { $kind ->
    [errand] 🙋 I'll go
    [company] 🙋 I'll come
    [ride] 🙋 I can take them
    [skill] 🙋 I know how
    [wish] 🙋 I'll do it
   *[other] 🙋 I have it
}
ask-i-have-some = { $of ->
    [people] 🙋 { $amount }
   *[things] { $amount } from me
}
ask-i-have-all = { $of ->
    [people] 🙋 All { $amount }
   *[things] All { $amount }
}
ask-me-too = 🤝 I could, too
ask-so-many = { $of ->
    [people] { $thing } ({ $amount } helpers)
   *[things] { $thing } × { $amount }
}
ask-group-some = { $of ->
    [people] { $who } will help; { $missing } more needed.
   *[things] { $who } helps; { $missing } still missing.
}
ask-group-ended = { $state ->
    [done] ✅ “{ $thing }”{ $place ->
        [none] { "" }
       *[other] { " " }for { $place }
    }: solved. { $who ->
        [none] Thank you all.
       *[other] Thank you, { $who }.
    }
    [expired] ⏳ “{ $thing }”{ $place ->
        [none] { "" }
       *[other] { " " }for { $place }
    }: { $who ->
        [none] time is up, nobody had it this time.
       *[other] { $who } had it. No word since, so it is closed.
    }
   *[other] “{ $thing }”{ $place ->
        [none] { "" }
       *[other] { " " }for { $place }
    }: not needed any more. Thank you all.
}
ask-group-half = Nobody yet. Can anybody help?

ask-agree = 👌 Yes, thank you
ask-agreed = Good, I told them.
ask-find-other = Somebody else
ask-mine-agreed = 🤝 Settled with { $who }.
ask-mine-missing = { $of ->
    [people] { $missing } more needed; I keep asking.
   *[things] { $missing } still missing; I keep asking.
}
ask-giver-line = { $state ->
    [given] ✅ { $who } · { $of ->
        [people] { $amount ->
            [one] 1 helper
           *[other] { $amount } helpers
        }
       *[things] { $amount }
    } · done
    [agreed] 🤝 { $who } · { $of ->
        [people] { $amount ->
            [one] 1 helper
           *[other] { $amount } helpers
        }
       *[things] { $amount }
    } · settled
   *[offered] 🙋 { $who } · { $of ->
        [people] { $amount ->
            [one] 1 helper
           *[other] { $amount } helpers
        }
       *[things] { $amount }
    } · waits for your yes
}
ask-giver-open = { $state ->
    [offered] 👉 Answer { $who }
   *[agreed] { $who } ›
}
ask-giver-part = { $of ->
    [people] { $amount ->
        [one] 1 helper comes.
       *[other] { $amount } helpers come.
    }
   *[things] { $amount } from this neighbour.
}
ask-giver-gave = { $of ->
    [people] ✅ { $who } came and helped. Thank you.
   *[things] ✅ { $who } gave it. Thank you.
}
ask-giver-gone = { $who } could not after all, or this is over.
ask-giver-changed = Another neighbour has it now. Please look at the newest message first.
ask-not-agreed = Tap “👌 Yes, thank you” first; then they can be in touch.
ask-is-unanswered = Its time is over; the building head is finding out how it went.
ask-enough-taken = You have taken on { $most } today, that is plenty. Come back tomorrow, and thank you.
ask-in-line-thanks = Thank you. Another neighbour was first; you are next in line, and I come to you if it does not work out.

ask-yours-next = 🤝 Another neighbour was first; you are next in line. { $who } needs:
ask-not-next = Don't wait for me
ask-yours-part = { $of ->
    [people] { $amount ->
        [one] 1 helper from you.
       *[other] { $amount } helpers from you.
    }
   *[things] { $amount } from you.
}
ask-yours-wait = I told them. Once they say yes, you two can talk.

# Asking in private: wave by wave, the nearest first

ask-asked-shelf = You have something like it on the shelf, so I ask you first; nobody learns of it before your yes.
ask-asked-until = Needed by { $until }. Could you? No is fine, too.
ask-asked-yes = 🤝 You have taken it, thank you. More is in another message.
ask-asked-over = Nothing more to do about this. Thank you.
ask-asked-no = All right, not this time.
ask-not-now = Not this time
ask-no-more = 🔕 Don't ask me
ask-not-now-thanks = Never mind, I will ask others.
ask-no-more-answer = All right, I won't ask you in private. Send /settings to change that.
mute-ask-asked = Asking me in private when a neighbour needs help
mute-ask-half = Pleas without a helper at half time (heads)
ask-mine-asked = { $count ->
    [one] I asked { $count } neighbour near you in private.
   *[other] I asked { $count } neighbours near you in private.
}
ask-head = { $name } ({ $title })
ask-circle-asked = { $at ->
    [now] I also asked the neighbours of “{ $name }”:
   *[other] I left word with the neighbours of “{ $name }”; they will see it { $at }:
}
ask-offered-wait = { $most } pleas that you offered for others still wait for their own yes. Wait for those, then offer the next.
ask-offered-enough = You have spoken up for others { $most } times today; that is kind, and enough. Come back tomorrow; who is in a hurry can ask themselves.
ask-no-price = Between neighbours help is free, so no price. Leave the price out and send it again; to buy or sell, use a shop or another group.
ask-mine-called = { $head ->
    [none] Nobody has it yet. Don't worry, I asked once more in the group.
   *[other] { $at ->
        [now] Nobody has it yet. I told { $head }.
       *[other] Nobody has it yet. I left word for { $head }, who reads it { $at }.
    }
}

# No word: the head finds out

ask-mine-unanswered = { $head ->
    [none] Time is up and nobody had it. Do you still need it?
   *[other] Time is up and nobody had it. { $head } will ask you how it went; or say so yourself:
}
ask-head-until = Needed by { $until }. If you have it, or know who does, please ask around.
ask-head-half = 🙋 { $who } asks for help; half the time is over and nobody has it:
ask-head-taken = A neighbour has this now. Thank you.
ask-head-over = { $state ->
    [done] ✅ Solved. Thank you.
    [expired] This is closed for now. Thank you.
   *[other] Not needed any more. Thank you.
}
ask-head-unanswered = 🙋 Time is up for { $who }: nobody had it, and no word came:
ask-head-how = Would you ask how it went?
ask-settle-done = ✅ Solved
ask-settle-withdrawn = Not needed
ask-settle-expired = We couldn't help
ask-settled = Noted; I tell the neighbour who asked. Thank you.
ask-todo-head = 🙋 { $thing } · nobody had it, please ask

# Ways to ask: a line, a voice, a picture, a reply to somebody's words

ask-kind = { $kind ->
    [medicine] 💊 Medicine
    [errand] 🏃 Errand
    [company] 🫶 Company
    [ride] 🚗 Ride
    [skill] 🔧 Skill
    [wish] 🌟 Small wish
   *[thing] 📦 Thing
}
ask-amount = { $of ->
    [people] 👥 { $amount ->
        [one] 1 helper
       *[other] { $amount } helpers
    }
   *[things] 👥 × { $amount }
}
ask-place = { $place ->
    [none] 📍 No place
   *[other] 📍 { $place }
}
ask-span = { $span ->
    [hours] ⚡ Urgent, 2 h
    [today] Today
    [tomorrow] Tomorrow
    [days] 3 days
   *[week] A week
}
ask-more = ⚙️ More
ask-fit-more = These can be changed, too. Tap one:
ask-fit-kind = Which is it?
ask-fit-amount = How many of it, or how many hands?
ask-fit-place = Which building? The group learns no more than that.
ask-spoken = { $what ->
    [medicine] some medicine
    [thing] a thing
    [errand] a hand with an errand
    [company] some company
    [ride] a ride
    [skill] somebody who knows how
   *[none] a hand
} ({ $kind ->
    [voice] 🎤 spoken
    [photo] 📷 a picture
   *[video] 🎬 a video
}; { $once ->
    [yes] whoever takes it
   *[no] once agreed, they
} can { $kind ->
    [voice] listen
   *[photo] look
})
ask-spoken-how = What is it about? One tap, and neighbours know before they take it.
ask-at-once = { $kind ->
    [voice] 🎧 Heard at once
   *[photo] 👀 Seen at once
}
ask-at-once-answer = { $on ->
    [yes] All right: whoever takes it can { $kind ->
        [voice] listen
       *[photo] look
    } at once, and so can the head who is asked if nobody does.
   *[no] All right: they { $kind ->
        [voice] listen
       *[photo] look
    } once you have said yes to them.
}
ask-who-hears = { $once ->
    [yes] { $kind ->
        [voice] 🎧 Whoever takes it can listen to you at once.
       *[photo] 👀 Whoever takes it can see what you sent at once.
    }
   *[no] { $kind ->
        [voice] 🔒 They can listen to you once you tap “👌 Yes, thank you”; nobody else can.
       *[photo] 🔒 They can see what you sent once you tap “👌 Yes, thank you”; nobody else can.
    }
}
ask-heard-then = { $kind ->
    [voice] Once they say yes, you can listen.
   *[photo] Once they say yes, you can look.
}
ask-hear-wait = That is for you once they say yes. Take it first; I tell you as soon as they do.
ask-somebody = { $place ->
    [none] A neighbour
   *[other] A neighbour in { $place }
}
ask-hear = { $kind ->
    [voice] 🎧 Listen
   *[photo] 👀 Look
}
ask-hear-how = { $kind ->
    [voice] This neighbour spoke, for your ears only. If you understand it, write one line; once they agree, the group reads it.
   *[photo] This neighbour sent a picture, for your eyes only. If you understand it, write one line; once they agree, the group reads it.
}
ask-write = ✏️ Write a line
ask-write-what = In one line, what is wanted? For example: a ladder.
ask-write-thanks = Thank you. I ask them, and change it once they agree.
ask-write-unheard = Noted, but they cannot be reached right now.
ask-line-question = A neighbour listened and says that you want:
ask-line-yes = ✅ Yes, write that
ask-line-no = Not that
ask-line-yes-answer = Done, the group reads it now.
ask-line-no-answer = All right, it stays as it was.
ask-line-now = The group reads:
ask-heard-over = This is over.
ask-offer = { $who }, shall I ask the neighbours for you? Only you can say yes, or the building head for you.
ask-offer-yes = ✅ Ask for me
ask-offer-no = No
ask-offer-over = This has been settled.
ask-reply-unclear = I cannot see what is wanted, or it names an illness. Let them send: /need ibuprofen, or tell me in private.
ask-reply-not = This neighbour cannot ask just now.
ask-ill-question = { $who ->
    [self] This seems to name an illness. Do you agree that this neighbour reads it?
   *[other] This seems to name an illness. Do they agree that this neighbour reads it?
}
ask-ill-why = Only this neighbour reads it, to help you; it is deleted { $days } days after it is over. You get the thing without it, too.
ask-ill-yes = ✅ Agree, show it
ask-ill-no = Do not show
ask-ill-not-told = All right, not shown.
ask-ill-still-fine = You get the thing all the same; nobody needs to know the illness.
ask-ill-take-back = Take it back at any time: send /consent.
keep-ask-files = Voices and pictures sent with a plea: { $days } days after it is over, only for those who help

# Medicine: the box first

ask-box = 💊 Read the box
ask-yours-box = With medicine the box comes first: tap “Read the box”, it takes a few taps.
ask-giver-checking = 💊 They are reading the box; I tell you as soon as it is done.
ask-stays-medicine = That is a medicine, so it is asked for as one: whoever gives it reads the box first. If it is none, tap “Change” and put it otherwise.
ask-hear-next = You are next; you can hear it once it is your turn.
ask-another-wanted = They would like another neighbour for this one. Thank you; other requests still need you.
ask-left-often = You said twice that you can't make this one, so I leave it to others. Thank you.
ask-not-checked = They are still reading the box; I tell you as soon as it is done.
ask-box-thanks = Thank you, I told them.
ask-box-done = The box has been read. Thank you.
# Phones: each by their own tap

ask-phone = 📱 Show my phone
ask-phone-back = 📱 Take phone back
ask-phone-what = What is your number? Only this neighbour sees it; it is wiped when this is over, or when you take it back.
ask-phone-how = Type the digits, or send your own contact with 📎. If you would rather not, just ignore this.
ask-phone-unclear = I could not read that. Only the number, please: 138 1234 5678
ask-phone-not-yours = That is somebody else's contact. You can show only your own phone.
ask-phone-shown = Done, they can see it. To take it back, tap “📱 Take phone back”.
ask-phone-unheard = Noted, but they cannot be reached right now.
ask-phone-gone = Taken back: their message holds no number any more.
ask-phone-is = 📱 They show you their phone, and only you:
ask-phone-was = 📱 This number has been wiped.
ask-not-yours-now = This is not yours to look after any more. Thank you.
