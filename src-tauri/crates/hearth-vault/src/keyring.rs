//! What a person's root opens: their identities and what they remember of their spaces (`build-notes.md` 3).
//!
//! Knows the text, not where it is kept.

use hearth_domain::{AuthorId, Person, SpaceId, VaultId};
use secrecy::ExposeSecret;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::age_file::Key;
use crate::folder::FileName;
use crate::identity_file;
use crate::mac::MacKind;

const UNIT: usize = 16 * 1024;
const FIRST_LINE: &str = "# hearthside-keyring v1\n";
/// The format this program writes and the newest it reads.
pub(crate) const FORMAT: u32 = 1;

/// Which of a person's two spaces.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SpaceKind {
    /// Their own pages.
    Mine,
    /// The shared pages.
    Ours,
}

/// A keyring. No `Debug`: it holds identities.
#[derive(Clone)]
pub(crate) struct Keyring {
    pub(crate) vault: VaultId,
    pub(crate) generation: u64,
    pub(crate) partner: Person,
    pub(crate) author: AuthorId,
    pub(crate) mine: Entry,
    pub(crate) ours: Entry,
    pub(crate) peer: Option<Peer>,
    pub(crate) pending: Option<Pending>,
    pub(crate) card: Key,
}

/// A space as its reader remembers it.
#[derive(Clone)]
pub(crate) struct Entry {
    pub(crate) id: SpaceId,
    pub(crate) file: FileName,
    /// The highest generation seen on disk: anything below was put back.
    pub(crate) high: u64,
    pub(crate) key: Key,
}

/// The partner, as this person knows them.
#[derive(Clone)]
pub(crate) struct Peer {
    pub(crate) author: AuthorId,
    pub(crate) card: String,
    pub(crate) pair_key: PairKey,
}

/// Thirty-two bytes only the two people have.
pub(crate) type PairKey = Zeroizing<[u8; 32]>;

/// A partner being added: what is needed to finish or undo it after a crash.
#[derive(Clone)]
pub(crate) struct Pending {
    pub(crate) peer: Peer,
    pub(crate) file: FileName,
}

/// Why a text is no keyring of this vault.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NoKeyring {
    Damaged,
    Newer,
    SomeoneElses,
}

impl Keyring {
    pub(crate) const fn entry(&self, kind: SpaceKind) -> &Entry {
        match kind {
            SpaceKind::Mine => &self.mine,
            SpaceKind::Ours => &self.ours,
        }
    }

    pub(crate) const fn entry_mut(&mut self, kind: SpaceKind) -> &mut Entry {
        match kind {
            SpaceKind::Mine => &mut self.mine,
            SpaceKind::Ours => &mut self.ours,
        }
    }

    pub(crate) fn text(&self, root: &Key) -> Zeroizing<Vec<u8>> {
        let json = Zeroizing::new(serde_json::to_string(&Doc::of(self)).unwrap_or_default());
        let lines = [&self.card, &self.mine.key, &self.ours.key].map(Key::line);
        // Exposed to be written under the root: this is the file that keeps them.
        let [card, mine, ours] = lines.each_ref().map(|line| line.expose_secret());
        let text = Zeroizing::new(format!("{FIRST_LINE}# {}\n{card}\n{mine}\n{ours}\n", *json));
        identity_file::seal(&text, UNIT, &root.mac_key(self.vault, MacKind::Keyring))
    }

    pub(crate) fn parse(text: &[u8], root: &Key, vault: VaultId) -> Result<Self, NoKeyring> {
        let (body, mac) = identity_file::split(text).ok_or(NoKeyring::Damaged)?;
        let json = body.strip_prefix(FIRST_LINE).and_then(|t| t.lines().next()).and_then(|l| l.strip_prefix("# "));
        let json = json.ok_or(NoKeyring::Damaged)?;
        let says: Says = serde_json::from_str(json).map_err(|_| NoKeyring::Damaged)?;
        // Whose it is, is proven with the vault it names; whether that is this one, is asked after.
        if !root.mac_key(says.vault, MacKind::Keyring).verify(&[body.as_bytes()], &mac) {
            return Err(NoKeyring::Damaged);
        }
        if says.format > FORMAT {
            return Err(NoKeyring::Newer);
        }
        if says.vault != vault {
            return Err(NoKeyring::SomeoneElses);
        }
        let doc: Doc = serde_json::from_str(json).map_err(|_| NoKeyring::Damaged)?;
        let keys: Vec<Key> = body.lines().filter_map(Key::parse).collect();
        doc.keyring(&keys).ok_or(NoKeyring::Damaged)
    }
}

/// What every version's JSON says.
#[derive(Deserialize)]
struct Says {
    format: u32,
    vault: VaultId,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Doc {
    format: u32,
    min_reader: u32,
    vault: VaultId,
    #[serde(rename = "gen")]
    generation: u64,
    partner: Person,
    author: AuthorId,
    spaces: Vec<SpaceDoc>,
    peer: Option<PeerDoc>,
    pair_key: Option<PairKeyDoc>,
    pending: Vec<PendingDoc>,
    trash: Vec<String>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct SpaceDoc {
    kind: SpaceKind,
    id: SpaceId,
    file: String,
    /// Which identity line of the file is its key, from 0.
    line: usize,
    high: u64,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct PeerDoc {
    author: AuthorId,
    card: String,
}

/// 64 hexadecimal digits.
type PairKeyDoc = Zeroizing<String>;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct PendingDoc {
    /// Always `partner` in format 1.
    kind: PendingKind,
    file: String,
    peer: PeerDoc,
    pair_key: PairKeyDoc,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum PendingKind {
    Partner,
}

impl Doc {
    fn of(keyring: &Keyring) -> Self {
        Self {
            format: FORMAT,
            min_reader: FORMAT,
            vault: keyring.vault,
            generation: keyring.generation,
            partner: keyring.partner,
            author: keyring.author,
            spaces: vec![
                SpaceDoc::of(SpaceKind::Mine, &keyring.mine, 1),
                SpaceDoc::of(SpaceKind::Ours, &keyring.ours, 2),
            ],
            peer: keyring.peer.as_ref().map(PeerDoc::of),
            pair_key: keyring.peer.as_ref().map(pair_key_doc),
            pending: keyring.pending.iter().map(PendingDoc::of).collect(),
            trash: vec![],
        }
    }

    fn keyring(self, keys: &[Key]) -> Option<Keyring> {
        let entry = |kind: SpaceKind| {
            let doc = self.spaces.iter().find(|s| s.kind == kind)?;
            let (file, key) = (FileName::parse(&doc.file)?, keys.get(doc.line)?.clone());
            Some(Entry { id: doc.id, file, high: doc.high, key })
        };
        let (mine, ours) = (entry(SpaceKind::Mine)?, entry(SpaceKind::Ours)?);
        let peer = match (self.peer, self.pair_key) {
            (Some(peer), Some(key)) => Some(peer.peer(&key)?),
            (None, None) => None,
            _ => return None,
        };
        let pending = match self.pending.into_iter().next() {
            Some(doc) => Some(Pending { file: FileName::parse(&doc.file)?, peer: doc.peer.peer(&doc.pair_key)? }),
            None => None,
        };
        let (vault, generation, partner, author) = (self.vault, self.generation, self.partner, self.author);
        Some(Keyring { vault, generation, partner, author, mine, ours, peer, pending, card: keys.first()?.clone() })
    }
}

impl SpaceDoc {
    fn of(kind: SpaceKind, entry: &Entry, line: usize) -> Self {
        Self { kind, id: entry.id, file: entry.file.text(), line, high: entry.high }
    }
}

impl PeerDoc {
    fn of(peer: &Peer) -> Self {
        Self { author: peer.author, card: peer.card.clone() }
    }

    fn peer(self, pair_key: &PairKeyDoc) -> Option<Peer> {
        let mut key = PairKey::default();
        hex::decode_to_slice(pair_key.as_bytes(), &mut *key).ok()?;
        Some(Peer { author: self.author, card: self.card, pair_key: key })
    }
}

fn pair_key_doc(peer: &Peer) -> PairKeyDoc {
    Zeroizing::new(hex::encode(*peer.pair_key))
}

impl PendingDoc {
    fn of(pending: &Pending) -> Self {
        Self {
            kind: PendingKind::Partner,
            file: pending.file.text(),
            peer: PeerDoc::of(&pending.peer),
            pair_key: pair_key_doc(&pending.peer),
        }
    }
}
