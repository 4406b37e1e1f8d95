### S5, exercises and their opening pages.

exercises-lead = Read any of them first. Nothing starts until you say so.
exercises-theme = Theme
exercises-theme-all = All themes
exercises-time = Time
exercises-time-all = Any length
exercises-time-most = { $count ->
    [one] Up to { $count } minute
   *[other] Up to { $count } minutes
  }
exercises-depth = Depth
exercises-depth-all = Any depth
exercises-who = Who
exercises-who-all = Alone or together
exercises-none = Nothing fits.
exercises-clear = Clear the filters

theme-start = Start safely
theme-steady = Steady yourself
theme-daily = Daily and weekly connection
theme-talk = Talking and listening
theme-know = Knowing ourselves and each other
theme-limits = Boundaries and agreements
theme-recover = Recovery at home
theme-repair = Repairing hurt
theme-touch = Touch and future

depth-light = Light
depth-medium = Medium
depth-deep = Deep
with-alone = Alone
with-together = Together
with-both = Alone, then together

status-for-two = For the two of you
status-started = Started
status-sealed = Sealed
status-kept = Kept
status-ready = Ready to open

look-page = An exercise
look-about = When not to do it
look-time = Time
look-depth = Depth
look-with = Alone or together
look-reads = Who reads it
look-builds = Builds on
look-builds-each = each of you does your own
look-stop = You can skip or stop at any point. Nobody is asked why.
look-start = Start
look-go-on = Go on
look-not-now = Not now
look-sources = Where this comes from
look-first = Who goes first?
look-first-else = If you pick nobody, { $name } goes first.
look-closed = This one opens later. Exercises open and close for many reasons: rest days, recent sessions, choices either of you made, or because a helper is part of it. The app does not say which.
look-needs-both = This needs both of you.
look-needs-both-about = Lock, then choose “Open together” on the first page.
look-needs-both-do = Lock, to open together
look-needs-one = This one is for each of you alone.
look-needs-one-about = Lock, then open for one of you.
look-needs-one-do = Lock, to open alone
look-own-need = Before this one, there is a part to do on your own:
look-reads-not-kept = Some answers are not kept at all.
look-reads-only-you = Only you.
look-reads-you-may-show = Only you, unless you choose to show it.
look-reads-sealed = Sealed until you both open it.
look-reads-both = What you write together is for both of you.
look-reads-therapist = Only you. Later you choose if your therapist gets it.
