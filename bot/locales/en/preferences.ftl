# Settings: quiet hours, the night, what need not be told, simple mode

settings-button = ⚙️ Settings
settings-title = ⚙️ Settings
settings-language = 🌐 Language: { $language }
settings-quiet = 🌙 No sound from { $start } to { $end } { $own ->
    [yes] (your own choice)
   *[no] (as everybody here)
}
settings-night = 🔔 You may wake me at night: { $on ->
    [yes] yes
   *[no] no
}
settings-muted = 🔕 { $count ->
    [0] You are told everything
    [one] One kind of news is not told
   *[other] { $count } kinds of news are not told
}
settings-simple = 👓 Simple: { $on ->
    [yes] on
   *[no] off
}
settings-language-button = 🌐 Language
settings-quiet-button = 🌙 No sound from–to
settings-night-button = Wake me at night
settings-mutes-button = 🔕 What not to tell
settings-simple-button = Simple
back = ↩️ Back

quiet-since = No sound from when?
quiet-what = What comes in those hours is told in the morning.
quiet-until = No sound from { $start }. Until when?
quiet-usual-button = As all here { $start }–{ $end }
quiet-set = Noted: no sound from { $start } to { $end }. I tell you in the morning.
quiet-not-understood = From when to when? I did not get it. For example: quiet 11pm to 6am

night-on = Fine. If a neighbour needs you at night, I ring. To stop that, send: /nonight
night-off = Fine, I do not wake you. Only danger rings.
simple-on = Fine: fewer buttons, shorter words. To go back, send “simple” again.
simple-off = Fine, all the buttons are back.

mutes-title = 🔕 What I need not tell you
mutes-how = ✅ is told, ⬜ is not. Tap to change.
mutes-never = In danger I always tell you.
muted-on = Fine, no longer told: { $what }
muted-off = Fine, told from now on: { $what }
mute-todo-morning = In the morning, what waits
mute-ask-question = Whether I still need it
mute-ask-expired = A plea's time is over
