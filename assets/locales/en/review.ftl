### Both look at an agreement again, or agree to a new one (F8, F9).

review-page = An agreement
review-ask-keep = Do you want to keep this?
review-ask-keep-about = Nobody sees what you press. If one of you does not say yes, it stays in force as it is. You both see the same calm page then. Either of you can end it alone, on any day.
review-ask-new = Do you want this, freely?
review-ask-new-about = Nobody sees what you press. If one of you does not say yes, you both see the same calm page.
review-yes = Yes, I want it
review-not-now = Not now
review-leave = Leave it for today
review-kept = You keep it
review-agreed = You both agreed
review-kept-about = You look at it again on { $when }. Either of you can end it on any day.
review-as-it-was = It stays as it is
review-as-it-was-about = Nothing was changed. You can look at it again on any day.
review-not-today-about = Nothing is settled today. That is fine, for any reason.
review-back = Back to agreements
