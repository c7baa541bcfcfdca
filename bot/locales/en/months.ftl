# The evening line, and the month in numbers

month-board = 🌙 Our day
month-evening = { $asked ->
    [0] Nobody new asked today
   *[other] Today: { $asked } asked · { $helped } helped · { $waiting } still waiting
}
month-earlier = { $places ->
    [none] { " " }· { $count } from earlier days still waiting
   *[other] { " " }· { $count } from earlier days still waiting ({ $places })
}
month-title = { $sofar ->
    [yes] 🌱 { $place } · { $month ->
         [1] January
         [2] February
         [3] March
         [4] April
         [5] May
         [6] June
         [7] July
         [8] August
         [9] September
         [10] October
         [11] November
        *[12] December
    } { $year }, so far
   *[no] 🌱 { $place } · { $month ->
         [1] January
         [2] February
         [3] March
         [4] April
         [5] May
         [6] June
         [7] July
         [8] August
         [9] September
         [10] October
         [11] November
        *[12] December
    } { $year }, how we were
}
month-empty = There is nothing to count in this month yet.
month-asked = { $few ->
    [yes] A few pleas
   *[no] { $count } pleas
}
month-helped = { $few ->
    [yes] A few were helped by a neighbour
   *[no] { $count } were helped by a neighbour
}
month-first-hand = { $hours ->
    [0] { $minutes } min: within that half of them had a helping hand
   *[other] { $hours } h { $minutes } min: within that half of them had a helping hand
}
month-wishes = { $few ->
    [yes] A few small wishes came true
   *[no] { $count } small wishes came true
}
month-notices = { $few ->
    [yes] A few notices and faults
   *[no] { $count } notices and faults
}
month-neighbours = { $few ->
    [yes] A few new neighbours
   *[no] { $count } new neighbours
}
month-confirmations = { $few ->
    [yes] A few homes confirmed by the heads
   *[no] { $count } homes confirmed by the heads
}
month-than = { $than ->
    [more] { " " }(more than the month before)
    [fewer] { " " }(fewer than the month before)
    [same] { " " }(as many as the month before)
   *[none] { "" }
}
month-thanks = Thank you to everybody who lent a hand.
month-post = 📤 Post to the group
month-post-to = 📤 To “{ $room }”
month-before = ‹ Month before
month-after = Month after ›
month-posted = Posted to “{ $room }”.
month-posted-already = This group has had this month already.
month-no-group = I cannot write to this group now. Please choose another one.
month-not-yours = The month in numbers is for organisers and the community's office. You may ask them: send “who answers”.
month-is-open = This month is still there.
command-month = How our month was
mute-month-told = The month in numbers, on the 1st
