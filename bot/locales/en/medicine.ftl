# Medicine: a look at the box before giving one, and the list

medicine-check = { $what ->
    [none] 💊 Before you give it, look at the box
   *[other] 💊 { $what }: please look at the box
}
medicine-ask-otc = { $known ->
    [yes] Is there an “OTC” mark on the box?
   *[no] I do not know this one. Is there an “OTC” mark on the box? Only then can it be given.
}
medicine-ask-year = { $known ->
    [yes] Good until which year? You can type it, too: 2026-12
   *[no] Good until which year? It is printed on the box; you can type it, too: 2026-12
}
medicine-ask-month = { $known ->
   *[other] Which month?
}
medicine-ask-pack = { $known ->
   *[other] In its own box, or a whole blister with number and date to be seen?
}
medicine-ask-free = { $known ->
   *[other] It is free of charge, isn't it?
}
medicine-ask-amount = { $known ->
   *[other] How many? A box, a blister or a sachet counts as one.
}
medicine-otc-yes = ✅ OTC is there
medicine-otc-no = No / cannot see
medicine-free-yes = ✅ A gift
medicine-free-no = For money
medicine-pack-box = 📦 Own box
medicine-pack-blister = Whole blister
medicine-pack-loose = Loose
medicine-month-key = { $month }
medicine-month = { $day ->
    [none] { $month }/{ $year }
   *[other] { $day }/{ $month }/{ $year }
}
medicine-is-otc = ✓ OTC mark
medicine-good-until = ✓ Good until { $until }
medicine-pack = { $pack ->
    [box] ✓ in its own box
   *[blister] ✓ whole blister, number and date to be seen
}
medicine-is-free = ✓ a gift
medicine-amount = ✓ amount: { $amount }
medicine-confirm = ✅ All true
medicine-confirm-what = If all of it is true, tap once. Leave it at the door or with the guard; nobody has to meet.
medicine-again = ↩️ From the start

medicine-prescription = This one needs a prescription; neighbours cannot pass it on. Please see a doctor or ask at the pharmacy; if it is urgent, call { $number }.
medicine-not-otc = Without an OTC mark it cannot be given. Thank you for looking. A pharmacist can help; if it is urgent, call { $number }.
medicine-loose = Loose pills do not say what they are or how long they are good, so they cannot be given. In a box or a whole blister they can.
medicine-not-free = Between neighbours medicine is a gift, never for money. To buy some, go to the pharmacy.
medicine-expired = This one is past its date and cannot be given. A pharmacy takes it back.
medicine-date-unclear = I could not read that date. As on the box, please: 2026-12
medicine-which = Which one is it? A name will do: { $names }
medicine-not-yours = The list of medicines is kept by the steward.

medicines-title = 💊 Medicines: { $otc } may be given, { $prescription } names are prescription only
medicines-line = { $kind ->
    [otc] ➕ { $name }: may be given
    [prescription] ⛔ { $name }: prescription
   *[gone] ➖ { $name }: not on the list any more
}
medicines-how = Type a line to change it:
    add Calpol = paracetamol
    add Lemsip = cold medicine
    prescription Somecillin
    remove Somename
medicines-changed = Changed:
medicines-otc = may be given; counts as { $name }
medicines-category = a group of medicines: { $names }
medicines-prescription = prescription only; neighbours cannot pass it on
medicines-unknown = { $near ->
    [none] not on the list; the giver looks for the OTC mark
   *[other] not on the list. Is it { $near }?
}
medicines-is-prescription = Names of prescriptions stay: neighbours cannot pass those on.
medicines-of-what = After the = comes a medicine or a group that is on the list: add Calpol = paracetamol
medicines-not-there = That name is not on the list. Send /medicines to look.
command-medicines = the list of medicines
