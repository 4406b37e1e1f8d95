### What is better talked about with a helper.

park-title = To bring to a helper
park-lead = Some things are safer with a third person in the room. Put them here, and leave them here until then.
park-lead-together = Lines for both of you to read. Each of you also has a list of their own, in their own pages.
park-empty = Nothing waits here. When something is too heavy for the two of you alone, it can.
park-new = A new line
park-new-help = A few words are enough. Leave out what is not known to both of you: that needs a planned talk.
park-for = Who reads it?
park-for-me = Only you
park-for-both = Both of you
park-add = Put it on the list
park-short = Write a line of up to 280 characters.
park-mine = Only you · { $when }
park-by = Both of you · { $name } · { $when }
park-ours = Both of you · { $when }
park-talked-do = We talked about it
park-talked-do-me = I talked about it
park-talked = Talked about
park-again = Put it back on the list
park-remove = Remove
park-stays = A line for both of you stays in your shared history.
