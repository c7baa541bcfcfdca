# Acting for a neighbour, visibly

command-for = Act for a neighbour
command-helpers = Who may act for me

acting-in-private = Let us talk about that in private.
acting-whom = For whom?
acting-whom-how = Tap a name. You can write down a neighbour who has no phone, or send: /for Wang Xiulan
acting-nobody = Nobody has asked you to act for them.
acting-nobody-how = If somebody in your family wants your help, ask them to send /helpers and pass the link on to you.
acting-nobody-found = I did not find this neighbour. Send the beginning of the name, or the door: /for 3-1-301
acting-which = Which one?
acting-note = ➕ A neighbour without a phone
acting-my-helpers = 👪 My helpers
acting-quiet = Nothing is waiting.
acting-begin = 🤝 Act for { $who }
acting-begin-first = To ask for something, tap 🙋. For anything else, first tap “{ $button }”.
acting-stop = ↩️ Back to myself
acting-others = ‹ Somebody else
acting-give-back = I stop helping
acting-for = For { $who }

acting-begun = You are acting for { $who } now.
acting-begun-how = What you tell me in private from now on is { $who }'s, and says that you did it.
    Tap “Back to myself” when you are done; after an hour of silence I do so.
acting-key-back = ↩️ Back to myself
acting-key-theirs = 📋 Theirs
acting-ended = Fine, you are speaking for yourself now.
acting-was-not = You have been speaking for yourself all along.
acting-oneself = That is you. Just tell me.
acting-not-named = This neighbour has not asked you to act for them. They can send /helpers and pass the link on to you.

acting-helpers = These people may act for you:
acting-no-helpers = Nobody acts for you yet.
acting-helpers-how = Your family can ask and arrange things here for you; each thing says who did it. You can take it back at any time.
acting-name = ➕ Ask somebody to help
acting-take-back = Take back { $who }
acting-taken-back = Taken back.
acting-too-many = { $most } people help you already. Take one back before you ask another.
acting-only-themselves = Whom to ask for help is for this neighbour to say.
acting-invitation = This is { $who }. Could you look after my neighbourhood matters for me? Just open this link.
acting-send = 📤 Send it to family
acting-send-how = Pass this link on; whoever opens it may act for you:
acting-send-until = Good for { $days } days, once.
acting-asked = { $who } would like your help with neighbourhood matters.
acting-asked-what = You can ask and arrange things here for { $who }. Each thing says that you did it; they see it and can take this back at any time.
acting-yes = ✅ I will
acting-no = Not now
acting-own-link = This link is for somebody in your family. Please pass it on.
acting-thanks = Thank you.
acting-declined = That is fine.
acting-accepted = { $who } said yes and may act for you now.
acting-take-back-how = To take it back, send /helpers.
acting-over-told = { $who } has taken this back. Thank you for your help so far.
acting-gave-back = Noted. Thank you for your help so far.
acting-gave-back-told = { $who } no longer acts for you. To ask somebody else, send /helpers.

acting-only-heads = Writing down a neighbour without a phone is for building, stair and neighbour heads, area workers and social workers.
acting-note-name = What is this neighbour's name?
acting-note-how = Send the name, with the door if you like: Wang Xiulan 3-1-301
acting-name-empty = Please send a name, for example: Wang Xiulan
acting-name-long = That name is too long. Please use at most { $most } characters.
acting-which-door = Where do they live?
acting-not-your-place = That is not a place you answer for. Please choose one of yours.
acting-consent = Does this neighbour know, and agree to be written down?
acting-consent-what = Only the name and the door are kept, no phone. They can say no at any time.
acting-agreed = ✅ They agree
acting-drop = Not now
acting-noted = Noted.
acting-known-already = This home already has somebody of that name. Send /for to find them.
acting-nothing-noted = This page is too old. Send /for to begin again.

acting-about-helpers = 👪 Acting for you: { $who }
acting-about-help = 🤝 You act for { $who }
acting-button = 🤝 Act for somebody
acting-need = 🙋 Ask for { $who }
