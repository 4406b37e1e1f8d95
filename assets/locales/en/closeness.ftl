### S10, the closeness list (F12).

more-closeness = Closeness list
more-closeness-about = What each of you may ask for. Only a yes you both gave shows.

closeness-title = Closeness list
closeness-lead = Use our list or your own. Nothing is shown until you say so.
closeness-lead-together = What both of you said yes to, and nothing else.
closeness-top = A yes here means you may ask. Ask again in the moment. No one has to explain what is missing.
closeness-warn = Your partner may guess from what is missing. At most five lines show, drawn by chance. So what is missing proves nothing.

closeness-own = My marks
closeness-own-empty = No line is marked. That is fine.
closeness-mark = Mark my list

closeness-shared = What you both said yes to
closeness-shared-empty = Nothing is shown here now. That is common, and it is fine.
closeness-if = if { $words }
closeness-take-back = Take back
closeness-take-back-about = Either of you can take a line back on any day. It is gone at once. No one is named and nothing is logged.
closeness-ends = What shows here is gone after one week, or sooner if a yes was for less.

closeness-open = Open it
closeness-open-each = Each presses their own Open it
closeness-open-about = When both of you press, your lists are compared. Only what you both said yes to shows. No, not now and empty look the same: they are not there.
closeness-open-press = Open it
closeness-open-pressed = is ready to open it
closeness-opened = It is open. What you share is above.
closeness-prepare = To change your marks, lock and open alone.

closeness-list-title = My closeness list
closeness-list-lead = For each line: yes, yes with an “if”, not now, or no. You can leave any line empty.
closeness-empty = Leave it empty
closeness-yes = Yes
closeness-yes-if = Yes, if…
closeness-not-now = Not now
closeness-no = No
closeness-only-if = If…
closeness-only-if-empty = Say what it depends on. Until then this line does not show.
closeness-until = Until
closeness-tonight = Tonight
closeness-week = One week
closeness-next-time = Next time we open it
closeness-until-morning = Until the morning of { $when }
closeness-until-next = Until you next open it

closeness-sexual = Show me lines about sexual touch
closeness-sexual-about = They can be shared only if each of you switches them on. No one sees who did.
closeness-own-lines = My own lines
closeness-in-order = In my order
closeness-add-label = Add a line of your own
closeness-add-help = It shows only if your partner wrote the same words, and you both say yes.
closeness-add = Add it
closeness-remove = Remove
closeness-removed = The line is removed.
closeness-sort = Sort my list
closeness-sort-done = Done sorting
closeness-sort-usual = Back to the usual order
closeness-sort-about = Only you see this order.
closeness-up = Move up
closeness-down = Move down
closeness-clear = Clear all my marks
closeness-clear-about = What you clear cannot be brought back. You can mark again on any day.
closeness-cleared = All your marks are cleared.
