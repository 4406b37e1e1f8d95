### What went wrong (F24): what happened, what is safe, what to do.

problem-details = Details
problem-reference = Reference: { $reference }
problem-try-again = Try again
problem-look-again = Look again
problem-choose-other = Choose another folder
problem-close = Close the book
problem-safe = The files
problem-safe-about = They lie as they were. Nothing was removed or written over.
problem-safe-state = Not touched

problem-wrong-title = That did not open it
problem-wrong = That passphrase did not open it. Check Caps Lock and try again.
unlock-wrong = That passphrase did not open { $name }’s space. Check Caps Lock and try again.
problem-wait-title = A short wait
problem-wait = That was a few tries in a row. Wait a moment, then try again.
unlock-wait = { $seconds ->
    [one] Wait { $seconds } second, then try again.
   *[other] Wait { $seconds } seconds, then try again.
  }
problem-too-easy-title = Too easy to guess
problem-too-easy = This one is easy to guess. Use the five words, or a longer one of your own.
problem-bad-passphrase-title = A passphrase is needed
problem-bad-passphrase = Type your passphrase first.
problem-long-passphrase-title = This passphrase is too long
problem-long-passphrase = That is longer than a passphrase can be. Make it shorter, or check what you pasted.
problem-bad-name-title = A name is needed
problem-bad-name = Type a name that is not too long and not taken yet.
problem-damaged-title = Part of the file cannot be read
problem-damaged = Part of the file cannot be read. Nothing was changed. Look again, or choose a copy of this book if you have one.
problem-newer-title = This book is from a newer version
problem-newer = A newer version of Hearthside made this book. Nothing was changed. Open it with that version.
problem-someone-elses-title = A file of another book
problem-someone-elses = One file here belongs to another book, so it was not opened. Nothing was changed. Put this book’s own file back, then look again.
problem-already-open-title = The workbook is already open
problem-already-open = The workbook is already open in another window. Use that one, or close it and look again.
problem-not-a-vault-title = There is no book in this folder
problem-not-a-vault = This folder holds no book of Hearthside. Nothing was changed. Choose the folder that holds your book.
problem-read-only-title = This folder cannot be written
problem-read-only = The folder can be read but not written. Nothing was changed. Make it writable, then look again.
problem-read-only-writing = The folder cannot be written any more. Your last words are still on this screen. Make it writable, then press Try again.
problem-rolled-back-title = These pages are older than the ones you saw
problem-rolled-back = The pages were put back to an older state. Nothing was changed. Put the newer ones back, then look again.
problem-disk-full-title = The disk is full
problem-disk-full = The disk is full. What was saved is safe. Make room, then try again.
problem-disk-full-writing = The disk is full. Your last words are still on this screen. Make room, then press Try again.
problem-not-saved-title = Not saved
problem-not-saved = This could not be saved. What was saved before is safe. Try again.
problem-not-saved-writing = Your last words could not be saved. They are still on this screen. Press Try again.
problem-not-now-title = This is not open now
problem-not-now = This needs somebody else to be open, or one of you alone. Go back and look again.
problem-moved-title = It was changed meanwhile
problem-moved = It was changed meanwhile. What you wrote is kept. Open the page again to see how it stands now.
problem-closed-title = This one opens later
problem-closed = This one opens later.
problem-bad-answer-title = This answer does not fit
problem-bad-answer = This answer does not fit the question. Change it and go on.
problem-long-answer-title = More than this page can keep
problem-long-answer = These are more words than this page can keep. They are still on this screen, but not saved. Make them shorter, then press Try again.
problem-unknown-title = This is not here any more
problem-unknown = This is not here any more. Go back and look again.
problem-internal-title = Something went wrong
problem-internal = Something went wrong in the program. What was saved is safe. Try again, or lock and open again.
