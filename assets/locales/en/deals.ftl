### S9, F8: limits and proposals outside an exercise.

deals-title = Limits and agreements
deals-write = Write one
deals-empty-together = Nothing yet. Each of you can write one alone.

## Proposals

deals-proposals = Proposals
deals-proposed-by = Proposed by
deals-suggested-by = A change suggested by
deals-proposal-on = First proposed on { $when }.
deals-for-both = For both of you.
deals-for-one = For { $name }.
deals-from-day = From { $when }.
deals-from-agreed = From the day you both agree.
deals-review = { $count ->
    [one] You look at it again a day after you both agree.
   *[other] You look at it again { $count } days after you both agree.
  }
deals-either = Either of you can end it on any day.
deals-ending = How you tell each other: { $words }
deals-replaces = It would take the place of “{ $name }”. That one stays in force until you both agree to this.
deals-replaces-confirm = It takes the place of “{ $name }” once you both agree.
deals-to-agree = To agree to it, open together.
deals-to-answer = To suggest a change, say no or take it back, open alone.
deals-agree = See if you both want it
deals-suggest = Suggest a change
deals-not-now = Not now
deals-no = No
deals-take-up = Take it up again
deals-withdraw = Take it back
deals-said-not-now = { $name } said not now on { $when }.
deals-said-no = { $name } said no on { $when }.
deals-withdrawn = { $name } took it back on { $when }.
deals-unconfirmed = This stands in your name here. Your own pages do not have it.
deals-session = You have both changed this a few times. Take it to a session?
deals-session-do = Sit down together
deals-changed = What changed
deals-was = It was
deals-is = It is now
deals-nothing = Nothing was written
deals-part-name = The name
deals-part-what = What you do
deals-part-whom = For whom
deals-part-from = From when
deals-part-review = When you look at it again
deals-part-ending = How you tell each other
deals-days = { $count ->
    [one] After a day
   *[other] After { $count } days
  }
deals-replaced = “{ $name }” took its place on { $when }.

## Limits

deals-limits = Limits
deals-limits-about = A limit says what somebody will do to look after themselves. It needs no agreement.
deals-limit-by = A limit of
deals-limit-on = Given on
deals-limit-free = A limit needs no agreement
deals-limit-read = I have read this
deals-limit-read-by = “I have read this”: { $name }, on { $when }.
deals-limit-change = Change it
deals-limit-end = End it
deals-limit-ended = Ended on { $when } by { $name }
deals-limit-earlier = What it said before
deals-limit-until = Until { $when }

## Drafts

deals-drafts = Your drafts
deals-draft-limit = A limit
deals-draft-limit-change = New words for your limit
deals-draft-proposal = A proposal
deals-draft-suggestion = A change you could suggest
deals-draft-change = A change to an agreement
deals-draft-on = Begun on { $when }
deals-draft-unnamed = Without a name yet
deals-draft-go-on = Go on
deals-draft-remove = Remove
deals-draft-removed = Removed. You can undo this for 30 days.
deals-draft-removed-list = What you removed

## Write one

write-title = Write one
write-question = What do you want to write?
write-limit = A limit I set for myself
write-limit-about = It says what I will do. It can be read. Nobody can vote on it or change it.
write-proposal = Something we both do
write-proposal-about = It is a proposal. It counts only once both of us agree.

## A draft

draft-page = A draft
draft-saving = Saving…
draft-moved = The text was changed since you began. Your words are still here. The last page shows what it says now.
draft-over = What you wanted to change is over. Your words are still here. You can propose them as your own.
draft-limit-question = What is my limit?
draft-name = A short name
draft-name-help = So that you both find it again.
draft-when = When does it count?
draft-when-help = For example: if there is shouting.
draft-will = What I will do then
draft-will-help = For example: I will go to the other room and come back in half an hour.
draft-what-question = What would you do?
draft-what = What you do
draft-what-help = In plain words, so small that it is easy to keep.
draft-when-question = For whom, and from when?
draft-whom = For whom?
draft-whom-both = Both of us
draft-from = From when?
draft-from-agreed = From the day we both agree
draft-from-day = From a day
draft-from-date = Which day?
draft-review-question = When do you look at it again?
draft-review = After you both agree
draft-ending = How do you tell each other when one of you ends it?
draft-ending-help = You can leave this empty. Either of you can end it on any day, whatever it says here.
draft-check-limit = Give this limit?
draft-check-limit-about = { $name } can read it, and can say that they have read it. Nobody but you can change it or end it, on any day.
draft-check-proposal = Propose this?
draft-check-suggestion = Suggest this change?
draft-check-proposal-about = { $name } can suggest a change, say not now, or say no. It counts only once you both agree. You can take it back until then.
draft-check-nobody = Your partner
draft-give = Give this limit
draft-propose = Propose it
draft-suggest = Suggest it
draft-later = Keep it as a draft
draft-go-on = Continue
draft-same = These are the words that stand there now. Change something first, or keep it as a draft.
draft-missing-name = Write a short name.
draft-missing-what = Write what you do.
draft-missing-will = Write what you will do.
draft-missing-from = Write a day, or choose the day you both agree.
draft-missing-review = Choose a day.
