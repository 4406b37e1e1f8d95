### The frame: header, places, status line, keys.

document = { $page } - Hearthside
frame-skip = Skip to the page
frame-hide-now = Hide now
frame-header = Who is open
frame-help = Help
frame-lock = Lock
frame-hide = Hide
frame-display = Display
frame-back = Back
frame-and = and
frame-together = , together
frame-places = Places
frame-status = Status
place-home = Home
place-exercises = Exercises
place-agreements = Agreements
place-more = More
status-saved = Saved
status-not-saved = Not saved
locking-soon = Locking in 1 minute. Your words are saved.
locking-soon-stay = Press any key to stay.
planned-now = You planned something for { $time }.
planned-read = Close this line
starting = Opening the book

## More

more-lead = The rest of the book.
more-park = To bring to a helper
more-park-about = What is better talked about in a session with a helper.
more-display = Display
more-display-about = Colours, text size, motion and the hide key.
more-session = Sit down together
more-session-about = Pick one thing and a length.
more-pace = My pace
more-pace-about = How far exercises for two may go, for you.
more-sealed = Sealed answers
more-sealed-about = What you have sealed, and taking it back.
more-keys = Keys
more-keys-about = Everything works without a mouse.
more-help = Help and safety
more-help-about = People you can call. Opens without a passphrase too.

## Keys

keys-title = Keys
keys-lead = On a Mac, use Cmd where it says Ctrl.
keys-lock = Lock
keys-hide = Hide at once
keys-hide-shift = Hide at once: Shift three times. You can switch this off in Display.
keys-help = Help
keys-continue = Go on
keys-back = Back
keys-print = Print, on pages that can be printed
keys-places = Home, Exercises, Check-in, Agreements, Letters, More
keys-settings = Display
keys-zoom = Larger, smaller or usual text
keys-region = Next part of the page
keys-list = This list
