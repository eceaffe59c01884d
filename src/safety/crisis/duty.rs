//! Who is on duty. In memory alone: no row says when somebody was here, and a restart says honestly that nobody is.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::kernel::{FaceId, Moment};

/// Who looks after things right now, and until when they said they would.
#[derive(Debug, Default)]
pub struct Duty(Mutex<BTreeMap<FaceId, Moment>>);

impl Duty {
    /// Hours somebody may be on duty at a time.
    pub const HOURS: [i64; 4] = [1, 2, 4, 8];

    /// Somebody is on duty until then.
    pub fn begin(&self, face: FaceId, until: Moment) {
        self.all().insert(face, until);
    }

    /// Somebody is not on duty any more.
    pub fn end(&self, face: FaceId) {
        self.all().remove(&face);
    }

    /// Those who said they would be on duty now: for whoever asks how many of them have a part where it counts.
    #[must_use]
    pub fn faces(&self, now: Moment) -> Vec<FaceId> {
        let mut all = self.all();
        all.retain(|_, until| *until > now);
        all.keys().copied().collect()
    }

    /// Whether any of these is on duty. Never which.
    #[must_use]
    pub fn has_any(&self, faces: &[FaceId], now: Moment) -> bool {
        let all = self.all();
        faces.iter().any(|face| all.get(face).is_some_and(|until| *until > now))
    }

    /// Until when somebody is on duty; none: they are not.
    #[must_use]
    pub fn until(&self, face: FaceId, now: Moment) -> Option<Moment> {
        self.all().get(&face).copied().filter(|until| *until > now)
    }

    fn all(&self) -> MutexGuard<'_, BTreeMap<FaceId, Moment>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[test]
fn duty_ends_by_itself_and_by_a_word() {
    let (duty, at) = (Duty::default(), |second| Moment(0).plus_s(second));
    assert!(duty.faces(at(0)).is_empty());
    duty.begin(FaceId(1), at(3_600));
    duty.begin(FaceId(1), at(7_200));
    duty.begin(FaceId(2), at(3_600));
    assert_eq!((duty.faces(at(0)).len(), duty.until(FaceId(1), at(0))), (2, Some(at(7_200))));
    assert!(duty.has_any(&[FaceId(3), FaceId(2)], at(0)) && !duty.has_any(&[FaceId(3)], at(0)));
    assert!(!duty.has_any(&[FaceId(2)], at(3_600)));
    assert_eq!((duty.faces(at(3_600)), duty.until(FaceId(2), at(3_600))), (vec![FaceId(1)], None));
    duty.end(FaceId(1));
    assert!(duty.faces(at(0)).is_empty());
}
