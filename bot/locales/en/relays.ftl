# A few words through me: two neighbours, no number shown, not a word kept

command-bye = End the conversation
relay-button = 💬 Talk with them
keep-relays = Who talked with whom through me: { $days } days. What they said is never kept

relay-asked = 💬 { $who } would like a few words with you through me.
relay-asked-back = 💬 { $who } has time now. Shall we begin?
relay-about = About: { $what }
relay-what = What you type and the photos and voice messages you send go to the other one. No number is shown, and I keep not a word.
relay-never = Neighbours never ask for money, passwords or codes here.
relay-yes = Yes, let’s talk
relay-not-now = Not now
relay-waiting = 💬 I have asked { $who }.
relay-waiting-how = As soon as they tap yes you can talk, and I will tell you. If nobody answers, you hear so in 2 hours.
relay-cancel = Stop waiting
relay-open = 💬 You are talking with { $who }
relay-open-how =
    Just type, or send a photo, a voice message or a place: I pass it on.
    I say nothing when it arrives; if something does not, I tell you at once.
relay-leave = When you are done, tap below or type: bye
relay-done = We are done
relay-says = { $who }:{" "}
relay-photo-careful = (If there is a payment or QR code in it, please do not scan it.)

relay-one-at-a-time = { $state ->
    [open] You are talking with { $now }; one conversation at a time.
   *[other] You are waiting for { $now }; one conversation at a time.
} End that one and talk with { $then }?
relay-end-and-switch = End it and switch
relay-go-on = No, stay here

relay-held = { $why ->
    [card] I did not pass this on: it holds a long number, like a card’s.
    [link] I did not pass this on: it holds a link.
   *[payment] I did not pass this on: it speaks of payment, passwords or the like.
} Put it another way and send it again.
relay-held-told = { $why ->
    [card] ⚠️ { $who } sent something with a long number, like a card’s. I did not pass it on.
    [link] ⚠️ { $who } sent something with a link. I did not pass it on.
   *[payment] ⚠️ { $who } sent something about payment, passwords or the like. I did not pass it on.
} If it feels wrong, tap “We are done” or “Report”.
relay-contact-held = There is a phone number or an account in this, so I have not passed it on yet. Shall { $who } see it?
relay-show-contact = Show them my number
relay-contact-shown = They can see it now.
relay-edits = I do not pass on what you change afterwards. To correct something, send it again.
relay-lost = ❗ Your last message did not reach { $who }.
relay-not-passed = Your last message was not passed on: this conversation is over.

relay-ended-done = { $mine ->
    [yes] 💬 You are done talking with { $who }. I have not kept a word.
   *[no] 💬 { $who } has said goodbye. I have not kept a word.
}
relay-ended-cancelled = { $mine ->
    [yes] 💬 You are not waiting for { $who } any more.
   *[no] 💬 { $who } is not waiting any more; nothing to do.
}
relay-ended-declined = { $mine ->
    [yes] 💬 All right, I tell { $who } that now is not a good time.
   *[no] 💬 { $who } cannot talk now. You can ask again in half an hour.
}
relay-ended-unanswered = 💬 { $who } has not answered so far.
relay-ended-over = 💬 Your talk with { $who } ends here.
relay-ended-silent = 💬 It was quiet for 2 hours, so I have ended your talk with { $who }.
relay-ended-unreachable = 💬 My messages do not reach { $who } now, so this ends here.
relay-ended-held = 💬 There was too much that I could not pass on, so your talk with { $who } ends here. If it looks like a fraud, tap Report.
relay-way-on = If there is more, ask the neighbours again or tap ☎️ Who answers.
relay-ended-answer = Done.
relay-declined-answer = All right, I will tell them.
relay-nothing-kept = Two neighbours talked through me. I keep not a word, so I cannot show what was said; please ask who reported it.
relay-line = { $state ->
    [open] 💬 Talking with { $who }
    [asked] 💬 { $who } would like a few words
   *[waiting] 💬 Waiting for { $who }
}
relay-see = 💬 { $who }

relay-none = You are not talking with anybody through me now.
relay-unknown = That conversation is no more. To talk with a neighbour, tap 💬 Talk with them on the plea.
relay-no-more = That is settled by now, or somebody else has it. Tap 📋 Mine to see how things are.
relay-is-open = You are talking already; just type.
relay-is-ended = This conversation is over. To talk again, tap 💬 Talk with them on the plea.
relay-not-yours = That is between two other neighbours.
relay-other-busy = { $who } is talking with another neighbour. Try again in a few minutes.
relay-unreachable = My messages do not reach { $who } now. Please ask them in the group to open me and press Start.
relay-too-many = You have asked { $most } times today; tomorrow again. If it is urgent, tap ☎️ Who answers.
relay-apart = You two cannot talk through me for now. If you need something, tap ☎️ Who answers and ask the head of your building.
relay-just-declined = They have just said that now is not a good time. Ask again in half an hour.
relay-just-held = There was too much just now that I could not pass on. Try again in half an hour, without payment or passwords.
relay-too-long = That is too long and was not passed on: { $most } characters at most. Please send it in two parts.
relay-only-these = I do not pass this on; it might do harm. Text, photos, voice, video, stickers and places are fine.
relay-contact-alone = There is a number or an account in it, so it was not passed on. Send the number alone, as text, and I will ask you first.
