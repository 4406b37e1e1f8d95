### S2, setting up one person (F1).

setup-page = Setting up
setup-step = Step { $step } of { $of }
setup-who-title = Who is this book for?
setup-who-lead = You can set up your own pages now. Your partner can set up theirs later, or not at all.
setup-who-us = For me, or for us
setup-who-us-about = One person, or a couple sharing this computer.
setup-who-therapist = I am a therapist
setup-who-therapist-about = For work with couples.
setup-therapist-title = The therapist’s part is not in this version
setup-therapist-lead = This version is for one person or a couple. The part for therapists is still being built. Nothing was set up.
setup-therapist-back = Back to the question
setup-not-now = Not now

setup-before-title = Before you start
setup-before-adults = This is for adults. It is a workbook, not therapy.
setup-before-court = Written words can be found, and a court can ask for them. Write what you can live with.
setup-before-lock = Locking keeps your pages closed to anyone without your passphrase. It cannot stop spyware, or someone who watches you type. Others can see that this app is on the computer.
setup-before-fear = Couples work is not safe when one of you is afraid of the other. Press F1 for help, or use a device your partner cannot reach.
setup-before-hide = Hide closes the app at once. It is a button at the top, and Shift three times. It does not remove the app from the computer.
setup-before-synced = The folder of this book looks copied to other machines. Other people with those machines can see that it is there. They cannot read it.
setup-before-ready = I have read this

# reviewed: should - a question about a name, not a demand
setup-name-title = What should we call you?
setup-name-label = Your name
setup-name-help = Any name, in any script. You can use a nickname.
setup-name-off = Leave my name off the first page
setup-name-off-about = The first page then shows only your shape.
setup-continue = Continue

setup-pass-title = Choose your passphrase
setup-pass-lead = It opens your pages. No one else needs it. Not your partner. Not your therapist.
setup-pass-words = Five words are strong, and easier to remember
setup-pass-use = Use these words
setup-pass-other = Five other words
setup-pass-label = Your passphrase
setup-pass-help = These words, or your own. Spaces count. You can paste.
setup-pass-no-reset = No one can reset it for you. Write it down and keep it where only you would look.
setup-pass-checking = Checking
setup-pass-again = That was three tries. You can choose another passphrase, or the same one again.

setup-prove-title = Open it once
setup-prove-lead = Type your passphrase, so you know that it opens your pages.
setup-prove-label = Your passphrase
setup-prove-wrong = That is not the passphrase you chose. Check Caps Lock and try again.
setup-prove-open = Open my pages

setup-partner-cover = your partner
setup-partner-title = Pass the laptop to your partner
setup-partner-page = Pass the laptop
setup-partner-ready = I am { $name }’s partner
