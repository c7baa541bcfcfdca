# Rooms: where they belong, how we are added

command-bind = Which place this group is
command-addgroup = Add me to a group

room-which-asked = Whoever added me: please tell me which place this group is.
room-say-which = Tell Linli which place
room-in-private = Let us do that in private.
room-add = ➕ Add to a group
room-add-what = Tap the button and choose your group; then I am in.
room-rights = 📌 Pin: keeps the neighbourhood board at the top
    🧹 Delete: when an advertisement is reported and a steward taps so
    ✉️ Invite: lets people in when a building head taps so
room-add-without = You can leave any of them out; then I cannot do that one thing.
room-untitled = a group without a name
room-which = Which place is “{ $room }”?
room-which-how = Tap one; if it is not on the list, write its name.
room-whole = ✅ The whole community
room-it-is = ✅ It is { $place }
room-heads = 🎖 The heads' group
room-teams = 👥 A team's group
room-which-team = Whose group is “{ $room }”?
room-which-team-how = Tap one. A team's group has no board, and residents' pleas are not posted there.
room-new-team = ➕ New team: { $name }
room-agree-new-team = There is no such team yet; your yes makes it.
room-write-name = ✏️ Write the name
room-name-it = Write the name of the place, for example: Building 3
room-name-long = Please write the name of a place, at most { $most } characters, for example: Building 3
room-no-flat = A single home has no group of its own. Please write a building or a stair, for example: Building 3
room-not-understood = I do not know what “{ $words }” is. Please write it like this: Building 3, Area 2, 126号院, Center Street
room-belongs = This is the group of { $place }.
room-belongs-nowhere = Nobody has said yet which place this group is.
room-bind-how = To change it, send: /bind@{ $bot } Building 3
room-bind-where = To say which place a group is, send there: /bind Building 3
room-asked = Fine, I am asking the steward.
room-asked-about = “{ $room }”: I asked the steward and will tell you.
room-nobody-agrees = There is no steward who could answer. Please run linli claim on the server first.
room-agree = Is “{ $room }” the group of { $place }?
room-agree-who = { $who } says so.
room-agree-new = { $place } is not in the register yet; your yes adds it.
room-yes = ✅ Yes
room-elsewhere = Another place
room-not-ours = ✖️ Not ours
room-bound = Done: this is the group of { $place }.
room-bound-short = Done: { $place }
room-bound-told = “{ $room }” is the group of { $place }.
room-leaves = This is not one of our groups, so I am leaving. Good day to you all.
room-refused = “{ $room }” is not ours; I have left.
room-speak = English in the group
room-nowhere = not said yet
room-groups = { $count } groups
room-no-groups = I am in no group yet.
room-todo = 👥 Which place “{ $room }” is waits for your yes
room-not-yours = Which place a group is, is said by whoever added me and agreed to by the steward.
room-hello = Hello everybody, I am Linli.
room-hello-try = Need something? Send: /need@{ $bot } ibuprofen. Whoever has it taps once.
room-lost-topic = A topic in “{ $room }” was closed or deleted. From now on messages go to the main topic.
