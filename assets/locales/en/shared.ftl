### Parts used on many pages.

problems = There is a problem
passphrase-show = Show
passphrase-cover = Cover
audience-not-kept = Only you.
audience-not-kept-more = It is not kept.
audience-only-you = Only you
audience-may-show = Only you,
audience-may-show-more = unless you choose to show it.
audience-sealed = Sealed
audience-sealed-more = until you both open it
audience-both = Both of you
audience-therapist = Only you.
audience-therapist-more = Later you choose if your therapist gets it.
minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
  }

## Cover

cover-title = Pass the laptop to { $next }
cover-title-page = Pass the laptop
cover-closed = { $last }’s page is closed.
cover-shut = The page before is closed.
cover-i-am = I am { $next }
cover-still = It is still { $last }
