# I can help: spare things, skills, the shelf, recommending a neighbour

offer-key = 🤲 I can help
shelf-key = 🏪 The shelf
recommend-key = 👍 Recommend
offer-mine-key = 📋 Mine: { $count }
offer-what = What would you like to help with?
offer-what-how = Tap one, or just write, for example: I can help: ladder
offer-nobody-sees = Neighbours see what there is and in which building, never that it is you. If somebody wants it, I ask you privately first.
offer-kind-thing = Things
offer-kind-skill = Skills
offer-kind-teaching = Teaching
offer-kind-medicine = Medicine
offer-which-thing = 📦 What could you give or lend?
offer-which-skill = 🛠 What are you good at?
offer-which-teaching = 📖 What would you like to teach?
offer-which-medicine = 💊 Which medicine? Without prescription only, and only as a gift.
offer-or-say = Tap one, type it, take a photo or say it.
offer-or-type = Tap one, or type it.
offer-willing-key = Willing to help
offer-willing = { $on ->
    [yes] 🙋 You are willing to help: when a neighbour asks, I ask you privately first.
   *[no] Willing to help? Tap it: when a neighbour asks, I ask you privately first, and no is always fine.
}
offer-willing-on = Thank you. When a neighbour asks, I ask you privately first; never at night.
offer-willing-off = All right, I will not ask you first.
offer-willing-ask = May I ask you privately first when a neighbour needs help?

offer-where = { $place ->
    [none] In the community
   *[other] { $place }
}
offer-amount-is = { $amount } of them
offer-rather = { $kind ->
    [skill] It is a skill
    [teaching] It is a lesson
   *[thing] It is a thing
}
offer-lent = { $way ->
    [lend] to borrow and give back
   *[give] to keep
}
offer-amount-key = { $amount ->
    [1] 1 item
   *[other] { $amount } items
}
offer-way = { $way ->
    [lend] to lend
   *[give] to give
}
offer-times = { $times ->
    [any] Any time
    [evenings] Evenings
    [weekends] Weekends
   *[first] Ask me first
}
offer-medicine-rule = No prescription, own pack, a gift. Read the leaflet first; a pharmacist knows more.
offer-has-media = { $kind ->
    [photo] 🖼 with a photo
    [voice] 🎤 with a voice message, played once you have agreed
   *[other] 📎 with a file
}
offer-photo = 🖼 Photo
offer-preview = On the shelf neighbours will see:
offer-publish = ✅ Put it up
offer-change = ✏️ Change
offer-change-what = What shall it say? One thing will do.
offer-drop = Never mind
offer-expiry-key = 📅 Good until
offer-mine = { $state ->
    [open] 🤲 On the shelf:
    [paused] ⏸ Put aside, nobody sees it:
    [given] ✅ All given away, thank you:
    [withdrawn] Taken off the shelf:
   *[other] ⏳ Its time is over, it is off the shelf:
}
offer-state = { $state ->
    [draft] not up yet
    [recommended] recommended, waiting for an answer
    [paused] put aside
   *[open] on the shelf
}
offer-still-there = Is it still there?
offer-still-until = If you do not tap, I take it down after { $until }.
offer-stays = ✅ Still there
offer-stays-answer = Good, it stays.
offer-pause = ⏸ Put aside
offer-resume = ▶️ Back up
offer-withdraw = Take it down
offer-undo = ↩️ A slip, keep it
offer-published = It is up, thank you. If somebody wants it, I ask you privately first.
offer-paused = Put aside; tap when you want it up again.
offer-withdrawn-answer = Taken down.
offer-draft-gone = This was never put up; it is gone.
offer-fits = { $place ->
    [none] A neighbour wants just this:
   *[other] A neighbour in { $place } wants just this:
}
offer-todo = 🤲 { $what }: still there?
offer-forgotten = (erased)
offer-not-there = This is not on the shelf any more. Have a look at the rest.

offer-no-home = I do not know you yet. Send /join and say where you live; then the shelf is yours, too.
offer-no-words = I did not understand what it is. One thing will do: ladder
offer-too-long = That is too long: { $most } characters for one thing.
offer-no-price = On the shelf things and skills are given or lent, without a price. Leave the price out and send it again.
offer-expired = This is past its date and cannot go up. Take another, or change the date.
offer-unchecked = Before a medicine goes up, look at the box: tap “📅 Good until”.
offer-another = That is something else. Take this one down and put up a new one.
offer-amount = Say a number from 1 to { $most }.
offer-not-enough = Only { $left } left. Ask for fewer.
offer-too-many = You have { $most } things up. Take one down before the next; /me shows them.
offer-too-many-today = { $most } today is plenty; go on tomorrow.
offer-too-late = That was more than a day ago; please put it up anew.
offer-unknown = I cannot find this. Send /shelf to look.
offer-not-yours = This button is for whoever put it up. If you want it, tap “I would like this”.
offer-is-yours = You put this up yourself.
offer-is-draft = This is not on the shelf yet.
offer-is-open = This is on the shelf.
offer-is-paused = This is put aside for now.
offer-is-given = This has been given away.
offer-is-withdrawn = This has been taken down.
offer-is-expired = Its time is over; it is off the shelf.
offer-is-recommended = It still waits for a yes.

shelf-title = { $count ->
    [0] 🏪 The shelf
   *[other] 🏪 The shelf: { $count }, the nearest first
}
shelf-only = { $kind ->
    [thing] 📦 Things
    [skill] 🛠 Skills
    [teaching] 📖 Teaching
    [medicine] 💊 Medicine
   *[all] All
}
shelf-near = { $near ->
    [stair] { $place ->
        [none] your stair
       *[other] { $place } · your stair
    }
    [neighbours] { $place ->
        [none] your neighbours’ group
       *[other] { $place } · your neighbours’ group
    }
    [building] { $place ->
        [none] your building
       *[other] { $place } · your building
    }
   *[far] { $place ->
        [none] in the community
       *[other] { $place }
    }
}
shelf-empty = No neighbour has put anything here yet.
shelf-empty-try = If you have something to spare or know how to do something, tap “I can help”.
shelf-back = ↩️ The shelf

want-this = 🙋 I would like this
want-so-many = 🙋 { $amount } please
want-how = Tap, and I ask that neighbour privately; only a yes tells you who it is.
want-waiting = I have asked for you; we wait for the answer.
want-open = Look
want-sent = I am asking privately. After a yes I tell you who it is.
want-asked = I have asked privately:
want-asked-next = If there is no answer within two days, I tell you and we find another way.
want-withdraw = Not needed
want-withdrawn-answer = All right, not needed.
want-asks = { $place ->
    [none] 🤲 A neighbour would like:
   *[other] 🤲 A neighbour in { $place } would like:
}
want-names-after = Only after your yes do you learn who the other is.
want-yes = ✅ Yes, theirs
want-no = Not this time
want-none = None left, take down
want-connected = I have told them. The next step is in our private chat.
want-no-answer = No matter, I will tell them.
want-connected-holder = 🤝 { $who } wants it, and you said yes:
want-connected-wanter = 🤝 { $who } said yes:
want-safe = Neighbours never ask for money, passwords or codes.
want-talk = 💬 Talk with them
want-gave = ✅ Given
want-got = ✅ Got it
want-not = It came to nothing
want-not-needed = Not needed
want-thanks = Noted. How good.
want-not-answer = Noted; it is back on the shelf.
want-account-shown = Done, they can reach you now.
want-yours-no = Answered, not this time:
want-yours-withdrawn = They do not need it any more, thank you:
want-yours-late = There was no time to answer; I have told them:
want-yours-gone = This is off the shelf now:
want-yours-got = ✅ Thank you, { $who } has it:
want-yours-not = { $who } could not use it after all; it is back on the shelf:
want-mine-no = Not this time. Do not worry, you can ask everybody:
want-mine-withdrawn = Not needed any more:
want-mine-late = That neighbour did not answer. Do not worry, you can ask everybody:
want-mine-gone = This has just gone. Do not worry, you can ask everybody:
want-mine-got = ✅ You have it, how good:
want-mine-not = It came to nothing this time. Do not worry, you can ask everybody:
want-ask = 🙋 Ask everybody
want-state = { $state ->
    [yes] they said yes
   *[asked] waiting for an answer
}
want-todo = 🤲 A neighbour would like: { $what }
want-too-many = { $most } things wait for an answer. Wait a little, or tap “Not needed” on one.
want-too-many-today = { $most } today is plenty; come back tomorrow.
want-unreached = That neighbour cannot be reached just now. Tap 🙋 Ask to ask everybody.
want-unknown = I cannot find this one. Send /me to look.
want-is-asked = It still waits for an answer.
want-is-yes = It was answered with yes.
want-is-no = It was answered: not this time.
want-is-withdrawn = They do not need it any more.
want-is-late = Two days went by; I have told them.
want-is-gone = This is gone already.
want-is-got = This one is done, thank you.
want-is-not = This came to nothing; it is back on the shelf.
want-not-yours = This button is for the other one.

recommend-whom = 👍 Which neighbour?
recommend-how = Tap a name, or forward me a message of theirs. I ask them first; only a yes puts it up.
recommend-other = 🔗 Not here: a link
recommend-what = What is { $who } good at?
recommend-sent = I am asking them. You hear from me when they say yes.
recommend-link = Send this link to that neighbour; it is good for { $days } days. Only their yes puts it up:
recommend-share = 📤 Send it on
recommend-asks = 👍 { $by } says you are good at:
recommend-asks-next = May neighbours ask you? Only your yes puts it up; they see the building, never that it is you.
recommend-asks-head = 👍 { $by } recommends { $who }, who has no telephone. Please ask them in person: may neighbours ask?
recommend-accept = ✅ Yes
recommend-decline = No, thank you
recommend-change = ✏️ Yes, change it first
recommend-answered = This has been answered:
recommend-declined = All right, nothing is put up.
recommend-yes = 👍 The neighbour you recommended said yes; it is on the shelf:
recommend-no = The neighbour you recommended would rather not, thank you all the same:
recommend-not-found = I could not tell who that is. Tap a name, or send them a link.
recommend-not-yourself = This is your own link; send it to that neighbour. For what you can do yourself, tap “I can help”.
recommend-unreached = This neighbour cannot be reached, and no head can ask. Tell them in person, or send a link.
recommend-too-many = { $most } today is plenty; come back tomorrow.

keep-offers = I can help: what came off the shelf, so that a slip can be undone
keep-wants = What you wanted from the shelf, so that it can be looked up
mute-offer-question = is it still there
command-offer = I can help
command-shelf = the shelf
command-recommend = recommend a neighbour
