# People: hello, mine, language, steward

start-hello = Hello { $name }, I am Linli.
start-what = Need something? Tap 🙋 Ask below.
    I ask in the group and tell you as soon as somebody has it.
    The group reads your building and the thing; never your flat, phone or illness.
start-in-private = Hello, I am Linli. Tap below to talk in private.
open-private = Open private chat

key-ask = 🙋 Ask
key-mine = 📋 Mine
key-help = ❓ Help

help-title = How it works:
help-private = 🙋 Ask: you need something, I ask in the group
    📋 Mine: what you asked for and what you took
    You can also just send me: need ibuprofen
    🌐 Language · 换语言：/language
help-group = You need something? Send: /need@{ $bot } ibuprofen
    You have it? Tap “I have it” under the message
    Just name the thing; no need to mention an illness

only-in-private = Let us do this in private.
mine-title = You have { $count } going on
mine-empty = Nothing is waiting for you.
mine-empty-try = If you need something, tap below.

language-which = Which language? · 用哪种语言？
language-name = English
language-set = Fine, English from now on.
language-group-how = Send /language@{ $bot } zh or /language@{ $bot } en
steward-only = Only the steward can change this.

plain-what = Shall I ask your neighbours? If not, that's fine.
plain-never-mind = Not now
plain-no-words = I cannot read photos or voice yet. Please type a line, e.g. /need ibuprofen

claim-done = Done: you are the steward of “{ $community }”.
claim-next = Next: add me to your neighbours' group.
claim-too-old = This link is more than a day old. Please run linli claim on the server once more.
claim-used = This link has been used. Please run linli claim on the server once more.

open-private-please = Tap below and we talk in private.
