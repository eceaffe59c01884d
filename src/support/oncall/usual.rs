//! How far somebody chose to ask the last time. It opens for their own live session alone, and the next ask begins there.

use super::Circle;
use super::store::usual as store;
use crate::db::{Db, Tx};
use crate::http::Signed;
use crate::kernel::{Error, FaceId};
use crate::keys::{Key, MemberSecret};
use crate::policy::Permit;

/// What the seal is for.
const WHAT: &str = "ask_usual.sealed";
/// What is sealed is filled up to this many bytes, so that its length says nothing.
const FILLED: usize = 16;

/// What opens and keeps it: of a live session.
#[derive(Debug, Clone)]
pub struct Usual {
    face: FaceId,
    key: Key,
}

impl Usual {
    /// Of a live session.
    #[must_use]
    pub fn of(signed: &Signed) -> Self {
        Self::holding(signed.person.face, signed.secret())
    }

    /// Of somebody whose secret is at hand.
    #[must_use]
    pub fn holding(face: FaceId, secret: &MemberSecret) -> Self {
        Self { face, key: secret.key("company") }
    }

    /// What they chose; none: they did not yet, or it does not open.
    ///
    /// # Errors
    /// A fault of the database.
    pub fn find(&self, db: &mut Db) -> Result<Option<Circle>, Error> {
        let sealed = store::find(db, self.face)?;
        Ok(sealed.and_then(|sealed| self.open(&sealed)))
    }

    /// Keeps it.
    pub(super) fn keep(&self, tx: &mut Tx<'_>, permit: &Permit, circle: Circle) -> Result<(), Error> {
        let chance = tx.chance().stream("usual", self.face.0);
        let sealed = self.key.seal(&chance, WHAT, self.face.0, filled(circle).as_bytes())?;
        store::put(tx, permit, &sealed)
    }

    fn open(&self, sealed: &str) -> Option<Circle> {
        let plain = self.key.open(WHAT, self.face.0, sealed)?;
        Circle::parse(std::str::from_utf8(&plain).ok()?.trim_end())
    }
}

fn filled(circle: Circle) -> String {
    format!("{:FILLED$}", circle.code())
}

#[test]
fn which_circle_it_is_does_not_show_in_its_length_and_opens_for_its_own_hand_alone() {
    use crate::kernel::Chance;

    let chance = Chance::seeded(1);
    let own = |face| Usual { face: FaceId(face), key: Key::new(&chance) };
    let (ada, bea) = (own(1), own(2));
    let seal = |circle| ada.key.seal(&chance, WHAT, 1, filled(circle).as_bytes()).unwrap();
    let lengths: Vec<usize> = Circle::ALL.iter().map(|circle| seal(*circle).len()).collect();
    assert!(lengths.windows(2).all(|two| two[0] == two[1]), "{lengths:?}");
    let sealed = seal(Circle::Everyone);
    assert_eq!((ada.open(&sealed), bea.open(&sealed)), (Some(Circle::Everyone), None));
}
