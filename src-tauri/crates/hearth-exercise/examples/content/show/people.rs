//! Who acts, and who reads what they write.

use hearth_domain::Visibility;
use hearth_exercise::model::{Role, Step, Who};

pub const fn who(who: Who) -> &'static str {
    match who {
        Who::Me => "you, alone",
        Who::Each => "each of you, unseen by the other",
        Who::Both => "both of you, on one screen",
        Who::Role(one) => role(one),
    }
}

/// Roles are never shown in the workbook, which has names; here they are said in words.
pub const fn role(role: Role) -> &'static str {
    match role {
        Role::Speaker => "the one who speaks",
        Role::Listener => "the one who listens",
        Role::Owner => "the one who brings it",
        Role::Receiver => "the one who answers",
        Role::Hurt => "the one who was hurt",
        Role::Recovering => "the one in recovery",
        Role::Supporting => "the one who supports",
    }
}

/// The audience line, as the workbook says it.
pub const fn reader(step: &Step) -> &'static str {
    match step.kind.visibility() {
        None => "nothing is written",
        Some(Visibility::Eph) => "only you, and it is not kept",
        Some(Visibility::Priv) => "only you",
        Some(Visibility::Offer) => "only you, unless you choose to show it",
        Some(Visibility::Seal) => "sealed until you both open it",
        Some(Visibility::Shared) => "both of you",
        Some(Visibility::Ther) => "only you; later you choose if your therapist gets it",
    }
}
