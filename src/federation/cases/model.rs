//! What a host chooses for a whole community, and how it was before.

use crate::federation::peers::{Decision, Peer, Stance};
use crate::kernel::Bounded;
use crate::safety::actions::Verb;
use crate::safety::reports::Reason;

/// What a host chooses, from a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chosen {
    /// What the community may do from now on.
    pub stance: Stance,
    /// Whether pictures from there are taken.
    pub has_media: bool,
    /// Why, as everybody may read it counted.
    pub why: Reason,
    /// One line for those who look after things here, and for lists that are passed on.
    pub words: Bounded<0, 300, false>,
    /// Whether all that came from there and stands goes out of sight.
    pub removes: bool,
}

impl Chosen {
    /// The same as links know it.
    #[must_use]
    pub fn decision(&self) -> Decision {
        Decision { stance: self.stance, has_media: self.has_media, comment: self.words.clone() }
    }
}

/// How a community stood before something was decided of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Was {
    /// What it could do.
    pub stance: Stance,
    /// Whether pictures from there were taken.
    pub has_media: bool,
    /// Why that was.
    pub comment: String,
}

impl Was {
    /// How a community stands.
    #[must_use]
    pub fn of(peer: Option<&Peer>) -> Self {
        match peer {
            Some(peer) => {
                Self { stance: peer.stance, has_media: peer.has_media, comment: peer.comment.clone() }
            }
            None => Self { stance: Stance::Allow, has_media: true, comment: String::new() },
        }
    }

    /// What is written down of it.
    #[must_use]
    pub fn written(&self) -> String {
        let media = if self.has_media { "media" } else { "none" };
        format!("{} {media} {}", self.stance.code(), self.comment)
    }

    /// Reads that; none where it is forgotten.
    #[must_use]
    pub fn read(written: &str) -> Option<Self> {
        let (stance, rest) = written.split_once(' ')?;
        let (media, comment) = rest.split_once(' ')?;
        let stance = Stance::parse(stance)?;
        Some(Self { stance, has_media: media == "media", comment: comment.to_owned() })
    }

    /// The same as a decision.
    #[must_use]
    pub fn decision(&self) -> Decision {
        Decision { stance: self.stance, has_media: self.has_media, comment: Bounded::clipped(&self.comment) }
    }

    /// What was decided, if this becomes that; none: nothing changes.
    #[must_use]
    pub fn becomes(&self, now: &Decision) -> Option<Verb> {
        if self.stance == now.stance {
            return match (self.has_media, now.has_media) {
                (true, false) => Some(Verb::MediaThere),
                (false, true) => Some(Verb::AllowThere),
                _ => None,
            };
        }
        Some(match now.stance {
            Stance::Allow => Verb::AllowThere,
            Stance::Limit => Verb::LimitThere,
            Stance::Hold => Verb::HoldThere,
            Stance::Block => Verb::BlockThere,
        })
    }
}

#[test]
fn how_it_was_is_read_back_and_says_what_changed() {
    let was = Was { stance: Stance::Hold, has_media: false, comment: "They answer nobody.".to_owned() };
    assert_eq!(Was::read(&was.written()), Some(was.clone()));
    assert_eq!(Was::read(&Was::of(None).written()), Some(Was::of(None)));
    assert_eq!(Was::read(""), None);
    let to = |stance, has_media| Decision { stance, has_media, comment: Bounded::clipped("") };
    assert_eq!(was.becomes(&to(Stance::Hold, false)), None);
    assert_eq!(was.becomes(&to(Stance::Hold, true)), Some(Verb::AllowThere));
    assert_eq!(was.becomes(&to(Stance::Block, false)), Some(Verb::BlockThere));
    assert_eq!(Was::of(None).becomes(&to(Stance::Allow, false)), Some(Verb::MediaThere));
}
