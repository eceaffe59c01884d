//! Writing what waited in memory: small things of members together, an alias's end alone and on its own side.

use super::later::Later;
use super::{App, LATER_AT_ONCE};
use crate::db::{Side, Tx};
use crate::identity::silences::{self, By};
use crate::identity::{aliases, sessions};
use crate::kernel::{Error, FaceId, Moment};
use crate::keys::Keyring;
use crate::notify::inbox::{self, Marks};

impl App {
    /// Writes what has fallen due; what cannot be written now waits on.
    pub(super) async fn write_what_waited(&self) {
        let now = self.0.clock.now();
        if self.0.later.falls_due(now)
            && let Err(error) = self.write_small().await
        {
            tracing::warn!(%error, "what waited could not be written");
            self.0.later.wait(self.0.clock.now(), &self.0.chance.stream("later", 0));
        }
        if let Err(error) = self.write_ends(now).await {
            tracing::warn!(%error, "an alias that was to end could not be written");
        }
    }

    /// Writes all that waited, some at a time, in no order. A server that stops does so too.
    ///
    /// # Errors
    /// `disk-full`, or a fault of the database; what was not written waits on.
    pub async fn write_later(&self) -> Result<(), Error> {
        self.write_small().await?;
        self.write_ends(Moment(i64::MAX)).await
    }

    async fn write_small(&self) -> Result<(), Error> {
        let Later { seen, renewals, here, .. } = &*self.0.later;
        let seen = seen.all().into_iter().map(|(face, marks)| Soft::Seen(face, marks));
        let renewals = renewals.all().into_iter().map(|(hash, renewal)| Soft::Renewal(hash, renewal));
        let here = here.all().into_iter().map(|(face, ())| Soft::Here(face));
        let mut all: Vec<Soft> = seen.chain(renewals).chain(here).collect();
        let chance = self.0.chance.stream("later", 0);
        for left in (1..all.len()).rev() {
            all.swap(left, chance.below(left + 1));
        }
        for some in all.chunks(LATER_AT_ONCE) {
            let (batch, ring) = (some.to_vec(), self.keys().clone());
            self.write(move |tx| batch.iter().try_for_each(|soft| soft.write(tx, &ring))).await?;
            for soft in some {
                soft.written(self);
            }
        }
        Ok(())
    }

    async fn write_ends(&self, now: Moment) -> Result<(), Error> {
        for face in self.0.later.ends.due(now) {
            self.write_as(Side::Alias, move |tx| aliases::let_go(tx, face)).await?;
            self.0.later.ends.written(face);
        }
        Ok(())
    }
}

/// One write that waited.
#[derive(Clone)]
enum Soft {
    Seen(FaceId, Marks),
    Renewal(String, sessions::Renewal),
    Here(FaceId),
}

impl Soft {
    fn write(&self, tx: &mut Tx<'_>, ring: &Keyring) -> Result<(), Error> {
        match self {
            Self::Seen(face, marks) => inbox::set_seen(tx, *face, marks),
            Self::Renewal(_, renewal) => sessions::renew(tx, renewal),
            Self::Here(face) => silences::heard(tx, ring, *face, By::Look),
        }
    }

    fn written(&self, app: &App) {
        match self {
            Self::Seen(face, marks) => app.0.later.seen.written(face, marks),
            Self::Here(face) => app.0.later.here.written(face, &()),
            Self::Renewal(hash, renewal) => {
                if let Some(next) = renewal.takes_over() {
                    app.0.identity.former.put(hash.clone(), next.clone(), app.0.clock.now());
                }
                app.0.later.renewals.written(hash, renewal);
            }
        }
    }
}
