# How those who handle it go on

ticket-more = More…
ticket-close = Put it away
ticket-back = ↩️ Back
ticket-hand = Hand on…
ticket-recall = Take it back
ticket-times = Agree a time
ticket-note = 📝 Note or photo
ticket-ask = ❓ Ask reporter
ticket-wait = ⏳ Let it wait
ticket-charge-ask = 💰 It costs money
ticket-uncharge = 💰 No charge
ticket-play = 📎 Photos and voice
ticket-merge = Same as another
ticket-elsewhere = Not ours
ticket-turn = Neighbours do it
ticket-give-up = Cannot be fixed
ticket-give-back = ↩️ Give it back
ticket-unvisit = Cancel the visit
ticket-typed = ✍️ Write a time
ticket-typed-day = ✍️ Write a day
ticket-typed-words = ✍️ Write it
ticket-page-more = What else you can do:
ticket-page-hand = Who should have it? They get it at once, and the reporter reads who has it.
ticket-page-wait = What is it waiting for?
ticket-page-firms = Which firm?
ticket-page-span = Until when, roughly? I will remind you.
ticket-page-days = When could somebody come? Choose up to three; the neighbour picks one.
ticket-page-hours = At what hour?
ticket-page-merge = Which one is it the same as?
ticket-page-elsewhere = Where does it belong? I will tell the neighbour kindly.
ticket-page-turn = There is no property company here. The neighbours can take it on.
ticket-wait-for = { $reason ->
    [reporter] Reporter’s answer
    [visit] An agreed hour
    [parts] A spare part
    [outside] An outside firm
   *[money] A vote on money
}
ticket-span = { $span ->
    [tomorrow] Tomorrow
    [three] 3 days
    [week] A week
   *[fortnight] Two weeks
}
ticket-day = { $day ->
    [today] Today
    [tomorrow] Tomorrow
   *[none] { $weekday ->
        [0] Mon
        [1] Tue
        [2] Wed
        [3] Thu
        [4] Fri
        [5] Sat
       *[6] Sun
    } { $date }/{ $month }
}
ticket-until-what = Until which day? For example: next Wednesday, 5 December.
ticket-until-unclear = I do not see which day. “5 December” or “next Wednesday” will do.
ticket-waits-answer = All right, until { $until }. Those who wait can see it.
ticket-went-on-answer = All right, it goes on.
ticket-note-what = How is it going? A line, a photo or a voice message. The reporter will see it.
ticket-note-empty = I cannot pass this on. A line, a photo or a voice message will do.
ticket-noted = Noted. Those who wait can see it.
ticket-passed = No. { $number } · { $place } · { $category }
ticket-no-files = There are no photos or voice messages here.
ticket-said = { $kind ->
    [ask] ❓ { $who } asks{ $file ->
        [none] :
       *[other] { " " }({ $file ->
            [photo] with a photo
            [voice] by voice
           *[other] with a video
        }):
    }
    [answer] 💬 { $who } answers{ $file ->
        [none] :
       *[other] { " " }({ $file ->
            [photo] with a photo
            [voice] by voice
           *[other] with a video
        }):
    }
    [where] 📮 { $who } says where it belongs:
    [why] 📮 { $who } says why:
   *[note] 📝 { $who }{ $file ->
        [none] :
       *[other] { " " }({ $file ->
            [photo] with a photo
            [voice] by voice
           *[other] with a video
        }):
    }
}
ticket-ask-what = What would you like to ask the reporter? A line or a voice message.
ticket-asked-answer = Asked. It goes on by itself as soon as they answer.
ticket-answer = 💬 Answer
ticket-answer-what = What is your answer? A line, a photo or a voice message.
ticket-answer-thanks = Thank you, whoever handles it knows.
ticket-reporter-away = Nothing reaches the reporter just now. Please knock at the door, or let it wait.
ticket-hand-back-only = Only a head or the property manager hands it on. If you cannot do it, give it back.
ticket-hand-yourself = You have this one already.
ticket-hand-away = { $who } cannot be reached just now. Please choose somebody else, or keep it for now.
ticket-handed-answer = { $who } has it now. You can see here how it goes.
ticket-recalled-answer = All right, it is yours again.
ticket-to-outside = 🏢 Outside firm
ticket-to-repairer = 🔗 A repairer
ticket-repairer = repairer
ticket-hour-what = Which day, at what hour? For example: tomorrow 3pm.
ticket-hour-unclear = I do not see which hour. “tomorrow 3pm” will do.
ticket-visit-enough = { $most } times at most. Tap one of them to take it off.
ticket-visit-far = That is too far ahead. Please stay within a month.
ticket-visit-none = Please choose a time first.
ticket-visit-send = 📨 Let them pick one
ticket-visit-gone = That time is not on offer any more. Please look at the newest ones.
ticket-offered-answer = Asked. I will tell you which one they pick.
ticket-agreed-answer = Agreed. I will remind you an hour before.
ticket-visit-asked = { $side ->
    [owner] 📅 Asked. Once the neighbour has picked a time you will see the flat.
   *[reporter] 📅 When does it suit you? Pick one; only then whoever comes sees your flat.
}
ticket-visit-agreed = 📅 The visit is agreed: { $at }.
ticket-flat = { $home ->
    [none] 🚪 The flat is not on record. Please ask with 💬.
   *[other] 🚪 { $home }
}
ticket-visit-other = Another time
ticket-visit-no-time = None of these
ticket-unvisit-answer = All right, that time is off, and the other side knows.
ticket-when-else = When would it suit you? Write a line for whoever comes.
ticket-charge-what = How many yuan, and what for?
ticket-charge-example = For example: 80 yuan, a new tap.
ticket-charge-how = Say how many yuan and what for, like: 80 yuan, a new tap.
ticket-charge-much = That sum or reason does not fit. Keep the reason under { $most } characters.
ticket-charge-waits = The neighbour has not agreed to the price yet. If it is free after all, tap “No charge” under “More”.
ticket-charge-gone = This price has been answered. Please look at the newest.
ticket-charged-answer = Asked. Please do not begin before they agree.
ticket-charge = { $answer ->
    [yes] 💰 { $yuan } yuan: { $what }. The neighbour agreed.
    [no] 💰 { $yuan } yuan: { $what }. The neighbour did not agree.
   *[none] 💰 It would cost { $yuan } yuan: { $what }. Do you agree?
}
ticket-charge-by-hand = Pay in person; money never goes through me. Without a yes nobody begins.
ticket-pay-yes = ✅ I agree
ticket-pay-no = I do not
ticket-pay-answer = { $said ->
    [yes] Good, they know that you agree.
   *[no] All right, they know that you do not.
}
ticket-uncharged-answer = All right, no charge. The neighbour knows.
ticket-outside = { $phone ->
    [none] 🏢 Outside firm: { $name }
   *[other] 🏢 { $name } { $phone }
}
ticket-other-firm = Another firm
ticket-merge-what = The same as which number?
ticket-merge-how = Just the number, like: 12.
ticket-merge-number = ✍️ Its number
ticket-merge-over = That one is over. Please choose one that is still open.
ticket-merge-private = That one is inside somebody’s home. It cannot take this one in.
ticket-merged-answer = It is part of no. { $number } now. Those who waited go on there.
ticket-elsewhere-what = Where does it belong? A line; a phone number helps.
ticket-give-up-what = Why can it not be fixed? A line for the neighbour.
ticket-why-empty = Please write a line, so that the neighbour understands.
ticket-because-answer = Those who wait have been told. If it was a slip, you can take it back for a day.
ticket-on-spot = ✅ Seen to already
ticket-on-spot-answer = Thank you. Noted: seen, and seen to.
ticket-on-spot-show = If it is no trouble, a photo of how it looks now.
ticket-became = { $form ->
    [ask] 🙋 The neighbours have been asked to help.
   *[other] 📋 Everybody has been asked to discuss it.
}
ticket-circle = 👥 “{ $name }” sees to it.
ticket-to-circle = 👥 { $name }
ticket-turn-company = There is a property manager here. Please hand it to them.
ticket-turn-not = The neighbours cannot be asked here: there is no group, or the words do not say what it is.
ticket-turned-already = The neighbours have been asked already.
ticket-turned-answer = The reporter has the draft. It goes out when they say yes.
repairer-link = Send this link to the repairer. It opens this ticket for them, works once and lasts { $days } days:
repairer-link-void = Cancel this link
repairer-void-answer = Cancelled. It opens nothing any more.
repairer-link-over = This link has been used or is too old. Please ask whoever sent it for a new one.
repairer-yourself = This link is for the repairer. Please pass it on.
repairer-came = { $number ->
    [0] 🔧 { $name } is here as a repairer. You can hand tickets on to them.
   *[other] 🔧 { $name } is here as a repairer and has no. { $number }.
}
repairer-self = 🔧 You repair for { $place } now. Work comes to this chat; you see only what was given to you.
repairer-over = You do not repair for { $place } any more. Thank you for your work.
repairer-leave = I stop repairing
repairer-ended-answer = No more work comes; what was in hand has gone back.
repairer-about = 🔧 Repairer, { $place }
repairer-remove = 🔧 { $name }: remove
repairer-not-yours = This button is for the repairer and those who answer for this place.
repairer-is-open = This repairer is still here.
repairer-is-ended = This repairer is not here any more.
become-ask = 🙋 Ask neighbours

firms = 🏢 Outside firms
firms-none = None yet. Lift service, water, gas: write one down, and it is one tap away when you wait for them.
firms-repairers = 🔧 Below: the repairers who come here.
firm-add = ＋ Add a firm
firm-what = Which firm, and what number?
firm-example = For example: Lift service 13800000000.
firm-change-what = What should the name and number be? One of the two changes only that.
firm-how = Write the name and the number, like: Lift service 13800000000.
firm-too-long = The name is too long. Keep it under { $most } characters.
firm-too-many = There are { $most } already. Please remove some first.
firm-not-yours = Heads and the property manager keep the outside firms.
firm-is-open = This firm is still there.
firm-no-phone = No number yet.
firm-copy = 📋 Copy the number
firm-any = Anything
firm-work = For: { $work }
firm-work-what = What kind of thing do they do?
firm-change = ✏️ Change
firm-what-for = 🏷 What for
firm-end = Remove
firm-gone = Removed: { $name }
firm-list = 🏢 All of them
command-firms = Outside firms and repairers
