# Privacy: what is kept, a copy, forgetting, how long

privacy-title = 🔒 Your privacy
privacy-what = I keep: your name, where you live, what you did here.
privacy-why = So that people can be found, and nothing stays unanswered.
privacy-who = Who runs me: { $stewards }, for { $community }.
privacy-read = To be honest: they can open my notebook and read what is in it.
privacy-abroad = What you send also lies on Telegram's servers, abroad.
privacy-nobody = nobody yet
privacy-list-comma = {", "}
privacy-copy = 📄 Give me a copy
privacy-forget = 🙈 Forget me
privacy-consents = ✋ What I agreed to
privacy-keeps = ⏳ How long
privacy-letter = ✉️ Write to them
privacy-report = 📊 Report
privacy-back = ‹ Back
privacy-in-group = Your privacy is between us. Come to the private chat.
privacy-not-for-others = Everybody does this for themselves. Stop acting for somebody first, then come back.

privacy-keeps-title = How long, and why
privacy-keeps-rest = Everything else stays while you live here, and goes at once when you want to be forgotten. The journal of what was done has only numbers, and stays.
privacy-report-title = 📊 What is kept now
privacy-report-line = { $what }: { $rows }{ $oldest ->
    [none] { "" }
   *[other] {" "}since { $oldest }
}
privacy-report-night = Let go { $at }:
privacy-report-not-yet = Nothing was let go yet; that happens every night.
privacy-report-gone = { $what }: { $rows }

keep-ask-notes = What else you said in a plea, an illness, what stood on a box: { $days } days after it ended, for who helps
keep-asks = Who asked for what: { $days } days after it ended, then numbers only
keep-strangers = Whoever only passed by: forgotten after { $days } days
keep-letters = Lines to those who run me: { $days } days, to go on with them
keep-consents = What you took back: { $days } days, to prove we asked
keep-notes = News I could not deliver: { $days } days, in case you come back
keep-codes = Door codes and invitations: { $days } days after their end
keep-wrong-codes = Codes that did not fit: { $days } days, against guessing
keep-questions = What I asked and you did not answer: { $days } { $days ->
    [one] day
   *[other] days
}
keep-copies = When you took a copy: { $days } days
keep-seen = Numbers of messages: { $days } days, so nothing happens twice
keep-parked = My own mistakes: { $days } days, without names

consent-keep-1 = I keep your name and your home, so that you can be found.
consent-keep-2 = Only your heads and whoever runs me see it; groups see the building.
consent-keep-3 = You can take it back any time: /privacy, one tap.
consent-yes = 👌 All right
consent-see = Have a look
consent-new-words = I made my words clearer, so I ask once more
consent-no-hurry = No hurry. If you do nothing, everything stays as it is.
consent-title = ✋ What you agreed to
consent-how = One tap changes it.
consent-line = { $on ->
    [yes] ✅ { $what }
   *[no] ◻️ { $what }
}
consent-what-keep = Keep who I am and where I live
consent-what-family = Family may look: my helpers see what I opened
consent-what-health = Keep an illness I mention, never in a group
consent-name-keep = keep me
consent-name-family = family
consent-name-health = illness
consent-on = Allow: { $name }
consent-off = Take back: { $name }
consent-given-keep = All right, noted. You can take it back any time.
consent-given-family = All right, your helpers can see it now.
consent-given-health = All right, noted.
consent-taken-back-keep = Taken back. You are not in the register any more.
consent-taken-back-family = Taken back. Your helpers see it no more.
consent-taken-back-health = Taken back.
consent-keep-off = If you take this back
consent-keep-off-what = You move out of the register; I no longer know where you live, and nobody is asked to confirm it.
    Offices that you hold as a neighbour (building, stair or neighbour head) end with it.
    What you have open is still answered.
    To have your name erased as well, go back and tap “Forget me”.
consent-keep-off-yes = Take it back

family-line = 👪 { $who } lets you see what they opened
family-see = 👪 { $who }
family-title = 👪 { $who } has { $count } open
family-not-any-more = You cannot see this any more. It was taken back.

export-coming = All right, it is on its way.
export-caption = 📄 Everything I keep about you. Tap to open; only you received it.
export-in-group = Your data comes to you alone, in the private chat.
export-too-soon = You just had a copy. You can have another in { $minutes } min.
export-failed = That copy failed, by my fault. Please ask once more.
export-title = Data of { $name }
export-who = { $community }, { $day }
export-note = Only you received this copy. Think twice before you pass it on.
export-data = The same for a computer (JSON)
export-yes = yes
export-no = no

forget-title = 🙈 If I forget you:
forget-what = Your name, account and home are erased at once, for good.
    { $open ->
        [0] You have nothing open.
       *[other] What you have open ({ $open }) is withdrawn, and I tell those who wait.
    }
    { $offices ->
        [0] You hold no office.
       *[other] Your offices ({ $offices }) fall vacant, and I tell who gave them.
    }
    Counts and logs keep numbers only, no name.
    Nightly backups stay for 7 nights, then they are gone, too.
    What was already said in chats is with Telegram; I cannot erase it.
forget-yes = 🙈 Forget me
forget-not-now = Not now
forget-title-for = 🙈 If I forget { $who }:
forget-yes-for = 🙈 Forget them
person-not-yours = This neighbour has no Telegram. Only a head or the steward can have them forgotten.
person-is-noted = This neighbour has no Telegram; a head or the steward does this.
forget-in-group = That is between us. Come to the private chat.
forget-done = All right, forgotten.
forget-goodbye = It is all erased. Thank you for your time here, and take care.
forget-goodbye-again = Should you come back, press Start and we meet anew.
forget-last-steward = You alone look after me. Please name another steward first.
forget-office = 📌 An office at { $place } is vacant: the neighbour who held it left. Please find somebody new.
forget-helper = One of your helpers left and cannot act for you any more. You can name another.

letter-what = What would you like to tell those who run me? One line; they answer through me.
letter-in-words = Please type a line. I cannot pass on photos or voice.
letter-sent = It is with them now. I tell you as soon as they answer.
letter-nobody = Nobody who runs me can be reached now. Try again later, or ask your building head.
letter-too-many = That is several today. Please write again tomorrow, or ask your building head.
letter-from = ✉️ { $who } writes:
letter-answer = Answer
letter-answer-what = What is your answer? One line, I pass it on.
letter-answered = ✉️ The answer to your line:
letter-answered-by = { $who } answered:
letter-answer-sent = Delivered.
letter-left = Whoever wrote this has left; the letter is gone.
letter-unreachable = Whoever wrote cannot be reached now; this was not delivered.
letter-unknown = There is no such letter.
letter-not-yours = Only a steward can answer this.

command-privacy = Privacy: what I keep
command-export = A copy of my data
command-forget = Forget me

table-people = People
table-residents = Who lives where
table-offices = Offices
table-asks = Pleas
table-notes = News on its way
table-cards = Cards
table-journal = Journal
table-seen = Message numbers
table-places = Places
table-above = Places in places
table-rooms = Chats
table-members = Who is in which group
table-questions = Open questions
table-codes = Codes
table-consents = Consents
table-letters = Letters
table-alarms = Alarms
table-helpers = Helpers
table-parked = Mistakes
table-reports = Reports
table-cases = Reported things
table-blocks = Blocked people
table-house = House facts
table-pruned = Tidying
table-mutes = Mutes
table-acting = Who acts for whom now
table-circle-members = Who is in which circle
table-circles = Circles
table-copies = Copies handed out
table-duties = Duties
table-group-links = Invitations to groups
table-hidden = Hidden things
table-imports = Lists sent in
table-invitations = Invitations
table-jobs = Work in line
table-joins = Sign-ups
table-kept-away = Kept away
table-lines = Lines carried
table-matters = Sign-ups to look at
table-moved = Who moved out
table-no-lines = No lines today
table-notice-people = Who got which notice
table-notices = Notices and faults
table-room-wishes = Which group is where
table-titles = Titles of our own
table-troubles = Troubles
table-wrong-codes = Wrong codes

data-people-id = Who you are
data-people-noted-by = Whom you wrote down
data-people-merged-into = Merged into you
data-mutes-person-id = News you muted
data-residents-person-id = Where you live or work
data-residents-confirmed-by = Residents you confirmed
data-offices-person-id = Your offices
data-offices-granted-by = Offices you gave
data-helpers-person-id = Your helpers
data-helpers-helper-id = Whom you help
data-acting-person-id = You are acting for somebody
data-acting-for-id = Somebody is acting for you
data-codes-issued-by = Codes you handed out
data-codes-used-by = Codes you used
data-wrong-codes-person-id = Codes that did not fit
data-members-room-id = Your groups
data-members-person-id = Your groups
data-rooms-person-id = Your chat with me
data-questions-person-id = Questions open for you
data-journal-person-id = Journal: what you did, in numbers
data-asks-person-id = Your pleas
data-asks-taker-id = Pleas you took
data-asks-by-id = Asked on somebody's behalf
data-asks-taker-by-id = Taken on somebody's behalf
data-consents-person-id = What you agreed to
data-copies-person-id = Copies you took
data-letters-person-id = Your letters
data-letters-answered-by = Letters you answered
data-reports-person-id = What you reported
data-cases-person-id = Things of yours that were reported
data-cases-by-id = Reported things you did for somebody
data-cases-decided-by = Reports you decided
data-blocks-person-id = You are blocked
data-blocks-by-id = People you blocked

column-name = Name
column-username = Account
column-language = Language
column-created-at = First seen
column-night-ok = May be woken
column-simple = Simple
column-quiet-from = Night from
column-quiet-to = to
column-noted-at = Written down
column-retired-at = Left in peace
column-blocked-at = Blocked
column-place-id = Place
column-role = As
column-since = Since
column-until = Until
column-way = Confirmed by
column-speaks = Speaks for the household
column-title = Title
column-phone = Phone
column-shows-account = Shows account
column-thing = Thing
column-note = Note
column-state = State
column-opened-at = Opened
column-ended-at = Ended
column-taken-at = Taken
column-kind = Kind
column-purpose = What for
column-version = Wording
column-given-at = Given
column-withdrawn-at = Taken back
column-words = Words
column-written-at = Written
column-answer = Answer
column-answered-at = Answered
column-at = Time
column-verb = What
column-numbers = Numbers
column-person-id = Who
column-helper-id = Who
column-issued-at = Issued
column-expires-at = Expires
column-used-at = Used
column-reason = Reason
value-state-draft = draft
value-state-open = open
value-state-taken = taken
value-state-done = solved
value-state-withdrawn = taken back
value-state-expired = expired
value-state-waiting = waiting
value-state-confirmed = confirmed
value-state-refused = refused
value-role-owner = owner
value-role-family = owner's family
value-role-tenant = tenant
value-way-register = the register
value-kind-private = private chat
value-kind-helper = for a helper
value-kind-home = door code
column-welcomed-at = Welcomed
column-notice-id = Notice no.
column-told-at = Delivered
column-knows-at = Tapped “I know”
value-role-works-here = works here
value-role-shop = shop
value-role-partner = partner
value-way-code = door code
value-way-head = a head knows them
value-way-steward = the steward
column-room-id = Chat
data-notice-people-person-id = Notices sent to you
privacy-button = 🔒 Privacy
consent-from-register = ◻️ means you have not been asked yet. Your name and home were in the register before you came.
    If that is fine with you, tap “Allow: keep me”; if not, go back and tap “Forget me”.
