# Reporting, hiding, blocking

report-button = ⚠️ Report
report-how = If something is wrong, reply to it with /report. Only your heads see it, never that it was you.
report-nothing = I cannot take this one. Reply to a neighbour's own words, or to a thing I posted.
report-why = ⚠️ What is wrong with it?
report-is-private = Only your heads and whoever runs me see this, never that it was you.
report-ads = 📢 Ads or fraud
report-rude = 🤬 Insults
report-private = 🔓 Private matters
report-sales = 💊 Selling
report-other = ✏️ Something else
report-what = What is wrong? One line is enough.
report-in-words = Please type one line.
report-in-private = Let us talk in private.
report-thanks = Thank you. Your heads look at it, and never learn that it was you.
report-too-many = You reported { $most } things today. Come back tomorrow, or ask your building head.

abuse-hidden = Put aside for now; somebody is looking at it.

case-count = { $reason }: { $many }
case-judge-open = ⚠️ Neighbours find something wrong with this
case-judge-hidden = 🙈 Hidden for now
case-judge-objected = ✋ Hidden, its author objects; a steward decides
case-judge-fine = ✅ Looked at, nothing wrong
case-judge-kept = 🙈 Decided: it stays hidden
case-whose = By { $who }
case-message = A message in { $room }
case-gone = (not there any more)
case-hide = 🙈 Hide for now
case-fine = 👌 Nothing wrong
case-unhide = ↩️ Show again
case-keep = Keep hidden
case-delete = 🗑 Delete the message
case-block = 🚧 Block this person
case-object = ✋ I don't agree
case-hidden-answer = Hidden. Its author is told, and may object.
case-fine-answer = All right, nothing wrong.
case-shown-answer = It is shown again.
case-kept-answer = Decided: it stays hidden.
case-deleted-answer = I try to delete it. If I am no admin there I cannot; please delete it by hand.
case-objected-answer = Noted. A steward looks again and you will hear.
case-author-hidden = 🙈 This of yours is hidden for now
case-author-why = Neighbours say: { $reason }
case-author-hidden-next = If that is wrong, tap below and a steward looks again.
case-author-objected-next = You don't agree; that is noted. A steward is looking.
case-author-kept-next = A steward looked; it stays hidden. To ask why, write to them from /privacy.
case-author-fine = ✅ Yours is shown again. Sorry for the trouble.
case-unknown = There is no such matter, or it is not for you to see.
case-about-you = This is about yourself; somebody else looks at it.
case-not-ours = I cannot hide other people's messages, only delete them.
case-not-yours = This is for a steward to decide.
case-is-yours = This is your own; no need to report it. Withdraw it if you don't want it.
case-is-open = This is open and not hidden.
case-is-hidden = This is hidden already.
case-is-objected = Its author objects; a steward decides.
case-is-fine = This was looked at; nothing wrong.
case-is-kept = This is decided; it stays hidden.

block-not-yours = Only a steward can block somebody.
block-nobody = I don't know this person and cannot block them. They never spoke to me.
block-oneself = You cannot block yourself.
block-steward = They are a steward, too. That office has to end first.
block-how-long = 🚧 Block { $who } for how long?
block-what = I do nothing for them then; they are told, and may object.
block-span = { $span ->
    [day] 1 day
    [week] 7 days
    [month] 30 days
   *[always] For good
}
block-is = 🚧 { $who } is blocked { $until ->
    [none] for good
   *[other] until { $until }
}
block-he-objects = ✋ They object. Please look again.
block-lift = ↩️ Let in again
block-done = Done.
block-lifted = Let in again.
block-you = Please take a rest from me{ $until ->
    [none] { "" }
   *[other] {" "}until { $until }
}. You can still talk in the group; neighbours stay neighbours.
block-why = Because of: { $reason }
block-you-may = If that is wrong, tap below and a steward looks again.
block-you-objected = You don't agree; that is noted. A steward is looking.
block-objected-answer = Noted. A steward looks again.
block-over = ✅ You can use me again. Welcome back.
block-list = 🚧 Blocked people and groups
block-none = Nobody is blocked now.
block-how = To block somebody, reply to a message of theirs in a group with /block.

roomblock-ask = 🤫 { $room }: shall I be silent there?
roomblock-what = Everything there is kept; I can speak again any time.
roomblock-quiet = 🤫 Be silent
roomblock-leave = 🚪 Leave the group
roomblock-is = 🤫 I am silent in { $room }.
roomblock-speak = ↩️ Speak again
roomblock-silent = I do nothing in this group any more. Write to me in private.

keep-reports = Who reported: { $days } days; people see numbers only
keep-cases = What was reported: { $days } days after it was decided
keep-kept-away = Who left while blocked: { $days } days, a mark that names nobody

command-report = Report: reply to the message
command-block = Block a person or a group
