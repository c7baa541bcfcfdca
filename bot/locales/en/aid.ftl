# Mutual aid: ask, have, solved

ask-what = What do you need? Just name one thing.
ask-what-how = For example: ibuprofen. Or: borrow a ladder.
ask-what-hint = e.g. ibuprofen
ask-name-the-thing = The group only hears the thing, never an illness. What is it you need?
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
   *[other] { $who } had it. No word since, so it is put away.
}
ask-group-draft = Not sent yet.
ask-asker-start = I asked for this: tell me in private
ask-taker-start = I took this: get in touch here

ask-i-have = 🙋 I have it
ask-not-needed = Not needed
ask-solved = ✅ Solved
ask-solved-already = ✅ Solved already
ask-again = Ask half a day more
ask-never-mind = Never mind
ask-publish = ✅ Send to the group
ask-change = ✏️ Change
ask-drop = Never mind
ask-other-group = Another group
ask-find-another = No luck, ask again
ask-show-account = 📇 Show them my account
ask-tell-note = 💬 Show them my note
ask-cannot = I can't after all
ask-undo = ↩️ My mistake, still needed
ask-ask-again = 🙋 Ask half a day more
ask-the-group = the group

ask-preview = In “{ $room }” your neighbours will read:
ask-until = By { $until }
ask-note-kept = Only you can see:
ask-note-told = They can see this, too:
ask-published = Sent. As soon as somebody has it, I tell you here.
ask-draft-gone = This was not sent and is gone.

ask-mine-open = Your neighbours are asked. I tell you as soon as somebody has it.
ask-mine-until = Until { $until } · no. { $number }
ask-still-needed = Nobody has it yet. Do you still need it?
ask-still-needed-until = If you do nothing, it is put away at { $until }.
ask-mine-taken = 🤝 { $who } has it for you.
ask-mine-question = { $who } had it for you. Did you get it?
ask-mine-done = { $who ->
    [none] ✅ Solved. Good.
   *[other] ✅ Solved. Good. And thank you, { $who }.
}
ask-mine-withdrawn = Taken back. The group reads so, too.
ask-mine-expired = { $who ->
    [none] ⏳ Time is up. Nobody had it this time.
   *[other] ⏳ { $who } had it, then no word came. I have put it away.
}
ask-mine-expired-next = You can ask for half a day more, or ask again in other words.
ask-other-not-started = { $who } has not opened a chat with me, so my messages do not arrive. There is a button under the message in the group; ask them to tap it.
ask-account-is = You may write to them:
ask-write-to = Write to { $name }

ask-yours = 🤝 Thank you. { $who } needs:
ask-yours-note = They also say:
ask-yours-how = Show them your account and you can talk. Linli never takes money and never asks for passwords or codes.
ask-yours-done = ✅ { $who } says it is solved. Thank you.
ask-yours-withdrawn = { $who } does not need it any more. Thank you.
ask-yours-expired = ⏳ No word from either side, so this is put away. Thank you.
ask-yours-open = { $who } is asking around again. Thank you.

ask-a-neighbour = A neighbour
ask-who = { $place ->
    [none] { $name }
   *[other] { $name } ({ $place })
}
ask-state = { $state ->
    [draft] not sent yet
    [open] nobody yet
   *[taken] { $mine ->
        [yes] somebody has it
       *[no] yours to give
    }
}

ask-thanks = Thank you. They know. The next step is in our private chat.
ask-done-thanks = Noted: solved. Good.
ask-withdrawn-answer = Taken back.
ask-open-again = Your neighbours are asked again.
ask-told = They can see it now.
ask-account-shown = They can see your account now.

ask-not-yours = Only the neighbour who asked can tap this.
ask-is-yours = This is your own plea. Somebody else will take it.
ask-is-draft = This is not sent yet.
ask-is-open = Nobody has taken this yet.
ask-is-taken = Another neighbour was first. Thank you all the same.
ask-is-done = This is solved already. Thank you.
ask-is-withdrawn = It is not needed any more. Thank you.
ask-is-expired = Its time is over.
ask-unknown = I cannot find that plea. Send /me for yours, or tap a button in the group.
ask-none = Nobody is waiting right now. To ask, send: /need ibuprofen
ask-which = There are several. Which one? Tap the button under its message, or add its number.
    { $listed }
ask-too-long = That is too long, please keep it under { $most } characters. One thing is enough.
ask-too-many = You have { $most } pleas waiting already. Close one first; /me shows them.
ask-names-illness = The group only hears the thing, never an illness. Please write just the thing, e.g. ibuprofen.
ask-no-group = I do not know yet where you live. Send /need@{ $bot } ibuprofen in your neighbours' group once. After that you can ask me here.
ask-too-late-to-reopen = More than a day has passed. Please ask anew.
ask-let-go-told = { $who } can't after all. I am asking the other neighbours again.
ask-taker-changed = Another neighbour has it now. Please look at the newest message first.
ask-not-shown = This could not be shown in the group; perhaps I may not write there. Please tell the steward, or use another group.
ask-room-gone = I cannot write to that group any more. Please choose another, or ask anew.
ask-too-many-today = You have asked { $most } times today. Please try tomorrow, or change one that is waiting.
ask-group-still-needed = To the neighbour who asked: do you still need it?
