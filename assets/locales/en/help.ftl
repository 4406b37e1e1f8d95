### S16, help and safety. Opens without a passphrase; nothing is kept.

help-title = Help and safety
help-lead = Talk to a trained person, by phone or in another way. You do not have to decide anything to call.
help-phone = Calls may show on a phone bill. A friend’s phone or a public phone may be safer. The app keeps no record of this page.
help-region = Choose a country
help-region-none = My country is not here
help-elsewhere = In many countries, 112 or 911 works. If not, call your local emergency number.
help-speak = If you cannot speak, follow the operator’s prompts.
help-known = Known in { $year }. Check that it still works.
help-checked = Checked on { $when }.
help-text = Text { $text }
help-call-or-text = { $call }, or text { $text }
help-kind-emergency = Danger now
help-kind-crisis = Very hard moments
help-kind-abuse = Fear or force at home
help-kind-own-behaviour = If you are worried about how you act
help-kind-sexual-violence = Sexual violence
help-kind-substance = Drinking, using, and other habits
help-kind-family = For family and friends
help-kind-children = For children
help-kind-community = For communities
help-cannot-title = What this app cannot hide
help-cannot = It cannot stop spyware, or someone who watches you type. Others may see that the app is on this computer. A phone or computer your partner cannot reach is safer.
