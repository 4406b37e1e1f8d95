### S9, agreements.

agreements-lead = What you both agreed, in your own words. Either of you can end any of it, on any day.
agreements-lead-together = What you both agreed, in your own words.
agreements-end-alone = To end one, open alone. Either of you can, on any day.
agreements-empty = Nothing yet. Begin with a small, easy one.
agreements-empty-do = See the exercises
agreements-proposed = Waiting for a second look
agreements-in-force = In force
agreements-unconfirmed = Says it is in force
agreements-unconfirmed-note = This is not a text you said yes to.
agreements-unconfirmed-on = Written on
agreements-ended = Ended
agreements-since = In force since
agreements-review = Review on
agreements-made = Agreed { $when }
agreements-proposed-on = Proposed on
agreements-either = Either of you can end it
agreements-due = Review was due on { $when }. It stays in force. Keep, change or end it?
agreements-end = End it
agreements-keep = Keep or change it
agreements-confirm = Look at it again
agreements-confirm-from = You can both confirm it from { $when }.
agreements-confirm-now = You can both confirm it now.
agreements-ended-by = Ended on { $when } by { $name }
