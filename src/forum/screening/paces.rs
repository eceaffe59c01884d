//! When each name spoke last where a group takes its time, and what was said in several places. In memory alone: no row says when somebody was here, and a restart
//! forgives.

use std::hash::Hash;

use super::echoes::{By, Echoes};
use super::model::PACE_MAX;
use super::verdict::Refusal;
use crate::identity::brief::Brief;
use crate::kernel::{Chance, FaceId, GroupId, Moment};

/// When each name spoke last, by group.
pub struct Paces {
    last: Brief<(FaceId, GroupId), Moment>,
    /// The same of people of other communities, by their address there.
    far: Brief<(String, GroupId), Moment>,
    said: Echoes,
}

impl Paces {
    /// Nobody spoke yet.
    #[must_use]
    pub fn new(chance: &Chance) -> Self {
        let life_s = PACE_MAX * 60;
        Self { last: Brief::lasting_s(life_s), far: Brief::lasting_s(life_s), said: Echoes::new(chance) }
    }

    /// Keeps that somebody says words in a place; says whether they did so in several lately.
    pub fn echoes(&self, words: &str, said: (By<'_>, &str), now: Moment) -> bool {
        self.said.hear(words, said, now)
    }

    /// Lets something through if so many minutes lie between it and the last, and keeps that it came now.
    ///
    /// # Errors
    /// `rules-pace`, with the minutes until the next.
    pub fn admit(&self, of: (FaceId, GroupId), minutes: i64, now: Moment) -> Result<(), Refusal> {
        admit(&self.last, of, minutes, now)
    }

    /// The same for somebody of another community, who may have no face here yet.
    ///
    /// # Errors
    /// As [`Paces::admit`].
    pub fn admit_far(&self, of: (String, GroupId), minutes: i64, now: Moment) -> Result<(), Refusal> {
        admit(&self.far, of, minutes, now)
    }

    /// Keeps that a name spoke now: one that came to be with what it said.
    pub fn begin(&self, of: (FaceId, GroupId), now: Moment) {
        self.last.put(of, now, now);
    }
}

fn admit<K: Eq + Hash + Clone>(
    last: &Brief<K, Moment>,
    of: K,
    minutes: i64,
    now: Moment,
) -> Result<(), Refusal> {
    if minutes <= 0 {
        return Ok(());
    }
    if let Some(last) = last.peek(&of, now) {
        let left_s = minutes.saturating_mul(60).saturating_sub(now.seconds_since(last));
        if left_s > 0 {
            return Err(Refusal::Pace { minutes: left_s.saturating_add(59).div_euclid(60) });
        }
    }
    last.put(of, now, now);
    Ok(())
}

#[test]
fn so_many_minutes_lie_between_two_things_under_one_name() {
    let (paces, at) = (Paces::new(&Chance::seeded(1)), |second| Moment(0).plus_s(second));
    let (ada, maya) = ((FaceId(1), GroupId(1)), (FaceId(2), GroupId(1)));
    assert_eq!(paces.admit(ada, 10, at(0)), Ok(()));
    assert_eq!(paces.admit(ada, 10, at(61)), Err(Refusal::Pace { minutes: 9 }));
    assert_eq!(paces.admit(maya, 10, at(61)), Ok(()));
    assert_eq!(paces.admit((FaceId(1), GroupId(2)), 10, at(61)), Ok(()));
    assert_eq!(paces.admit(ada, 10, at(600)), Ok(()));
    assert_eq!(paces.admit(ada, 0, at(601)), Ok(()));
    let far = |name: &str| (format!("https://elsewhere.example/{name}"), GroupId(1));
    assert_eq!(paces.admit_far(far("wren"), 10, at(0)), Ok(()));
    assert_eq!(paces.admit_far(far("wren"), 10, at(61)), Err(Refusal::Pace { minutes: 9 }));
    assert_eq!(paces.admit_far(far("reed"), 10, at(61)), Ok(()));
}
