//! What slices ask the whole world, because only those above them know.

use super::App;
use crate::db::{Db, Side, Tx};
use crate::forum::export::Lived;
use crate::forum::kept::Kept;
use crate::forum::threads;
use crate::http::Signed;
use crate::http::muted::MutedWords;
use crate::identity::aliases::{self, Hand};
use crate::kernel::{BuddyId, Error, FaceId, GroupId, PublicId, ThreadId};
use crate::policy::Viewer;
use crate::recovery::{self, Own};
use crate::safety::crisis::Whose;
use crate::safety::{self, actions, crisis};
use crate::support::buddies;
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

    /// Keeps a line in the log of service of what somebody who looks after a group did just now: the forum's doors ask, and
    /// safety writes it.
    ///
    /// # Errors
    /// As doing it.
    pub fn logs(tx: &mut Tx<'_>, viewer: &Viewer, kept: &Kept<'_>) -> Result<(), Error> {
        safety::kept::keep(tx, viewer, kept)
    }

    /// The side on which something about words of a thread is written: those of an alias on theirs. What nobody finds is
    /// refused there.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn side_of(&self, viewer: &Viewer, id: &PublicId) -> Result<Side, Error> {
        let (viewer, id) = (viewer.clone(), id.clone());
        let is_alias = self
            .read(move |db| match threads::find(db, &viewer, &id) {
                Ok((thread, _)) => aliases::is_alias(db, thread.author_face),
                Err(_) => Ok(false),
            })
            .await?;
        Ok(if is_alias { Side::Alias } else { Side::House })
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

    /// Buddies who would read that somebody had a setback, by that member's side of it and by name: recovery asks, and support knows.
    ///
    /// # Errors
    /// A fault of the database.
    pub fn would_read(&self, db: &mut Db, viewer: &Viewer) -> Result<Vec<(BuddyId, String)>, Error> {
        let (sealer, today) = (buddies::Sealer::new(self.keys().clone()), self.0.clock.now().day());
        let known = buddies::reachable(db, viewer, &sealer, today)?;
        Ok(known.into_iter().filter(buddies::Seen::may_ask).map(|seen| (seen.id, seen.who.name)).collect())
    }

    /// Where an ask for company reaches a member beside the pages here, as its word: a lamp asks, and notices know.
    ///
    /// # Errors
    /// A fault of the database.
    pub fn lamp_reaches(&self, db: &mut Db, signed: &Signed) -> Result<&'static str, Error> {
        let now = self.0.clock.now();
        let place =
            notify::choices::of(db, self.keys(), signed.person.face)?.place(notify::choices::Sort::Lamp);
        let rings = place.rings() && !notify::push::devices(db, signed, now)?.is_empty();
        let viewer = Viewer::Person(signed.person.clone());
        let address = notify::mail::own(db, &viewer, self.keys(), now.day())?;
        let is_mailed = self.mail().relay.is_some() && address.is_some_and(|address| address.is_confirmed);
        Ok(match (rings, place.mails() && is_mailed) {
            (false, false) => "here",
            (true, false) => "push",
            (false, true) => "mail",
            (true, true) => "both",
        })
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
