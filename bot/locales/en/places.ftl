# Places: buildings from one line

command-build = Describe buildings: stairs, floors, doors

build-in-private = Let us do that in private.
build-how = Which buildings are there? One a line, or several at once; type them here or send a .txt file:
build-examples = building 3, 2 stairs, 18 floors, 4 per floor
    buildings 5-12, 3 stairs, 6 floors, 2 per floor
    neighbours Spring: 3-1-101, 3-1-102, 3-2-101
build-empty = Please describe a building, for example: building 3, 2 stairs, 18 floors, 4 per floor
build-not-understood = I did not understand this line:
    { $line }
    Please write it like this: building 3, 2 stairs, 18 floors, 4 per floor
build-too-many-lines = At most { $most } lines at a time, please.
build-too-large = At most { $most } homes at a time, please.
build-too-long = That is too long; at most { $most } characters at a time, please.
build-group-unknown = I did not find every door of “{ $name }”. Build the houses first, then send: neighbours { $name }: 3-1-101, 3-1-102

build-seen = Places in the register
build-count = { $kind ->
    [estate] Estates and courtyards: { $many }
    [area] Areas: { $many }
    [building] Buildings: { $many }
    [stair] Stairs: { $many }
    [neighbours] Neighbours' groups: { $many }
   *[dwelling] Homes: { $many }
}
build-nothing-yet = No buildings yet.
build-preview = This would be built:
build-block = { $building } · { $stairs ->
    [0] no stairs
    [one] { $stairs } stair
   *[other] { $stairs } stairs
} · floors { $first } to { $last } · { $doors } per floor · { $many } homes
build-gathering = Neighbours' group “{ $name }”, { $many } homes: { $homes }
build-more = { $many } more lines
build-there-stays = What is there already stays as it is.
build-yes = ✅ Build { $many } homes
build-only-one = Only stair { $stair }, { $many } homes
build-drop = Not now
build-done = Built.
build-next = Next: print codes for the doors, ask somebody to be the building head, bring me to the group.
build-codes = 🚪 Door codes
build-undo = ↩️ Take it away again
build-undone = { $many } places taken away; what is in use stays.
build-nothing-kept = This page is too old. Send /build to begin again.
place-not-yours = Building is for the steward. If a building is missing, please tell the steward.
