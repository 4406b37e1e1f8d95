### S12, sitting down together, and closing.

session-title = Sit down together
session-lead = Pick one thing and a length. Either of you can take a break or stop at any point.
session-thing = One thing
session-thing-none = We will pick as we go
session-length = How long
session-minutes = { $count } minutes
session-no-limit = No limit
session-begin = Begin
session-both = This needs both of you.
session-both-about = Lock, then choose “Open together” on the first page. Or prepare something alone.
session-both-do = Lock, to open together
session-alone-do = Prepare alone
session-arrive-title = Arrive
session-arrive-lead = Each of you says one word: how you are right now. Or say nothing, that is fine too.
session-arrive-on = Go on
session-closed-thing = What you picked opens later today or another day. You can pick something else.
session-close-title = Close this sitting
session-close-lead = Both lines can stay empty. Then the book locks.
session-close-line = One line to keep
session-close-line-help = Both of you can read it later.
session-close-next = A next date
session-close-next-help = The app does not remind you.
session-close-next-wrong = Write a day from today on, or leave all three empty
session-close-do = Close and lock
session-close-not-yet = Not yet
session-until = You planned to stop at { $when }. There is no alarm.
