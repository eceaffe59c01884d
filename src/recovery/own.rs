//! What a member's live session holds to open what is theirs alone. It lives as long as one request (decision 0028).

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::http::Signed;
use crate::kernel::secret::hex;
use crate::kernel::{Chance, Day, Error, FaceId, SessionId};
use crate::keys::{Key, MemberSecret};

/// What is sealed is filled up to a multiple of this many bytes, so that its length says little.
const STEP: usize = 512;

/// A member's own key. Prints as dots.
#[derive(Debug, Clone)]
pub struct Own {
    face: FaceId,
    key: Key,
}

impl Own {
    /// Of a live session.
    #[must_use]
    pub fn of(signed: &Signed) -> Self {
        Self::holding(signed.person.face, signed.secret())
    }

    /// Of somebody whose secret is at hand.
    #[must_use]
    pub fn holding(face: FaceId, secret: &MemberSecret) -> Self {
        Self { face, key: secret.key("recovery") }
    }

    /// Whose it is.
    #[must_use]
    pub const fn face(&self) -> FaceId {
        self.face
    }

    /// Seals a value for its row alone.
    pub(super) fn seal(&self, chance: &Chance, row: &str, value: &impl Serialize) -> Result<String, Error> {
        let mut text = serde_json::to_vec(value).map_err(Error::other)?;
        // JSON may end in spaces.
        text.resize(text.len().next_multiple_of(STEP), b' ');
        self.key.seal(&chance.stream("recovery", self.face.0), "own", row, &text)
    }

    /// Opens it again; a row of another time or another hand does not open.
    pub(super) fn open<T: DeserializeOwned>(&self, row: &str, sealed: &str) -> Option<T> {
        serde_json::from_slice(&self.key.open("own", row, sealed)?).ok()
    }

    /// What one session of theirs, and no other, asks by for what is kept on its device.
    pub(super) fn on_device(&self, session: SessionId) -> String {
        hex(&self.key.mac(&[b"device", &session.0.to_be_bytes()]))
    }

    /// What the row of one day is found by.
    pub(super) fn mark(&self, day: Day) -> String {
        hex(&self.key.mac(&[b"day", &day.0.to_be_bytes()]))
    }
}

#[test]
fn a_seal_opens_for_its_own_row_and_hand_alone() {
    let chance = Chance::seeded(1);
    let own = |face| Own { face: FaceId(face), key: Key::new(&chance) };
    let (ada, bea) = (own(1), own(2));
    let [short, long] =
        ["x", "a longer line than the other"].map(|line| ada.seal(&chance, "1", &line).unwrap());
    assert_eq!(ada.open::<String>("1", &short).as_deref(), Some("x"));
    assert_eq!(short.len(), long.len(), "how much was written does not show");
    assert_eq!((ada.open::<String>("2", &short), bea.open::<String>("1", &short)), (None, None));
    assert_ne!(ada.mark(Day(20_000)), ada.mark(Day(20_001)));
    assert_ne!(ada.mark(Day(20_000)), bea.mark(Day(20_000)));
    assert_ne!(ada.on_device(SessionId(1)), ada.on_device(SessionId(2)));
    assert_ne!(ada.on_device(SessionId(1)), bea.on_device(SessionId(1)));
}
