# The steward: a card a week, a word at once when something is wrong, the search for a second

week-title = { $count ->
    [0] All well this week: { $numbers }
    [one] One thing to look at this week: { $numbers }
   *[other] { $count } things to look at this week: { $numbers }
}
week-between = { ", " }
week-snapshots = backups { $made }/{ $nights }
week-outage = away { $minutes } min
week-not-snapshots = { $missing ->
    [one] One backup is missing.
   *[other] { $missing } backups are missing.
} Please run linli check on the server, and look at the disk and the backup folder.
week-not-outage = That is long. Please see whether the server lost power or its network, or the proxy failed.
week-not-waiting = A message has waited for { $minutes } minutes. Please run linli check on the server: can Telegram be reached?
week-not-parked = { $parked ->
    [one] One thing
   *[other] { $parked } things
} failed by my fault. Please run make upgrade for a newer version, and hand the log to the developers.

trouble-title = { $count ->
    [one] One thing needs you
   *[other] { $count } things need you
}
trouble-database = For { $number } min I could save nothing; it works again.
    What was sent then still waits at Telegram, and I am catching up. Please run linli check on the server and look at the disk.
trouble-disk = Only { $number } MB of the disk are left.
    Please make room; when it is full, nothing can be saved.
trouble-snapshot-old = No new backup for { $number } hours.
    Please run linli backup on the server, then linli check.
trouble-snapshot-failed = Last night's backup failed.
    Please run linli check on the server, then linli backup.
trouble-parked = { $number ->
    [one] One thing
   *[other] { $number } things
} failed by my fault.
    Please run make upgrade for a newer version, and hand the log to the developers.
trouble-conflict = Another program uses my token and takes messages away.
    Please stop it; if you cannot find it, get a new token from @BotFather (/revoke).
trouble-room-gone = I can no longer speak in the group “{ $room }”: removed, perhaps, or muted.
    Please ask an admin of that group to add me again.
trouble-room-rights = The group “{ $room }” took admin rights away from me.
    Without them the board may not stay pinned. An admin can give them back; linli check says which.

second-steward = Please look for a second steward.
second-steward-how = You are the only one. When you travel or change your phone, somebody should be able to carry on.
    Send an invitation: /appoint, and choose “steward”.
