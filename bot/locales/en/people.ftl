# People: hello, help, mine, to do, language, steward

start-hello = Hello { $name }, I am Linli.
start-home = Your home: { $home }
start-what = Need something? Tap 🙋 Ask below.
    I ask in the group and tell you as soon as somebody has it.
    The group reads your building and the thing; never your flat, phone or illness.
start-what-simple = Need something? Tap 🙋 Ask below.
start-waiting = { $count ->
    [one] One thing waits for you, see below.
   *[other] { $count } things wait for you, see below.
}
start-in-private = Hello, I am Linli. Tap below to talk in private.
open-private = Open private chat
open-private-please = Tap below and we talk in private.

key-ask = 🙋 Ask
key-mine = 📋 Mine
key-help = ❓ Help
key-todo = 📌 To do
keys-new = The big buttons below are all you need.
keys-changed = The big buttons below have changed. Have a look.

help-title = How it works:
help-key-ask = 🙋 Ask: you need something, I ask in the group
help-key-mine = 📋 Mine: your home, what you asked for and took
help-key-help = ❓ Help: read this again
help-key-todo = 📌 To do: what waits for you; I say so once each morning
help-more = Typing works, too: need ibuprofen
    No sound at night: quiet 22:00 to 7:00
    Fewer buttons: simple
    🌐 Language · 换语言：/language
help-ask-steward = Lost? Ask { $who }, who keeps me running, or let a neighbour tap for you.
help-ask-nearby = Lost? Let a neighbour nearby tap for you.
help-group = You need something? Send: /need@{ $bot } ibuprofen
    You have it? Tap “I have it” under the message
    Just name the thing; no need to mention an illness

only-in-private = Let us do this in private.
mine-of = 🤝 This is { $who }'s
mine-here = You here
mine-title = You have { $count } going on
mine-empty = Nothing is waiting for you.
mine-empty-try = If you need something, tap below.

todo-title = { $count ->
    [one] One thing waits for you
   *[other] { $count } things wait for you
}
todo-empty = Nothing for you to do today. Have a rest.
todo-morning = { $count ->
    [one] Good morning. One thing waits for you.
   *[other] Good morning. { $count } things wait for you.
}
todo-of-aid = { $count ->
    [one] one plea
   *[other] { $count } pleas
}
todo-of-danger = { $count ->
    [one] one alarm
   *[other] { $count } alarms
}
todo-of-joining = { $count ->
    [one] one home to confirm
   *[other] { $count } homes to confirm
}
todo-of-notices = { $count ->
    [one] one notice
   *[other] { $count } notices
}
todo-of-offers = { $count ->
    [one] one wish for a thing
   *[other] { $count } wishes for things
}
todo-of-offices = { $count ->
    [one] one matter of office
   *[other] { $count } matters of office
}
todo-of-relays = { $count ->
    [one] one talk
   *[other] { $count } talks
}
todo-of-rooms = { $count ->
    [one] one group
   *[other] { $count } groups
}
todo-of-tickets = { $count ->
    [one] one repair
   *[other] { $count } repairs
}
todo-of-wishes = { $count ->
    [one] one small wish
   *[other] { $count } small wishes
}
todo-see = 📌 Have a look

language-which = Which language? · 用哪种语言？
language-name = English
language-set = Fine, English from now on.
language-group-how = Send /language@{ $bot } zh or /language@{ $bot } en
steward-only = Only the steward can change this.

plain-what = Shall I ask your neighbours, or show you who answers here? If neither, that's fine.
plain-media = Got it; nobody sees it yet. What is it about?
    Tap Ask, and the group learns only that somebody needs a hand. Whoever helps can hear or see it.
plain-never-mind = Not now
plain-nothing = I cannot read this. Please type a line, e.g. /need ibuprofen

claim-done = Done: you are the steward of “{ $community }”.
claim-next = Next: add me to your neighbours' group.
claim-too-old = This link is more than a day old. Please run linli claim on the server once more.
claim-used = This link has been used. Please run linli claim on the server once more.

person-blocked = I cannot do anything for you at the moment. If that is wrong, please talk to the steward.
person-retired = Your registration has ended, so I do nothing here for now. To come back, please talk to the steward.

command-me = What I have going on
command-todo = What waits for me
command-settings = Settings
command-quiet = Hours without a sound
command-simple = Fewer buttons, shorter words
command-language = Change the language
command-help = How it works
command-welcome = Words for new neighbours

welcome-title = 🏡 Welcome, neighbour!
welcome-skills = Good at something, and happy to lend a hand? You may tell me; you need not.
welcome-now = New neighbours read now:
welcome-how = What should new neighbours read? Just send it, up to 1000 characters.
    For example: rubbish goes down before 7 each morning.
    For English, begin a new line with en: and write on.
    Send “delete” to say nothing.
welcome-set = Done. New neighbours will read:
welcome-gone = Fine, nothing will be said.
welcome-back = ↩️ As it was before
welcome-too-long = That is too long; please keep it within { $most } characters.
welcome-not-yours = Only the steward writes this.
