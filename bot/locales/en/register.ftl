# The register: who lives where, from a spreadsheet

command-register = The register, by spreadsheet
register-title = The register: one sheet is enough
register-how = 1. Tap “Empty sheet”: one row per home. The flat is needed, the rest as far as you know it.
    2. Send me the sheet (.xlsx or .csv).
    3. I say what would change; nothing changes before you agree.
    You have a list already? Send it as it is, if one heading says “Flat”.
register-template = 📄 Empty sheet
register-present = 📥 Register as it is
register-template-caption = An empty sheet. Fill it in, send it to me, and I say what would change.
register-export-caption = The register as it is. Correct it, send it back, and I say what would change. It holds names: keep it safe, delete it afterwards.
register-file-comes = It is on its way.
register-file-not-yours = I have your file, but only the steward hands in lists. If you need something, tap 🙋 below.
register-not-yours = Only the steward can change the register. If something in it is wrong, tell your building head or the steward.
register-no-headings = I found no headings. One row should say “Flat” (or “Building”, for buildings only), with one home per row below. Send “register” for an empty sheet.
register-empty = There is nothing below the headings. One home per row, please, and send it again.

register-reading = I have your file and am reading it…
register-wrong = { $count ->
    [one] { $count } thing to mend; nothing was changed
   *[other] { $count } things to mend; nothing was changed
}
register-wrong-next = Mend them and send it again.
register-same = { $count ->
    [one] { $count } home, the same as in the register.
   *[other] { $count } homes, all the same as in the register.
}
register-ready = { $count ->
    [one] { $count } home read. This would change:
   *[other] { $count } homes read. This would change:
}
register-yes = ✅ Change it so
register-no = ✖️ Leave it
register-applied = Changed
register-meanwhile = The register changed just now. Please look again, then tap once more.
register-declined = Nothing was changed. What the sheet said is forgotten.
register-described = It describes buildings; they are built once you agree.
register-expired = A day has passed: nothing was changed, and what the sheet said is forgotten. Send it again if you need it.

register-is-reading = I am still reading, one moment.
register-is-refused = This sheet could not be read. Please send another.
register-is-wrong = There is something to mend in this sheet. Mend it and send it again.
register-is-same = This sheet says what the register says.
register-is-applied = It is changed already.
register-is-declined = You left this one. Send it again if you need it.
register-is-expired = A day has passed and I forgot this one. Send it again if you need it.

register-new-homes = { $count ->
    [one] ➕ { $count } new home
   *[other] ➕ { $count } new homes
}
register-new-places = { $count ->
    [one] ➕ { $count } new estate, building, stair or group
   *[other] ➕ { $count } new estates, buildings, stairs or groups
}
register-back = { $count ->
    [one] ↩️ { $count } place is back
   *[other] ↩️ { $count } places are back
}
register-moved = { $count ->
    [one] ↪️ { $count } place gets the level above it
   *[other] ↪️ { $count } places get the level above them
}
register-areas = { $count ->
    [one] 📐 { $count } floor space written or changed
   *[other] 📐 { $count } floor spaces written or changed
}
register-comes = { $count ->
    [one] 👤 { $count } new owner
   *[other] 👤 { $count } new owners
}
register-goes = { $count ->
    [one] 👤 { $count } no longer an owner
   *[other] 👤 { $count } no longer owners
}
register-joins = { $count ->
    [one] 👥 { $count } home joins a neighbours' group
   *[other] 👥 { $count } homes join a neighbours' group
}
register-gone = { $count ->
    [one] ➖ { $count } no longer listed
   *[other] ➖ { $count } no longer listed
}
register-unchanged = { $count ->
    [one] ✔️ { $count } home stays as it is
   *[other] ✔️ { $count } homes stay as they are
}
register-kept-lives = { $count ->
    [one] 🏠 { $count } not listed, but somebody lives there: kept
   *[other] 🏠 { $count } not listed, but somebody lives there: kept
}
register-kept-held = { $count ->
    [one] 🏠 { $count } not listed, but somebody answers for it: kept
   *[other] 🏠 { $count } not listed, but somebody answers for them: kept
}
register-kept-confirmed = { $count ->
    [one] 🏠 { $count } owner not listed, but confirmed already: kept
   *[other] 🏠 { $count } owners not listed, but confirmed already: kept
}
register-kept-other-role = { $count ->
    [one] 🏠 { $count } owner is there as family or tenant: not changed
   *[other] 🏠 { $count } owners are there as family or tenants: not changed
}
register-list-sign = { ", " }
register-such-as = { " " }({ $places } and more)
register-those = { " " }({ $places })

register-note-column-unknown = I do not know the column “{ $column }” and did not read it.
register-note-column-untitled = Some columns have no heading and were not read.
register-note-sheet-skipped = “{ $sheet }” has no column of flats and was not read.
register-note-filled = { $count ->
    [one] { $count } empty cell was filled from the one above. Please check.
   *[other] { $count } empty cells were filled from those above. Please check.
}
register-note-untouched = { $count ->
    [one] { $count } building that the list does not mention stays as it is.
   *[other] { $count } buildings that the list does not mention stay as they are.
}

register-sheet = “{ $name }”{ " " }
register-column = , column { $letter } ({ $heading })
register-where = { $sheet }row { $row }{ $column }
register-value = { " " }“{ $value }”
register-problem = { $where }{ $value }: { $expected }
register-more-problems = { $count ->
    [one] And { $count } more, once these are mended.
   *[other] And { $count } more, once these are mended.
}

register-fault-heading-twice = this heading is there twice, keep one
register-fault-heading-unclear = say “Grid area” or “Area m²”
register-fault-unclear-blank = empty. If it is “{ $above }”, write that; if there is none, write “none”
register-fault-missing = empty, please fill it in
register-fault-too-long = at most { $most } characters
register-fault-not-a-name = write a number or a name, such as 3 or Building 3
register-fault-two-levels = several levels in one cell; each has a column of its own
register-fault-code-unclear = which building and which stair? Add those two columns
register-fault-code-disagrees = does not fit the building and stair before it
register-fault-area-number = a number of square metres, such as 89.5
register-fault-area-decimals = at most two decimals
register-fault-area-range = more than 0 and at most 100000
register-fault-owner-phone = names only, no telephone or identity numbers
register-fault-owner-long = names of at most { $most } characters, 20 of them
register-fault-cell-formula = a formula. Copy it and paste it as a value
register-fault-cell-date = became a date. Format the column as text and write it again
register-fault-cell-error = an error value; write a number or a text
register-fault-cell-bool = true or false; write a number or a text
register-fault-twice = the same home as in { $other }row { $other_row }
register-fault-ambiguous = which “{ $name }” is meant? Add its estate, area or stair, or write “none”

table-too-big = The file is too big, { $megabytes } MB at most. Keep the sheet with the list and send it again.
table-empty = The file is empty.
table-too-slow = This file is too complicated for me. Keep the sheet with the list, save it as .xlsx and send it again.
table-broken = The file does not open; perhaps it was not saved well. Save it as .xlsx and send it again.
table-encrypted = The file has a password. Take it off and send it again.
table-old-xls = This is an old format. Save it as .xlsx and send it again.
table-wps = This is a WPS format. Save it as .xlsx and send it again.
table-numbers = This is a Numbers file. Export it to Excel (.xlsx) and send it again.
table-opendocument = This is an .ods file. Save it as .xlsx and send it again.
table-document = This is a document, not a table. Put the list into a spreadsheet, save it as .xlsx and send that.
table-pdf = I cannot read a PDF. Please send the spreadsheet it came from (.xlsx or .csv).
table-picture = I cannot read a picture. Please send a spreadsheet (.xlsx or .csv).
table-archive = I do not open archives. Please send the spreadsheet itself.
table-macros = The file has macros, so to be safe I do not open it. Save it as .xlsx without macros and send it again.
table-bomb = This file would unpack to an absurd size, so to be safe I do not open it. Copy the list to a new sheet, save it as .xlsx and send that.
table-unsafe = defusedxml is missing on the server, so to be safe I open no spreadsheets. Please tell the steward.
table-too-many-sheets = Too many sheets, { $most } at most. Keep those with the list and send it again.
table-too-wide = Too many columns, { $most } at most (row { $row }). Delete those you do not need and send it again.
table-too-long = Too many rows, { $most } at most. Please send several files, by building.
table-no-table = This does not look like a table. Please send .xlsx or .csv.
table-not-fetched = I could not get the file. Please send it again.

register-heading-estate = Estate
register-heading-area = Grid area
register-heading-building = Building
register-heading-stair = Stair
register-heading-dwelling = Flat
register-heading-floor-space = Area m²
register-heading-owners = Owners
register-heading-group = Neighbours' group
register-heading-remark = Remarks
register-example-estate = Jinjiang Court
register-example-area = Area 2
register-example-building = 3
register-example-stair = 2
register-example-dwelling = 501
register-example-floor-space = 89.5
register-example-owners = Wang Fang; Li Qiang
register-example-group = Wisteria group
register-example-remark = Example: this row is passed over, delete it if you like
register-none = none
register-owner-sign = { "; " }
register-sheet-name = Register
register-notes-name = Notes
register-template-file = register-empty
register-export-file = register
register-notes = One row per home. The flat is needed; fill in the rest as far as you know it, and delete the columns you do not use.
    For buildings only, delete the column of flats and write one row per building.
    3, Building 3 and 3栋 are the same building. Where there is no such level, write “none”.
    The area is in square metres, with at most two decimals. Only owners' votes need it.
    Several owners are separated by a semicolon. Names only, no telephone or identity numbers.
    An empty area, owner or group changes nothing.
    In a building that the list mentions, homes that it leaves out go away, unless somebody lives there. Other buildings stay as they are.
    Send it to the bot, or run linli import FILE on the server. You are told what would change, and agree first.

cli-import = update the register from a spreadsheet, or build from lines of text (shows first what would change)
cli-import-file = a spreadsheet, .xlsx or .csv, or buildings in a .txt
cli-dry-run = only show what would change
cli-yes = do not ask, just change it
cli-template = write an empty sheet for the register
cli-export-register = write the present register as a spreadsheet
cli-register-target = where to write it; without it, in this folder
import-reading = Reading { $file }…
import-comparing = { $count ->
    [one] { $count } home read. Comparing it with the register…
   *[other] { $count } homes read. Comparing them with the register…
}
import-asks = Change it so? Type “yes” to agree:
import-left = Nothing was changed.
import-applying = Changing it…
import-done = { $count ->
    [one] Changed: { $count } home.
   *[other] Changed: { $count } homes.
}
import-dry = Only looked; nothing was changed.
import-builds = Build it so? Type “yes” to agree:
import-two-meanings = “{ $stair }单元” can mean two things: write “{ $stair }个单元” for { $stair } stairs in all, “第{ $stair }单元” for the one with that number. Then try again.
import-missing = There is no file { $file }
register-written = Written: { $file }
