### The exercise run: from Start to the end of a run.

run-step-of = Step { $step } of { $of }
run-back = Back
run-optional = (optional)
run-why = Why we ask
run-continue = Continue
run-skip = Skip
run-pause = Pause
run-break = Break
run-stop = Stop
run-new-facts = Something new came up
run-saving = Saving
run-try-again = Try again
run-not-kept-talk = Nothing is kept.
run-not-kept-talk-more = What you say here is not recorded.
run-your-partner = Your partner
run-someone = You

## Options the program adds to exercises

option-rather-not-say = Rather not say
option-thank-you = Thank you
option-need-time = I need time
option-no-reply = No reply
option-other = Something else
option-yes = Yes
option-no = No
option-not-now = Not now
option-not-today = Not today
option-not-yet = Not yet
option-not-for-us = Not for us
option-both = Both of us

## Why an answer was not taken

issue-empty = Give an answer, or press Skip
issue-too-few = { $count ->
    [one] Choose at least { $count }, or press Skip
   *[other] Choose at least { $count }, or press Skip
  }
issue-too-few-rows = { $count ->
    [one] Fill in at least { $count } row, or press Skip
   *[other] Fill in at least { $count } rows, or press Skip
  }
issue-too-many = Choose { $count } at most
issue-too-many-rows = { $count ->
    [one] Keep { $count } row at most
   *[other] Keep { $count } rows at most
  }
issue-too-long = This is longer than { $count } letters. Make it a little shorter
issue-need-all = This goes on when every line fits. Press Skip to leave it for now
issue-unknown-option = Choose one of the answers on this page
issue-empty-cell = Fill this in
issue-not-a-number = Write a number, like 3
issue-not-a-date = Write a day, a month and a year
issue-past-date = Choose a day from today on
issue-out-of-range = Choose a number from this list
issue-out-of-range-most = Choose a number up to { $count }
issue-letters = Use letters, numbers and signs from your keyboard
issue-other = This answer does not fit here yet
issue-in-row = { $row }, { $column }: { $problem }
issue-in-part = { $part }: { $problem }

## Guides, help

guide-read = I have read this
guide-go-on = Go on
guide-not-now = Not now
run-help-more = Press Help above for every line.

## Answers

text-stems = Start with one of these, or your own words
choose-exactly = Choose { $count }.
choose-up-to = Choose up to { $count }.
choose-up-to-or-none = Choose up to { $count }, or none.
choose-all = Choose all that fit.
choose-all-or-none = Choose all that fit, or none.
choose-between = Choose { $min } to { $max }.
choose-other = Something else, in your own words
choose-order = Your order
choose-order-help = The first one matters most.
choose-up = Move up: { $item }
choose-down = Move down: { $item }
choose-moved = { $item } is now number { $place }
scale-is = { $value }, { $end }
scale-end = { $value } is { $end }
words-own = Your own
words-chosen = Chosen:
words-none = nothing yet
checklist-tip = Leave a line empty if it does not fit.
table-row = Row { $row }
table-add = Add a row
table-remove = Remove row { $row }
table-removed = Row { $row } is removed
table-answer = { $name }’s answer to row { $row }
table-agree = Agree
table-change = Suggest a change
table-not-now = Not now
table-no = No
table-accept = A row counts once the other one of you agrees to it.
date-day = Day
date-month = Month
date-year = Year
# { $example } is a day in numbers, in the order of the three fields.
date-help = For example { $example }
letter-enough = You have been writing for a while. This can be enough for one day. Your words are kept.
letter-tip = “{ $word }” can sound like taking it back. You can keep it, or begin a new sentence.
soft-tip = “{ $word }” can be hard to hear. You can keep it, or say it another way.
schedule-when = Which day?
schedule-at = What time? You can leave this empty
schedule-at-help = For example 19:30
schedule-for = For: { $what }
schedule-repeat = How often?
schedule-once = Once
schedule-days = Every day
schedule-some-days = On some days
schedule-which-days = Which days?
schedule-months = Every month
schedule-weeks = { $count ->
    [one] Every week
   *[other] Every { $count } weeks
  }
picks-help = Nothing is shown unless you tick it. Showing nothing is a full answer.
picks-most = You can tick up to { $count }.
picks-show = Show what I ticked
picks-nothing = Show nothing
picks-mark = Mark what I ticked
picks-mark-none = Mark none
picks-none = There is nothing here to show yet. Going on shows nothing.
picks-letter-rests = Your letter rests for a day after its last change. You can offer it from { $when }.
picks-letter-unwritten = You have not written a letter for this yet. You can write one alone, on any day.
picks-letter-on = Going on shows nothing. It looks the same as keeping a letter back, and nobody is told why.
picks-tick = Tick at least one, or press Show nothing

## Agree

agree-yes-ask = Do you want this, freely? Nobody sees what you press. If one of you does not say yes, you both see the same calm ending.
agree-review = When will you look at it again?
agree-review-on = On { $date }
agree-in-days = in { $count } days
agree-each = Each presses their own button
agree-confirm = I agree to this text
agree-confirmed = agreed to this text
agree-other-date = This is another date. With it, each of you agrees anew.
agree-differ = Leave it open
agree-cooloff = { $count ->
    [one] You both agree to the words now. Then they rest for { $count } hour. After that, each is asked again and you confirm.
   *[other] You both agree to the words now. Then they rest for { $count } hours. After that, each is asked again and you confirm.
  }
agree-end = Either of you can end it on any day, with no reason.

## Pause

pause-left = { $time } left
pause-start = Start the clock
pause-hold = Stop the clock
pause-again = Start the clock again
pause-over = The time is over. Go on when you are ready.
pause-go-on = Go on
pause-skip-any = You can go on at any time.
pause-show-move = Show a slow light to breathe with
pause-hide-move = Take the light away
pause-in = In: the light grows.
pause-out = Out: the light fades.

## Close, check, end

close-recap = What went into Ours
close-more-help = Signs we need more help
close-keep = Keep my answers
close-delete = Delete them now
close-delete-sure = This deletes what you wrote in this run. It cannot be brought back.
close-delete-yes = Delete for good
close-done = Done
check-title = Look at your answers
check-lead = Nothing here is shown to anyone by going on.
check-lead-seal = Once sealed, only you can read them until you both open them.
check-change = Change: { $label }
check-change-word = Change
check-skipped = Skipped
check-keep = Keep
check-seal = Seal my answers
check-done = Done
end-done-title = Done for today
end-done = What you did is kept where each page said.
end-stopped-title = Stopping here
end-stopped = Let’s stop here for today. Stopping is fine, for any reason. What is private stays private.
end-new-facts-title = New facts deserve care
end-new-facts = New facts deserve care. Stop here. Plan with a helper how and when to talk about this.
end-home = Back to Home

## Pause alone

paused-title = Paused
paused-lead = Your words are saved. Nothing of them is on this page.
paused-go-on = Go on
paused-lock = Lock

## Break, rest

break-title = A break
break-lead = No reason needed. When do you want to come back?
break-when = Come back
break-usual = In 20 minutes, or as our pause plan says
break-late = Choose a time within 24 hours
break-minutes = In { $count } minutes
break-about = Most bodies need about 20 minutes to settle.
break-at = At a time I choose
break-time = Time, today or before this time tomorrow
break-time-help = For example 19:30
break-time-wrong = Write a time like 19:30
break-start = Start the break
break-not = Go on without a break
rest-title = Resting until { $when }
rest-title-open = Resting
rest-lead = The page is put away. Nothing is lost.
rest-breathe-title = If you want, breathe
rest-breathe = In for 4, out for 6. Let the out-breath be long and easy. Feet on the floor. Look around the room.
rest-back-title = How to come back
rest-back = Come back even if it is only to say “I need longer”. Sit down. One slow breath. Begin with one kind word.
rest-ready = Each presses their own Ready
rest-another-day = Another day
rest-cooloff-title = Let it rest
rest-cooloff = You can go on with it from { $when }.
rest-cooloff-open = You can go on with it later.
rest-cooloff-why = A day in between keeps a yes free. Either of you can still change your mind.
ready-is = is ready
ready-press = I am ready

## Talk

turn-title = { $speaker } speaks. { $listener } listens.
turn-for = For { $name }
turn-for-both = For both of you
turn-say = Say one small part. Two or three sentences. Speak for yourself.
turn-listen = Breathe. Find the main point. No need to agree or fix.
turn-timer = Turn timer
turn-left = { $count ->
    [one] left of { $count } minute
   *[other] left of { $count } minutes
  }
turn-left-short = left of { $time }
turn-off = No timer
turn-length = Timer
turn-change = Change the timer
turn-minutes-short = { $count } min
turn-add = Add a minute
turn-pause = Pause the timer
turn-start = Start the timer
turn-go-on = Go on with the timer
turn-over = Time to swap when you are ready
turn-said-start = The timer is running.
turn-said-minute = 1 minute left.
turn-more = Another pair of rounds?
turn-more-help = It goes on if you both want it.
turn-more-press = I would like more
turn-more-pressed = would like more
mirror-title = { $listener }, say back what you heard
mirror-begin = You can begin with
mirror-gist = The main point, in your own words.
mirror-sense = What makes sense about it, from where they stand.
mirror-feeling = The feeling you heard in it.
mirror-agree = You can say back what you do not agree with.
mirror-ask = { $speaker }, did { $listener } get it?
mirror-ask-help = Only you answer. Any of these is fine.
mirror-yes = Yes, that’s it
mirror-partly = Partly
mirror-not-yet = Not yet
mirror-two-title = { $speaker }, say it in two sentences
mirror-two = Three tries are enough for today. Say the heart of it in two sentences, then go on. Nobody did it wrong.
ready-lead = You have each sealed an answer. When you open them, both go to Ours and stay there. You read one answer a page, and can stop between them.
ready-each = Each presses their own Ready
ready-first = Whose answer is read first?
ready-first-is = { $name }’s first
ready-stop = Stop here
ready-stop-help = Stop here leaves the rest sealed.
ready-nothing = Nothing to open for this one
opened-wrote = wrote
opened-skipped = skipped this one
opened-reply = { $name }, a reply if you want one
opened-reply-any = A reply, if you want one
opened-next = Next
opened-stars = Words { $name } would love to hear
shown-stars = Words the other one would love to hear
shown-nothing = Nothing is shown this time. That is a full answer.
