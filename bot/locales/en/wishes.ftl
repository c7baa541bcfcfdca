# Small wishes: collected before a festival, granted by neighbours

festival-spring = Spring Festival
festival-lantern = Lantern Festival
festival-dragon = Dragon Boat
festival-autumn = Mid-Autumn
festival-ninth = Double Ninth
festival-new-year = New Year
festival-women = Women's Day
festival-children = Children's Day
festival-teachers = Teachers' Day
festival-national = National Day

wishes-open = { $count ->
    [one] 1 collection of small wishes is open
   *[other] { $count } collections of small wishes are open
}
wishes-none = No small wishes are being collected now. If you need something, tap 🙋 any time.
wishes-none-yours = No collection of small wishes yet. Open one below.
festival-key = 🎐 { $name } wishes
festival-new = ➕ Collect small wishes
festival-which = For which festival?
festival-which-how = Tap one, or type a name, e.g. Cool summer
festival-dated = { $name } { $day }/{ $month }
festival-name-what = What shall it be called? Type a name.
festival-where = Wishes of which place?
festival-here = ✅ { $place } itself
festival-draft = Like this?
festival-headline = 🎐 { $name } wishes
festival-headline-at = 🎐 { $name } wishes · { $place }
festival-collects = ✍️ Collected until { $until }
festival-grants = 🎁 Granted until { $until }
festival-collecting = ✍️ Until { $until }, one wish each
festival-granting = 🎁 To be granted until { $until }
festival-groups = { $groups ->
    [none] There is no group here yet. Neighbours find it by sending “wishes”.
   *[other] A message will stand in: { $groups }
}
festival-publish = ✅ Start collecting
festival-rename = ✏️ Rename
festival-where-key = 📍 Other place
festival-drop = Never mind
festival-draft-gone = It was not opened and is gone.
festival-later = { $which ->
    [collects] ✍️ { $days } days more
   *[grants] 🎁 { $days } days more
}
festival-until = { $which ->
    [collects] ✍️ Collect until…
   *[grants] 🎁 Grant until…
}
festival-collects-when = Until when are wishes collected?
festival-grants-when = Until when are they granted?
festival-until-how = For example: 8 Feb, or: Friday 8pm
festival-until-unclear = I could not tell which day.
festival-until-set = Until { $until }, then.
festival-published = It is open. I tell you when a wish comes in.
festival-counts = { $hung ->
    [0] No wish yet; the first could be yours
    [one] 1 wish, { $open } still waiting for somebody
   *[other] { $hung } wishes, { $open } still waiting for somebody
}
festival-on-board = { $hung ->
    [0] { $name }: collecting wishes
    [one] { $name }: 1 wish, { $open } still waiting for somebody
   *[other] { $name }: { $hung } wishes, { $open } still waiting for somebody
}
board-wishes = 🎐 Small wishes
festival-write = ✍️ Make a wish
festival-look = 🎁 Look and grant one
festival-all-taken = No wish is waiting for somebody just now.
festival-runner-counts = { $hung ->
    [0] No wish hangs yet
    [one] 1 wish: { $open } waiting for somebody, { $taken } taken on, { $granted } came true
   *[other] { $hung } wishes: { $open } waiting for somebody, { $taken } taken on, { $granted } came true
}
festival-waiting = { $count ->
    [one] 👀 1 waits for your eyes before it hangs
   *[other] 👀 { $count } wait for your eyes before they hang
}
festival-look-key = 👀 Look at { $count }
festival-look-title = { $count ->
    [0] { $name } wishes: all looked at, nothing waits.
    [one] { $name } wishes: 1 waits for your eyes
   *[other] { $name } wishes: { $count } wait for your eyes
}
festival-look-line = · { $what }
festival-board-key = 📋 All wishes
festival-board = 📋 { $name } · all wishes
festival-board-none = Nothing here yet.
festival-board-line = { $state ->
    [waiting] 👀 { $what } · { $place ->
        [none] no building
       *[other] { $place }
    } · to look at
    [returned] ↩️ { $what } · to be reworded
    [open] 🌟 { $what } · { $place ->
        [none] no building
       *[other] { $place }
    } · waiting for somebody
    [taken] 🤝 { $what } · { $giver ->
        [none] somebody offers, not agreed yet
       *[other] { $giver } has it
    }
    [granted] ✅ { $what } · { $giver ->
        [none] came true
       *[other] by { $giver }
    }
   *[ended] ⏳ { $what } · not this time
}
festival-filter = { $which ->
    [all] All
    [open] Waiting
    [taken] Taken on
   *[granted] Came true
}
festival-post-key = 📢 Ask the group
festival-pass-key = 👥 Ask a circle
festival-post = 🎐 { $name }: { $count ->
    [one] 1 wish is
   *[other] { $count } wishes are
} still waiting for somebody
festival-post-line = · { $words }
festival-post-more = And { $count } more, tap below.
festival-posted-answer = Posted to the group.
festival-posted = The group was asked today already. Ask again tomorrow, or ask a circle.
festival-none-open = No wish is waiting for somebody, so there is nothing to ask.
festival-circles = Which circle shall help? I tell each of its members once, quietly.
festival-circles-none = There is no circle yet. Send “circles” to make one, or ask the group again.
festival-passed = Told { $count } of “{ $name }”.
festival-passed-already = This circle was told today already. Choose another one, or wait until tomorrow.
festival-half = ⏰ Half of the time is gone and { $open } still wait. You can ask the group again, a circle, or a partner organisation.
festival-over = Time is up: { $open } without anybody, { $taken } not confirmed yet. Once you close it everybody reads how it ended; after 3 days I close it myself.
festival-close = 🎉 Close and thank
festival-closed = It is closed, and the group was thanked:
festival-closed-answer = Closed. Everybody knows how it ended.
festival-thanks = { $granted ->
    [0] 🎐 { $name } is over; { $hung ->
        [0] no wish came in
        [one] 1 wish came in
       *[other] { $hung } wishes came in
    }. Thank you all, until next time.
   *[other] 🎐 { $name }: { $hung ->
        [one] 1 wish
       *[other] { $hung } wishes
    }, { $granted } came true. { $named ->
        [none] Thank you to { $others ->
            [one] one neighbour
           *[other] { $others } neighbours
        }.
       *[other] { $others ->
            [0] Thank you, { $named }.
            [one] Thank you, { $named } and one more neighbour.
           *[other] Thank you, { $named } and { $others } more neighbours.
        }
    }
}
festival-line = 🎐 { $name } wishes · { $state ->
    [draft] not open yet
    [collecting] collecting
   *[granting] being granted
}
festival-todo-look = { $count ->
    [one] 👀 { $name }: 1 wish waits for your eyes
   *[other] 👀 { $name }: { $count } wishes wait for your eyes
}
festival-todo-close = 🎉 { $name }: time is up, please close it

festival-unknown = I cannot find that. Send “join” to say where you live, then “wishes”.
festival-not-yours = The community's office and organisers open these. If you have a wish, send “wishes”.
festival-is-yours = You opened this.
festival-is-draft = This has not started yet.
festival-is-open = This has started; its place stays.
festival-is-collecting = Wishes are being collected.
festival-is-granting = Wishes are not collected any more. If you need something now, tap 🙋.
festival-is-closed = These wishes are over.
festival-is-dropped = This was not opened.
festival-too-soon = The collecting day has passed. Please move it.
festival-past = That time has passed. Choose a later one.
festival-grants-first = Granting ends after collecting does.
festival-no-name = Give it a name, e.g. Spring Festival
festival-name-long = That name is too long; { $most } characters at most.

wish-what = { $who ->
    [none] { $name }: what is your small wish? One each, one line.
   *[other] { $name }: a small wish for { $who }, one line.
}
wish-what-how = Tap one, type a line, or send a voice message. No flat, phone, illness or price.
wish-common = { $what ->
    [shoes] a pair of warm shoes
    [glasses] reading glasses
    [company] somebody to chat with
    [photo] a family photo
    [haircut] a haircut at home
   *[phone] to learn using a phone
}
wish-one-each = You have a wish already:
wish-preview = { $name }: neighbours will read:
wish-preview-how = They read the building, not who you are. Somebody looks at it before it hangs.
wish-send = ✅ Hand it in
wish-change = ✏️ Change
wish-drop = Take it back
wish-draft-gone = It was not handed in and is gone.
wish-sent = Thank you. It hangs as soon as somebody has looked at it.
wish-hung = It hangs now.
wish-hung-many = { $count ->
    [one] 1 hangs now.
   *[other] { $count } hang now.
}
wish-withdrawn = Taken back.
wish-correct = What should it say? One line.
wish-in-words = Please type a line.
wish-media = 🎤 A voice or a photo
wish-forgotten = (erased)
wish-mine-waiting = 🌟 Your { $name } wish is handed in and hangs as soon as somebody has looked at it.{ $reason ->
   *[else] { "" }
}
wish-mine-returned = 🌟 Your { $name } wish, could you change it? { $reason ->
    [dear] It is rather big; a smaller one is easier for a neighbour.
    [clear] Say it a little more clearly, so that neighbours know how to help.
    [private] It says a lot about yourself, and everybody will read it.
   *[else] Your building head can do this faster: send “who answers”. You may wish for something else.
}
wish-mine-open = 🌟 Your { $name } wish hangs and waits for a neighbour.
wish-mine-taken = 🎁 A neighbour would like to grant your wish:
wish-mine-taken-how = Only when you agree do you learn who the other is.
wish-mine-known = 🤝 { $who } will grant your wish:
wish-mine-given = 🤝 { $who } says it is done. Did it come true?
wish-mine-granted = { $had ->
    [yes] ✅ Your { $name } wish came true. Your neighbour knows, too.
   *[no] ✅ Your { $name } wish came true.
}
wish-mine-withdrawn = Your { $name } wish is taken back.{ $had ->
    [yes] { " " }The neighbour who had it knows.
   *[no] { "" }
}
wish-mine-ended = { $had ->
    [yes] ⏳ { $name } is over. A neighbour had taken your wish on and then went quiet; it did not come true this time.
   *[no] ⏳ { $name } is over and nobody came this time. Your wish was a good one.
}
wish-ended-how = If you still want it, tap 🙋 and I ask the neighbours at once.
wish-undo = ↩️ Wrong tap
wish-agree = ✅ Yes, let us meet
wish-decline = Somebody else
wish-grant = ✅ It came true
wish-not-yet = Not yet
wish-show = 📇 Let them write me
wish-talk = 💬 Talk with them
wish-account-is = They would like to hear from you:
wish-account-shown = Done, they can reach you now.
wish-heard-ask = We understood your message like this. Is it right?
wish-heard-yes = ✅ Right
wish-heard-no = No, I will write it

wish-yours-asked = 🎁 Thank you. I am asking; once they agree I tell you who it is:
wish-yours-asked-how = Please do not buy anything yet.
wish-yours-known = 🤝 { $who } said yes and looks forward to it:
wish-yours-through = They have no phone; please get in touch with { $who }.
wish-yours-how = Tap “It is done” afterwards. Neighbours never ask for money, passwords or codes.
wish-yours-said = They know and will say a word.
wish-yours-next = { $mine ->
   *[no] 🎁 A neighbour was first; you are next in line, and I tell you at once when it is your turn:
}
wish-yours-granted = { $mine ->
    [yes] ✅ It came true, and they thank you:
   *[no] ✅ A neighbour has granted it; thank you, too:
}
wish-yours-withdrawn = { $mine ->
   *[no] They do not need it any more; thank you:
}
wish-yours-ended = { $mine ->
   *[no] ⏳ The wishes are over; thank you:
}
wish-given = 🎁 It is done
wish-let-go = I cannot after all
wish-name-on = 🙂 Name me in thanks
wish-name-off = 🙈 Do not name me
wish-named = { $on ->
    [yes] Good, the thanks will name: { $who }
   *[no] Good, { $who } will not be named.
}
wish-take = 🎁 I will grant it
wish-take-too = 🎁 I would, too
wish-take-thanks = Thank you. I am asking them and tell you once they agree.
wish-take-next = A neighbour was first; you are next in line. I tell you at once when it is your turn.
wish-let-go-thanks = That is all right, thank you.
wish-let-go-told = { $following ->
    [yes] The neighbour who had it cannot come after all. The next one has it already:
   *[no] The neighbour who had it cannot come after all. It hangs again:
}
wish-declined-told = They have other plans this time; thank you for offering:
wish-declined-answer = Good, somebody else then.
wish-agreed = Good, now you both know.
wish-given-thanks = Thank you. I am asking them whether it arrived.
wish-granted-answer = Lovely. I thank that neighbour for you.
wish-not-yet-answer = Good, I tell that neighbour.
wish-line-over = A neighbour has granted the wish you stood in line for; thank you:
wish-open-again = Good, it still counts.
wish-taken-over = From now on this is yours.
wish-taken-over-told = { $who } will see to it themselves; thank you.
wish-reader = { $state ->
    [taken] 🎁 A neighbour's wish{ $place ->
        [none] { "" }
       *[other] { " " }in { $place }
    }, taken on already:
    [open] 🎁 A neighbour's wish{ $place ->
        [none] { "" }
       *[other] { " " }in { $place }
    }:
   *[other] 🎁 A neighbour's wish:
}
wish-judge-waiting = 👀 { $who } wishes:
wish-judge-open = 🌟 { $who } wishes, and it hangs:
wish-judge-taken = 🤝 { $who } wishes, and somebody has it:
wish-judge-returned = ↩️ { $who } wishes, asked to reword it:
wish-judge-granted = ✅ { $who } wished, and it came true:
wish-judge-withdrawn = { $who } wished, and took it back:
wish-judge-ended = ⏳ { $who } wished, and nobody came this time:
wish-judge-heard = Somebody understood it like this; they have yet to say yes:
wish-judge-listen = Listen or look, and put it into one line; it hangs once they agree.
wish-judge-how = Hang it, or ask them to change it:
wish-hang = ✅ Hang it
wish-hang-all = ✅ Hang these { $count }
wish-hear = ✍️ Put it into a line
wish-hear-what = What wish is in the message? One line; I ask them whether it is right.
wish-reason = { $reason ->
    [dear] ↩️ Rather big, a smaller one?
    [clear] ↩️ A little clearer, please
    [private] ↩️ Too personal
   *[else] ↩️ The head is faster
}
wish-returned-answer = They know, and in kind words.
wish-state = { $state ->
    [draft] not handed in
    [waiting] being looked at
    [returned] please change it
    [open] { $mine ->
        [yes] waiting for somebody
       *[no] you are in line
    }
   *[taken] { $mine ->
        [yes] somebody has it
       *[no] yours to grant
    }
}

wish-unknown = I cannot find that wish. Send “wishes” to see which there are.
wish-not-yours = This button is for whoever wished. To help, tap “I will grant it”.
wish-is-yours = This is your own wish; a neighbour will come.
wish-is-draft = This wish is not handed in yet.
wish-is-waiting = This wish is still being looked at.
wish-is-returned = This wish is being reworded.
wish-is-open = Nobody has taken this wish on yet.
wish-is-taken = A neighbour has taken it on already.
wish-is-next = You are still in line; I tell you at once when it is your turn.
wish-is-granted = This wish came true already.
wish-is-withdrawn = This wish was taken back.
wish-is-ended = These wishes are over.
wish-declined = They have other plans this time. Other wishes wait for you: send “wishes”.
wish-no-words = This wish has no words yet. Write a line first.
wish-not-agreed = They have not agreed yet, please wait a little.
wish-too-late = A day has passed; it stays as it is.
wish-too-many = You have { $most } wishes in hand. Grant one first, then take another.
wish-giver-changed = Another neighbour has it now. Please look at the newest message.
wish-not-your-account = Somebody sees to this for you. To do it yourself, first tap “I'll take it from here”.
wish-too-long = That is too long; { $most } characters at most, one line.
wish-names-price = No price, please. Just what you wish for, e.g. a pair of warm shoes
wish-names-illness = That sounds like an illness, so I did not keep it. Just what you wish for, e.g. somebody to chat with
wish-not-understood = I did not understand. Just one thing, e.g. a pair of warm shoes

keep-wishes = Small wishes: { $days } days after they are over, then only numbers stay
mute-festival-passed = Small wishes passed to my circle
command-wishes = Small wishes
