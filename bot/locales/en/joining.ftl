# Coming home: joining, the code at the door, the head's word, my home, into the group

command-join = Join: where I live
command-home = My home
command-confirm = Neighbours waiting for my word
command-codes = Print door codes
command-invite = The group's invitation

and = {" and "}
join-role = { $role ->
    [owner] owner
    [family] owner's family
    [tenant] tenant
    [works_here] works here
    [shop] runs a shop
    [partner] partner organisation
   *[other] neighbour
}
join-i-am = { $role ->
    [owner] I own it
    [family] Owner's family
    [tenant] I rent it
    [works_here] I work here
    [shop] I run a shop
   *[partner] Partner
}

newcomer-hello = Do you live here? Tap who you are.
newcomer-hello-how = Then your neighbours and your building head can find you. If it is urgent, tap 🙋 Ask first; joining can wait.

join-who = Who are you?
join-door = Hello! This is the door of { $place }.
join-door-who = Who are you? One tap and you are home.
join-code-used = The code of this door was used, or is too old. Never mind: tap who you are, and I ask the head to confirm.
join-door-known = This home has people in the register without a phone. Are you one of them?
join-claim = I am { $name }
join-claim-none = None of them
join-where = Which door is yours ({ $role })?
join-where-how = Tap below, type it (3-2-501), or say it in a voice message.
join-where-type = Type it, for example 3-2-501, or say it in a voice message.
join-where-number = There are no doors here yet. Just send the number, for example 501.
join-where-work = Where do you work?
join-work-line = { $role ->
    [shop] What shop? One line is enough.
    [partner] Which organisation? One line is enough.
   *[other] What do you do? One line is enough.
}
join-work-line-how = For example: guard, east gate. A voice message is fine, and you may leave it out.
join-work-send = Leave it out
join-line-please = Please type a line or send a voice message.
join-role-first = First tap who you are: owner, owner's family or tenant.
join-too-long = That is too long. Please use at most { $most } characters, for example: 3-2-501
join-not-in-register = This door is not in the register yet:
join-not-in-register-how = A slip? Just type it again. If it is right, I pass it on as it is and the building head adds it.
join-send-so = ✅ It is right, pass it on
join-by-pad = Choose by tapping
join-drop = Not now
join-change = ✏️ Change it
join-see = See the request
join-look = Look
join-spoken = 🎙 a voice message

join-waiting = Got it. Somebody has to confirm it.
join-waiting-for = It is with { $who }. Without an answer in { $days } days I go one level up.
join-waiting-nobody = Nobody answers for this place yet. I keep your request and ask as soon as somebody does. If it is urgent, just ask for help.
join-press-start = To hear from me, please tap /start
join-home = ✅ Welcome home. You have joined.
join-your-head = 👋 For anything here, turn to { $who }.
join-withdrawn = Fine, nothing is registered. Whenever you like, tap below.
join-anew = 🏠 Join again
join-draft-gone = This page is too old. To join, send /join.
join-gone = This registration is gone; nothing is left for you to do.
join-refused = { $reason ->
    [elsewhere] Not this time: the head says that you do not live here.
    [door] Not this time: the door seems to be wrong.
    [stranger] Not this time: the head does not know you yet.
   *[other] Not this time.
}
join-refused-said = They wrote:
join-refused-how = Never mind: correct the door, ask once more later, or ask one level up. A word in person is quickest.
join-correct-door = ✏️ Correct the door
join-ask-again = Ask again
join-ask-up = Ask one level up
join-sent-again = Asked again. I tell you as soon as there is an answer.
join-climbed = Nobody answered about { $place } for { $days } days, so I asked one level up.
join-nobody-above = I asked everybody who could answer about { $place }, without an answer yet. I remind them every { $days } days; a word in person helps, too.
join-mine = ⏳ Waiting to be confirmed: { $place }

join-asks = 🏠 A neighbour wants to join:
by-whom-asks = (asked for by { $who })
join-needs-door = This door is not in the register. Please add it or choose one.
join-yes = ✅ I know them
join-no = ✖️ I don't…
join-more = More
join-pick = 🚪 Choose the door
join-add = ✅ Add { $door }
join-as-said = { $building }栋{ $stair }{ $door }
join-stair = { $stair }单元
join-same = ✅ Is { $name } of the list
join-which-door = Which door? Your tap there confirms.
join-which-building = Several buildings are called that. Please choose by tapping.
join-why-not = Why not? Tap one, and I tell them kindly:
join-reason = { $reason ->
    [elsewhere] Doesn't live here
    [door] The door is wrong
    [stranger] I don't know them
   *[other] Something else…
}
join-reason-which = Write a line for them to read:
join-refused-answer = Fine, I told them.
join-confirmed-answer = Confirmed, thank you.
join-answered = { $state ->
    [confirmed] ✅ Confirmed by { $by }.
    [refused] ✖️ { $by } said no.
    [code] ✅ The code at the door has done it; nothing is left for you to tap.
    [undone] ↩️ { $by } took the confirmation back.
   *[other] They withdrew it.
}
join-list = { $count } { $count ->
    [one] neighbour waits
   *[other] neighbours wait
} for your word
join-list-how = Tap ✅ beside a name to take it out.
join-list-apart = ▫️ need a look of their own.
join-list-left = { $count } more after these.
join-list-empty = Nobody is waiting for your word.
join-list-empty-how = I tell you when somebody joins. Send /codes to print codes for the doors: one scan, and people are home.
join-list-changed = The list has just changed. Please look once more.
join-all = I know all { $count } ✅
join-all-confirmed = { $count } confirmed, thank you.
join-weekly = { $count } waiting to be confirmed
join-todo = 🏠 { $who } says: { $place } ({ $role })

join-unknown = I did not find this request. Send /join to begin again, or /confirm for the list.
join-only-heads = This is for building, stair and neighbour heads. To join yourself, send /join.
join-already = You have { $place } already. Send /home to see it.
join-too-many = { $most } requests of yours are waiting. Please wait a little, or withdraw one.
join-asked-enough = I asked several times. Please have a word with the building head, who can register you.
join-is-yours = Somebody else has to confirm your own request.
join-not-yours = This button is for whoever joins, or for the head of this place.
join-is-draft = This has not been passed on yet.
join-is-waiting = This is with the building head already.
join-is-confirmed = This has been confirmed already.
join-is-refused = This was not confirmed. Please join once more.
join-is-withdrawn = They have withdrawn this.
join-is-undone = This confirmation was taken back.

home-key = 🏠 My home
home-key-theirs = 🏠 See the home
home-title = 🏠 { $place }
home-empty = Nobody is registered here now.
home-speaks = speaks for the home
home-no-phone = no phone
home-nobody-speaks = Nobody speaks for your home yet. Where a home has one voice, this person gives it.
home-i-speak = 🙋 I speak for us
home-let-speak = Let them speak for us
home-speaks-answer = Fine, noted.
home-somebody-speaks = Somebody speaks for your home already. They can hand it to you by tapping your name; or ask the head.
home-speaks-for-oneself = They have to tap it themselves under /home, or the head sets it.
home-i-left = 🚚 I have moved out
home-left = Fine, you have moved out of { $place } and your name is off the list. All the best in your new home.
home-left-undo = A slip? Until { $until } it can be taken back.
home-left-long-ago = That was more than a day ago. Please join once more.
home-undo = ↩️ A slip, I still live here
home-not-here = They are not in this home any more.
home-not-yours-now = This home is not yours to see any more.
home-unknown = I don't know them
home-take-back = ↩️ Take back
home-died = 🕯 Has died
home-back-to = ‹ The home
home-not-shown = This is not your home, nor a place you answer for. To join, send /join.
home-which = Please name one door, for example: /home 3-2-501
home-is-you = That is you. To move out, tap “I have moved out”.
home-is-living = This home is still there.
home-not-yours = This is not your home, nor a place you answer for.
home-newcomer = { $by ->
    [code] Somebody joined your home with the code at the door: { $who } ({ $role }).
   *[head] Somebody joined your home, and the head confirmed it: { $who } ({ $role }).
}
home-newcomer-how = Not one of yours?
home-no-newcomer = They are not in your home any more.
home-doubt-answer = Thank you. I ask the head to look at it.
home-nobody-answers = Noted. There is no head here yet; I ask as soon as there is one.
home-gone-answer = Thank you for telling me. I ask the head to take the name off gently.
home-taken-back-answer = Taken back; I told them kindly.
home-taken-back = Your place in { $place } was taken back; perhaps it was the wrong door.
home-taken-back-how = What you opened stays yours. If this is a mistake, join once more or have a word with the head.
home-about = 🏠 { $place } · { $role }

matter-asks = { $kind ->
    [unknown] { $by } does not know { $who }, who is registered in this home.
    [gone] { $by } says that { $who } has died.
   *[same] { $who } came home with the door's code and says they are { $other } of the register.
}
matter-yes = { $kind ->
    [unknown] ↩️ Take back
    [gone] 🕯 Take the name off
   *[same] ✅ The same person
}
matter-no = { $kind ->
    [unknown] I know them, keep
    [gone] No, still with us
   *[same] Two people
}
matter-over = { $kind ->
    [unknown] { $state ->
        [done] ↩️ Taken back; they were told kindly.
       *[kept] ✅ Known, kept.
    }
    [gone] { $state ->
        [done] 🕯 We remember this neighbour. The name was taken off the lists gently; nothing will be sent.
       *[kept] The name stays on the lists.
    }
   *[same] { $state ->
        [done] ✅ They are one now.
       *[kept] They stay two.
    }
}
matter-put-back = ↩️ A mistake, put back
matter-climbed = Nobody has looked at what you said about { $place } for { $days } days, so I have asked one level up.
join-handed-over = Your registration at { $place } is with { $who } now.
matter-handed-over = What you said about { $place } is with { $who } now.
matter-answered = { $kind ->
    [unknown] { $state ->
        [done] The head had a look: { $who } is not registered in your home any more.
       *[kept] The head had a look and knows { $who }. If that is wrong, please have a word in person.
    }
   *[same] { $state ->
        [done] The head had a look: the one in the register is you.
       *[kept] The head had a look: the one in the register is somebody else. You stay registered.
    }
}
matter-unknown = I did not find this; perhaps it is settled. Send /todo to see.
matter-is-open = This is not settled yet.
matter-is-done = This is settled already.
matter-is-kept = This has been looked at already.
matter-not-yours = That is for the head of this place.
matter-not-one = The one in the register has changed. Please look at the home once more.

codes-which = Door codes of which building?
codes-title = 🚪 Door codes of { $place }
codes-state = { $doors } doors · { $open } with a good code · { $used } used · { $expired } too old
codes-no-doors = There are no doors here yet. Come back when there are.
codes-how = Print, cut, and put one at each door. One scan and two taps, and people are home. Good for { $days } days, once.
codes-print = 🖨 Print the codes
codes-anew = ♻️ All anew, old ones void
codes-others = ‹ Other buildings
codes-coming = I am drawing them; they come in a moment.
codes-caption = Print on A4 and cut along the dashes.
codes-caption-how = A code is like a key: put it at its door, never into a group.
codes-sheet-how = Scan, tap twice, you are home
codes-sheet-until = until
codes-file = Door codes { $place }
codes-only-heads = Building and stair heads and social workers print door codes. To join, send /join.
codes-not-yours = You do not answer for this place. Please choose one of yours.
codes-is-open = These codes are still good.

grouplink-make = 🔗 Make a link
grouplink-none = There is no invitation yet.
grouplink-link = The invitation; whoever opens it asks to join:
grouplink-link-how = I ask where they live; you tap “I know them”, and they are in the group and in the register.
grouplink-file = invitation
grouplink-no-group = No group belongs to a place you answer for. Add me to one, tell me where it belongs, and come back.
grouplink-no-rights = I may not invite people to “{ $room }” yet. Please make me an admin there with “Invite users”, then send /invite again.
grouplink-elsewhere = { $who } asks to join “{ $room }” and is registered elsewhere. Whether to let them in is yours to say: one tap in the group.
grouplink-not-let-in = I could not answer { $who }, who asks to join “{ $room }”. Please do it in the group, and make me an admin there with “Invite users”.
grouplink-not-yours = You do not answer for this group.
grouplink-is-open = There is a link already.

keep-join = Requests to join that were refused or withdrawn: { $days } days, so that you can go on with them
codes-button = 🚪 Door codes
grouplink-button = 🔗 Group link
confirms-button = 🏠 Who waits for me
