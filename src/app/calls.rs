//! Whom somebody chose to call: their plan says who, and their buddies' cards say whom one press asks. Neither knows the other, so
//! doors ask the whole world.

use super::App;
use crate::http::viewer::Member;
use crate::kernel::Error;
use crate::recovery::Own;
use crate::recovery::plans::{self, Part};
use crate::support::buddies::{self, Sealer, Seen};
use crate::ui::calls::{self, Call, Callee};

impl App {
    /// The call list of whoever is here, for pages that they alone read. Empty, too, where their plan does not open.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn calls(&self, member: &Member) -> Result<Vec<Call>, Error> {
        let (own, viewer, today) = (Own::of(member), member.viewer(), self.clock().now().day());
        let sealer = Sealer::new(self.keys().clone());
        self.read(move |db| {
            let plan = plans::find(db, &own)?.plan;
            let words = plan.words(Part::People);
            if words.is_empty() {
                return Ok(Vec::new());
            }
            let buddies = buddies::list(db, &viewer, &sealer, today)?;
            let callees: Vec<Callee> = buddies.into_iter().map(callee).collect();
            Ok(calls::list(words, &callees))
        })
        .await
    }
}

fn callee(buddy: Seen) -> Callee {
    Callee { id: buddy.id, may_ask: buddy.may_be_told(), is_asked: buddy.is_asked, name: buddy.who.name }
}
