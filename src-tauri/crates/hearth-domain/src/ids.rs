//! Sixteen random bytes with a name each, so that a run is never handed over where an item is meant.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A text that is not 32 lower-case hexadecimal digits.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("not an id")]
pub struct BadId;

macro_rules! id {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name([u8; 16]);

        impl $name {
            /// The id made of these bytes.
            #[must_use]
            pub const fn from_bytes(bytes: [u8; 16]) -> Self {
                Self(bytes)
            }

            /// The sixteen bytes.
            #[must_use]
            pub const fn bytes(&self) -> &[u8; 16] {
                &self.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&hex::encode(self.0))
            }
        }

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, "{}({self})", stringify!($name))
            }
        }

        impl std::str::FromStr for $name {
            type Err = BadId;

            fn from_str(text: &str) -> Result<Self, BadId> {
                let lower = text.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
                let mut bytes = [0; 16];
                hex::decode_to_slice(text, &mut bytes).map_err(|_| BadId)?;
                if lower { Ok(Self(bytes)) } else { Err(BadId) }
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
                s.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
                let text = String::deserialize(d)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }
    )+};
}

id! {
    /// One vault folder.
    VaultId,
    /// One encrypted space: Mine of a person, or Ours.
    SpaceId,
    /// A person as the author of sealed answers, fixed in both keyrings.
    AuthorId,
    /// One time through an exercise.
    RunId,
    /// One sealed question asked of both.
    RoundId,
    /// Something an exercise leaves behind: agreement, letter, list, plan, card.
    ItemId,
    /// One evening together.
    SittingId,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_reads_back_what_it_writes_and_refuses_the_rest() {
        let id = RunId::from_bytes([0xa7; 16]);
        assert_eq!(id.to_string().parse(), Ok(id));
        assert_eq!("a7".parse::<RunId>(), Err(BadId));
        assert_eq!("A7".repeat(16).parse::<RunId>(), Err(BadId));
        assert_eq!("g7".repeat(16).parse::<RunId>(), Err(BadId));
    }
}
