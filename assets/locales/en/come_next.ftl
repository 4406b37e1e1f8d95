### What could come next: at the top of the exercises (S5), at a close, on Home.

come-next = What could come next
come-offered = It may help with what you wrote.
come-way-in = This comes next. Others build on it.
come-review = Review was due on { $when }. It stays in force.
come-named = It goes well after this one.
come-opens = “{ $title }” is done. This builds on it.
come-again-days = It is { $count ->
    [one] one day
   *[other] { $count } days
  } since the last time.
come-again-weeks = It is { $count } weeks since the last time.
