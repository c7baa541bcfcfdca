# Mutual aid: ask, have, solved

ask-what = What do you need? Tap one thing, or name it.
ask-what-for = What does { $who } need? One thing is enough.
ask-what-how = For example: ibuprofen. Or: borrow a ladder.
ask-wish = { $what ->
    [medicine] fever medicine
    [plaster] plasters
    [ladder] a ladder
    [carry] a hand to carry
    [print] a few pages printed
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
ask-group-waiting = By { $until } · nobody yet · no. { $number }
ask-group-taken = { $who } has it. They are in touch.
ask-group-done = { $who ->
    [none] ✅ Solved. Thank you all.
   *[other] ✅ Solved. Thank you, { $who }.
}
ask-group-withdrawn = Not needed any more. Thank you all.
ask-group-expired = { $who ->
    [none] Time is up. Nobody had it this time.
   *[other] { $who } had it. No word since, so it is closed.
}
ask-group-draft = Not sent yet.
ask-asker-start = I asked for this: tell me in private
ask-taker-start = I took this: get in touch here

ask-i-have = 🙋 I have it
ask-not-needed = Not needed
ask-solved = ✅ Solved
ask-solved-already = ✅ Solved already
ask-again = Ask half a day more
ask-never-mind = Not needed
ask-publish = ✅ Send to the group
ask-change = ✏️ Change
ask-drop = Never mind
ask-other-group = Send to “{ $room }” instead
ask-find-another = I didn't get it, ask again
ask-show-account = 📇 Let them write to me
ask-tell-note = 💬 Show them the note
ask-cannot = I can't after all
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
ask-still-needed-until = If you do nothing, it closes at { $until }.
ask-mine-taken = 🤝 { $who } has it for you.
ask-mine-question = { $who } had it for you. Did you get it?
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

ask-yours = 🤝 Thank you. { $who } needs:
ask-yours-note = They also say:
ask-yours-how = Tap “Let them write to me” and you can talk. Linli never takes money and never asks for passwords or codes.
ask-yours-done = ✅ { $who } says it is solved. Thank you.
ask-yours-withdrawn = { $who } does not need it any more. Thank you.
ask-yours-expired = ⏳ No word from either side, so this is closed. Thank you.
ask-yours-open = { $who } is asking around again. Thank you.

ask-state = { $state ->
    [draft] not sent yet
    [open] nobody yet
   *[taken] { $mine ->
        [yes] somebody has it
       *[no] yours to give
    }
}

ask-for-another = for a neighbour

ask-thanks = Thank you. They know. The next step is in our private chat.
ask-done-thanks = Noted: solved. I'm glad.
ask-withdrawn-answer = Cancelled.
ask-open-again = Your neighbours are asked again.
ask-told = They can see it now.
ask-account-shown = Done, they can write to you now.

ask-not-your-account = Whoever acts for you is in touch about this. To be in touch yourself, tap “I take it myself” first.
ask-not-yours = That button is for the neighbour who asked. If you have it, tap “I have it”.
ask-is-yours = This is your own request. Somebody else will take it.
ask-is-draft = This is not sent yet.
ask-is-open = Nobody has taken this yet.
ask-is-taken = Another neighbour was first. Thank you all the same.
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
ask-taker-changed = Another neighbour has it now. Please look at the newest message first.
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
