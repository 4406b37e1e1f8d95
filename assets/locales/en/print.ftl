### Printing a page.

print-do = Print
print-paper = Paper can be found by others.
print-about = It shows what stands on this page now. Nothing else goes with it.
print-large = Large print
print-go = Print this page
print-not = Not now
