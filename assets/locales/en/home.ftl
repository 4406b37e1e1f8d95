### S4, home.

home-morning = Good morning, { $name }
home-afternoon = Good afternoon, { $name }
home-evening = Good evening, { $name }
home-together = Together now
home-together-lead = Pick one thing. Either of you can take a break or stop at any point.
home-saved = Your pages were last saved on { $when }.

next-go-on = You began this
next-go-on-about = Your words are as you left them.
next-go-on-do = Go on
next-begin = A good next step
next-begin-do = Look inside
next-begin-minutes = { $count ->
    [one] About { $count } minute.
   *[other] About { $count } minutes.
  }
next-other = Pick something else
next-rest = Resting
next-rest-until = This goes on after a rest, from { $when }.
next-rest-later = This goes on after a rest.
next-break = On a break
next-break-until = You planned to come back on { $when }. Earlier is fine, if you both want to.
next-back = After your break
next-back-about = Come back to it when you are both ready, or on another day.
next-back-do = Come back to it
next-rest-do = Look at other exercises
next-partner = Your pages are ready
next-partner-title = Start alone, or add your partner
next-partner-about = Your partner picks their own name and passphrase, on their own page. They cannot read your pages, and you cannot read theirs.
next-partner-alone = Start alone
next-partner-add = Add your partner
next-open-together = The next one is for the two of you
next-open-together-about = Lock. On the first page, type your passphrase and press “Open together”. Then your partner types theirs.
next-open-together-do = Lock, to open together
next-open-alone = The next one is for each of you, alone
next-open-alone-about = Lock, then open your own pages, one after the other. Any day is fine.
next-open-alone-do = Lock, to open alone
next-later = This comes next, on another day
next-later-about = Some exercises wait a while after others. Nothing is wrong.
next-limits = It begins with a limit that one of you wrote in “My limits”, alone.
next-review = A review date has come
next-review-about = The agreement stays in force. Keep, change or end it when you like.
next-review-do = Look at it
next-could = What could come next
next-could-do = Look inside
next-confirm = Waiting for a second look
next-confirm-about = You agreed on this text. It counts once you both confirm it.
next-confirm-do = Look at it
next-nothing = Nothing is waiting
next-nothing-about = Pick an exercise when you feel like it. Nothing starts until you say so.
next-nothing-do = See the exercises

home-begun = Also begun
home-ready = Ready to open
home-ready-about = { $exercise }. You have both sealed an answer.
home-ready-do = Open it
home-go-on = Go on
home-dates = Dates you share
home-dates-together = Dates
home-date = { $when }
home-date-at = { $when }, { $time }
home-planned = You planned something for today
home-own = Something you planned for yourself
home-back = You come back from your break
home-dates-own = Dates
home-planned-at = You planned something for { $time }
home-sitting = Sit down together
home-due = Review was due on { $when }. It stays in force.
home-review = Review on { $when }
home-look = Look at it
home-session = Close this sitting

notice-ended = The last session ended without locking. Your pages were last saved on { $when }.
notice-older = The newest copy could not be read. The one before it was opened. Nothing was changed.
notice-journal = A part of the last session could not be read. It was put aside, and the rest is here.
notice-shared-damaged = The shared pages cannot be opened right now: part of them cannot be read. Your own pages are open. Nothing was changed.
notice-shared-newer = The shared pages cannot be opened right now: a newer version of this app wrote them. Your own pages are open. Nothing was changed.
notice-shared-foreign = The shared pages cannot be opened right now: they belong to another book. Your own pages are open. Nothing was changed.
notice-shared-older = The shared pages cannot be opened right now: they are older than the ones you saw before. Your own pages are open. Nothing was changed.
notice-lines = Some lines of the shared pages could not be read and are left out.
notice-shared = The shared pages are not the ones you saw on { $when }.
