### S7, what is sealed.

sealed-title = Sealed answers
sealed-lead = What you sealed is readable by you until you both open it. Until then you can take it back.
sealed-lead-together = Only answers you have both sealed are listed.
sealed-empty-alone = Nothing is sealed. What you seal is listed here.
sealed-empty = When you have both sealed an answer, it waits here.
sealed-take-back = Take back
sealed-open = Open it
