### S11, letters, the tray, pages on forgiving.

place-letters = Letters
letters-title = Letters
letters-write = Write
letters-empty = No letters. You can write one for yourself.
letters-together = Letters are read alone, each of you behind your own passphrase. Together you can read one aloud in an exercise.
letters-waiting = Letters for you
letters-waiting-line = There is a letter from { $name }
letters-about = About: { $topic }
letters-about-when = About: { $topic }. You choose if and when.
letters-look = Look
letters-sent = In { $name }’s tray
letters-sent-since = In { $name }’s tray since { $when }. It stays there until you take it back.
letters-take-back = Take it back
letters-taken-back = If it was still closed, it is gone.
letters-drafts = Letters for { $name }
letters-drafts-about = Only you can read these. Nothing goes anywhere until you put it in a tray.
letters-changed = Last changed { $when }
letters-from-exercise = { $exercise }. Kept { $when }
letters-no-topic = A letter without a topic
letters-opened = Letters you opened
letters-opened-on = From { $name }. Opened { $when }
letters-opened-when = Opened { $when }
letters-left = Left closed
letters-left-about = These stay closed. You can open one on any day, or not.
letters-pages = Pages for yourself
letters-pages-about = Nobody else reads these. There is no way from them to a tray.
letters-forgiving = Forgiveness, at my pace
letters-forgiving-on = Written { $when }
letters-forgiving-do = Pages about a hurt and where you are with it
letters-forgiving-about = For you alone. What happened, what you need, where you are today. “I do not know” and “I will not” are whole answers.
letters-words = Show the words
letters-remove = Remove
letters-remove-sure = Remove these pages for good?
letters-remove-sure-about = They go from this book at once, with all their words. Old backups may still hold them.
letters-remove-keep = Keep them
letters-remove-do = Remove for good
letters-apology = An apology, step by step
letters-apology-about = It helps you find the words, alone. You can offer it in the exercise or put it in the tray.
letters-ways = Other ways to write
letters-put = It is in { $name }’s tray.
letters-left-said = It stays closed.
letters-removed = Removed. You can undo this for 30 days.
letters-undo = Undo

## Pausing

letters-pause = Pause letters
letters-pause-lead = Either of you can pause letters, on any day, without a reason.
letters-pause-both = While they are paused, no letter goes into a tray, yours or { $name }’s. What lies there already stays as it is.
letters-pause-other = If { $name } wants to send one, { $name } reads: “Letters are paused. Yours stays with you.” Nothing else is said.
letters-pause-undo = You can start them again at once.
letters-pause-not-now = Not now
letters-paused-me = You paused letters. They start again when you say so.
letters-paused-other = Letters are paused. Yours stays with you.
letters-start-again = Start letters again

## One letter

letter-title = A letter
letter-new = Write a letter
letter-for = Who is it for?
letter-for-me = Only me
letter-for-name = { $name }
letter-topic = What it is about, in one line
letter-words = Your words
letter-known = Write about what { $name } already knows. Something new needs a planned talk with a helper first.
letter-waits = You can put it in { $name }’s tray from { $when }. A letter rests for a day after its last change.
letter-ready-when = It has rested for a day. You can put it in { $name }’s tray, or keep it.
letter-ready-do = Get it ready for { $name }’s tray
letter-done = Done
letter-before = What it said before
letter-from = From { $name }. Your copy: { $name } cannot change it, and is not told that you have it.
letter-in-tray = In { $name }’s tray since { $when }. { $name } can read it, alone, after opening it. To change it, take it back first.

## Before it goes

ask-title = Before it goes
ask-lead = Six questions before it leaves your pages. Any answer is fine.
ask-no-answer = Could I send this if no answer comes?
ask-silence = Could I stay calm if { $name } is angry, or says nothing?
ask-known = Does { $name } already know all that is in it?
ask-not-asking = Have I left out any asking to be forgiven?
ask-whole = Is it free of words that take it back?
ask-as-them = Have I read it once as if I were { $name }?
ask-yes = Yes
ask-not-sure = Not sure
ask-wait = “Not sure” is a good reason to wait. Your letter keeps. You can come back to it on any day.
ask-topic = One line that names the topic
ask-topic-help = { $name } sees this line before opening the letter.
ask-topic-missing = Write one line, so that { $name } knows what it is about.
ask-on = Go on
ask-keep = Keep it for now
check-letter-title = Read it once more
check-letter-who = { $name } can read these exact words, alone, after opening the letter. You can read them too.
check-letter-back = You can take it back on any day. If { $name } has opened it by then, { $name } keeps a copy. Nothing tells you if it was opened.
check-letter-put = Put it in { $name }’s tray

## A closed letter

tray-title = A closed letter
tray-heading = There is a letter from { $name }
tray-lead = You choose if and when. { $name } is not told what you choose.
tray-open = Open
tray-later = Later
tray-leave = Leave it closed
tray-open-about = If you open it, a copy stays among your own pages, and only you can read it. It does not close again. You can remove your copy.

## Home

home-also = Also for you
