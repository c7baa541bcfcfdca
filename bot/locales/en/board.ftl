# The board: the pinned message of a group

board-title = 📌 { $place } · Board
board-asks = 🙋 Waiting for help
board-faults = 🔧 Known faults
board-notices = 📢 Notices
board-duty = ☎️ On duty today
board-more = { $count ->
    [one] and 1 more
   *[other] and { $count } more
}
board-empty = All is well today, nothing is waiting.
board-empty-how = Need something? Tap 🙋 Ask below, or send: /need@{ $bot } ibuprofen
board-key-need = 🙋 Ask
board-key-who = ☎️ Who to ask
board-key-me = 📋 Mine
board-is-here = 👆 The board is here
board-none = You are in no group of ours yet, so there is no board.
board-none-how = Ask your building head or a neighbour to add you. If you need something, tap 🙋 Ask now.
board-no-place = Nobody has said yet which place this group belongs to. The steward can settle that; then there will be a board.
board-not-yours = There is no board here yet. Ask your building head or the steward to send /board in this group.
board-not-pinned = I may not pin messages in “{ $room }”, so the board is not pinned. Please give me “Pin messages” in the group's settings and send /board there.
command-board = The board

list-comma = { ", " }
list-title = 📋 A busy hour; the rest is here:
