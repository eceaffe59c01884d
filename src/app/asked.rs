//! What slices ask the whole world, because only those above them know.

use super::App;
use crate::db::Db;
use crate::forum::export::Lived;
use crate::http::Signed;
use crate::http::muted::MutedWords;
use crate::identity::aliases::Hand;
use crate::kernel::{Error, FaceId, GroupId, ThreadId};
use crate::policy::Viewer;
use crate::recovery::{self, Own};
use crate::safety::crisis::Whose;
use crate::safety::{self, actions, crisis};
use crate::ui::Card;
use crate::{notify, support};

impl App {
    /// Whether any of these is on duty: threads ask, and safety knows. Never which.
    #[must_use]
    pub fn is_any_on_duty(&self, faces: &[FaceId]) -> bool {
        self.leases().duty().has_any(faces, self.0.clock.now())
    }

    /// How many others are on duty who would look at what somebody says: in a group, or anywhere. Support and threads ask, and
    /// safety knows. Never who.
    ///
    /// # Errors
    /// A fault of the database.
    pub fn on_duty(&self, db: &mut Db, face: FaceId, group: Option<GroupId>) -> Result<usize, Error> {
        let whose = group.map_or(Whose::Of(face), |group| Whose::In(group, face));
        let there = crisis::on_duty(db, (self.leases().duty(), self.0.clock.now()), whose)?;
        Ok(there.iter().filter(|other| **other != face).count())
    }

    /// Whether something happened for a member that they have not seen: sessions ask, and notices know.
    ///
    /// # Errors
    /// A fault of the database.
    pub fn has_news(&self, db: &mut Db, viewer: &Viewer, muted: &MutedWords) -> Result<bool, Error> {
        notify::inbox::has_news(db, viewer, &notify::inbox::marks(self, viewer), muted)
    }

    /// What somebody keeps of their days, and was told of them: a copy asks, and recovery and safety know.
    ///
    /// # Errors
    /// A fault of the database.
    pub fn lived(&self, db: &mut Db, signed: &Signed) -> Result<Lived, Error> {
        let today = self.0.clock.now().day();
        let care = crisis::copied(db, signed.person.face, self.keys())?;
        let serves = safety::copied(db, signed.person.face, today)?;
        let lived = Lived { care, serves, ..recovery::copied(db, &Own::of(signed), (&self.0.keys, today))? };
        let lived = support::copied(db, signed, (&self.0.keys, self.0.clock.now()), lived)?;
        let told = notify::copied(db, signed, &self.0.keys, self.0.clock.now())?;
        Ok(Lived { told: Some(told), ..lived })
    }

    /// What waits to be looked at about a thread, if the viewer looks after it: threads ask, and safety knows.
    ///
    /// # Errors
    /// A fault of the database.
    pub fn waits_on(
        &self,
        db: &mut Db,
        (viewer, hand): (&Viewer, Option<&Hand>),
        thread: ThreadId,
    ) -> Result<Vec<Card>, Error> {
        actions::card(db, (viewer, hand), thread, (self.leases(), self.0.clock.now()))
    }
}
