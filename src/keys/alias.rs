//! What an alias is found by, and what a ban of the person behind it is found by. Pure functions: each needs the
//! member secret and the ring together, and none of them gives either away.

use super::{Key, MemberSecret};
use crate::kernel::{Chance, Error, GroupId, ThreadId};

/// Bytes of a tag.
const TAG: usize = 16;
/// What a sealed ban tag is called.
const SEAL: &str = "alias-ban";

/// Where a name holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// In one thread.
    Thread(ThreadId),
    /// In one group, by the member's choice.
    Group(GroupId),
}

impl Scope {
    /// Always one byte for the sort, and eight for the id.
    const fn parts(self) -> ([u8; 1], [u8; 8]) {
        match self {
            Self::Thread(id) => (*b"t", id.0.to_be_bytes()),
            Self::Group(id) => (*b"g", id.0.to_be_bytes()),
        }
    }
}

/// What an alias's row is found by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tag(pub [u8; TAG]);

/// What a ban from anonymous posting in a group is found by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BanTag(pub [u8; TAG]);

impl MemberSecret {
    /// The tag of this member's alias: `generation` counts the names they had in one scope.
    #[must_use]
    pub fn alias_tag(&self, epoch: &Key, scope: Scope, generation: u32) -> Tag {
        let (sort, id) = scope.parts();
        let person = self.mac(&[b"alias", &sort, &id, &generation.to_be_bytes()]);
        Tag(head(epoch.mac(&[b"tag", person.bytes()])))
    }

    /// The tag by which this member is banned from anonymous posting in a group: the same for all their aliases there.
    #[must_use]
    pub fn ban_tag(&self, bans: &Key, group: GroupId) -> BanTag {
        let person = self.mac(&[b"ban", &group.0.to_be_bytes()]);
        BanTag(head(bans.mac(&[b"ban", person.bytes()])))
    }
}

impl BanTag {
    /// Seals the tag into an alias's row, so that no two rows of one person hold a value alike.
    /// `alias` is the row's own id, and opens in no other.
    ///
    /// # Errors
    /// None that can be met; see [`Key::seal`].
    pub fn seal(self, chance: &Chance, epoch: &Key, alias: &str) -> Result<String, Error> {
        epoch.seal(chance, SEAL, alias, &self.0)
    }

    /// Opens it again, for whoever bans the person behind the alias.
    #[must_use]
    pub fn open(sealed: &str, epoch: &Key, alias: &str) -> Option<Self> {
        let bytes = epoch.open(SEAL, alias, sealed)?;
        bytes.first_chunk().copied().map(Self)
    }
}

fn head(mac: [u8; 32]) -> [u8; TAG] {
    mac.first_chunk().copied().unwrap_or_default()
}
