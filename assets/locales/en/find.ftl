### S14: find, one entry, the history of the shared pages, what was removed.

find-title = Find
find-lead = Looks in your own pages and in the shared ones. What you look for is not kept.
find-lead-together = Looks in the shared pages only. What you look for is not kept.
find-words = Words to look for
find-help = The beginning of a word is enough.
find-empty = Only open spaces are searched.
find-none = Nothing here has words that begin like this. Try fewer letters.
find-count = { $count ->
    [one] { $count } found
   *[other] { $count } found, the newest first
  }
find-count-shown = { $count } found. Here are the newest { $shown }.
find-more = Show more
find-mine = Only you
find-ours = Both of you
find-sealed = Sealed
find-by = { $name }
find-kind-answer = Answer
find-kind-sealed = Sealed answer
find-kind-agreement = Agreement
find-kind-card = Card
find-kind-plan = Plan
find-kind-ritual = Ritual
find-kind-list = List
find-kind-letter = Letter
find-kind-park = To bring to a helper
find-kind-limit = Limit
find-kind-proposal = Proposal
find-kind-limit-draft = Draft of a limit
find-kind-proposal-draft = Draft of a proposal
find-kind-closing = A line you kept together
more-find = Find
more-find-about = Look for words in the pages that are open.
keys-find = Find

## One entry

entry-title = One entry
entry-nothing = Nothing was written here.
entry-taken-back = The words were taken back.
entry-before = { $count ->
    [one] What it said before
   *[other] What it said before, { $count } times
  }
entry-before-answer = Written { $when }
entry-before-thing = Until { $when }
entry-go-on = Go on with it
entry-agreements = See it under Agreements
entry-things = See it under What you kept

## History

past-title = History
past-lead = Every change of the shared pages, the newest first. Both of you see the same.
past-empty = Nothing has changed yet. What you do together is written here.
past-earlier = Show earlier changes
past-look = Look at the words
past-whose = { $title }, { $name }
past-wrote = Written in “{ $about }”
past-wrote-by = { $name } wrote in “{ $about }”
past-replied = A reply in “{ $about }”
past-replied-by = { $name } replied in “{ $about }”
past-took-back = Words in “{ $about }” were taken back
past-took-back-by = { $name } took back words in “{ $about }”
past-opened = You opened your answers in “{ $about }”
past-done = You finished “{ $about }”
past-stopped = You stopped “{ $about }”
past-named = { $about } joined this book
past-closing = A line to keep: “{ $about }”
past-proposed = “{ $about }” was proposed
past-proposed-by = { $name } proposed “{ $about }”
past-suggested = A change to “{ $about }” was suggested
past-suggested-by = { $name } suggested a change to “{ $about }”
past-not-now = “{ $about }” was put off
past-not-now-by = { $name } said not now to “{ $about }”
past-no = “{ $about }” was not agreed
past-no-by = { $name } said no to “{ $about }”
past-taken-up = “{ $about }” was taken up again
past-taken-up-by = { $name } took up “{ $about }” again
past-withdrawn = “{ $about }” was taken back
past-withdrawn-by = { $name } took back “{ $about }”
past-replaced = Another agreement took the place of “{ $about }”
past-limit-given = The limit “{ $about }” was given
past-limit-given-by = { $name } gave the limit “{ $about }”
past-limit-changed = The limit “{ $about }” got new words
past-limit-changed-by = { $name } changed the limit “{ $about }”
past-limit-read = The limit “{ $about }” was read
past-limit-read-by = { $name } said “I have read this” of the limit “{ $about }”
past-limit-ended = The limit “{ $about }” ended
past-limit-ended-by = { $name } ended the limit “{ $about }”
past-reworded = “{ $about }” got a new text
past-said-yes = You both said yes to “{ $about }”
past-said-yes-by = { $name } said yes to “{ $about }”
past-in-force = “{ $about }” came into force
past-ended = “{ $about }” ended
past-ended-by = { $name } ended “{ $about }”
past-left-open = “{ $about }” was left open
past-parked = “{ $about }” was put on the list for a helper
past-parked-by = { $name } put “{ $about }” on the list for a helper
past-talked = “{ $about }” was talked about with a helper
past-kept = “{ $about }” was kept for both of you
past-removed = Something was removed
past-gone = Something that is no longer here
past-changed = Something changed
more-past = History
more-past-about = Every change of the shared pages, with its day.

## Removed

removed-title = Removed
removed-lead = What you removed stays here for 30 days. Only you can see this.
removed-empty = There is nothing here.
removed-when = Removed { $when }. It goes for good on { $gone }.
removed-undo = Undo
removed-for-good = Remove for good now
removed-sure = Remove “{ $name }” for good?
removed-sure-about = It goes from this book, with all its earlier words. The answers it was made from stay in your exercise. Older copies of the book on other drives keep what they had.
removed-sure-do = Remove for good
removed-keep = Keep it here
removed-back = It is back where it was.
removed-gone = It is gone.
things-remove = Remove
things-removed = Removed. You can undo this for 30 days.
things-removed-list = What you removed
more-removed = Removed
more-removed-about = What you removed. It stays for 30 days.
