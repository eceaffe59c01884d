//! What an activity may ask for while it is read: a bounded number of looks elsewhere, and what is known here.

use serde_json::Value;
use url::Url;

use super::model::{Plan, Sender};
use super::rules::{self, Why};
use crate::app::App;
use crate::db::Db;
use crate::federation::fetch::{Budget, Trouble};
use crate::federation::peers::{self, Admission, Own};
use crate::federation::resolve;
use crate::kernel::Error;

/// Why what waits for another minute does: so much was asked already.
pub(super) const SPENT: Why = "spent";

/// One activity while it is read.
pub(super) struct Asking<'a> {
    pub app: &'a App,
    pub own: Own,
    pub sender: Sender,
    /// How far the community that sent it comes in.
    pub admission: Admission,
    /// The activity as it came, byte for byte; passed on to those who follow a group of ours.
    pub raw: Vec<u8>,
    pub budget: Budget,
}

impl Asking<'_> {
    pub async fn look<T, F>(&self, work: F) -> Result<T, Error>
    where
        T: Send + 'static,
        F: FnOnce(&mut Db) -> Result<T, Error> + Send + 'static,
    {
        self.app.read(work).await
    }

    /// A thing from where it lives, signed for; only from communities that are let in, and never from here.
    pub async fn fetch(&mut self, address: &str) -> Result<Value, Plan> {
        if rules::is_ours(address, &self.own.origin) {
            return Err(Plan::Drop("our-own"));
        }
        let Ok(url) = Url::parse(address) else { return Err(Plan::Drop("shape")) };
        match resolve::document(self.app, &url, &mut self.budget).await {
            Ok(document) if document.id == url => Ok(document.value),
            Ok(_) => Err(Plan::Drop("elsewhere")),
            Err(trouble) => Err(no_answer(trouble)),
        }
    }

    /// The same if what is known is not its author's own word.
    pub async fn is_let_in(&self, host: &str) -> Result<bool, Error> {
        let host = host.to_owned();
        self.look(move |db| Ok(peers::admit(db, &host)? != Admission::Closed)).await
    }

    /// Whether nothing of a host is taken, whoever brings it.
    pub async fn is_blocked(&self, host: &str) -> Result<bool, Error> {
        let host = host.to_owned();
        self.look(move |db| Ok(!peers::may_speak_of_links(db, &host)?)).await
    }
}

fn no_answer(trouble: Trouble) -> Plan {
    match trouble {
        Trouble::Spent => Plan::Later(SPENT),
        trouble if trouble.may_pass() => Plan::Later("not-reached"),
        trouble => Plan::Drop(why(trouble)),
    }
}

const fn why(trouble: Trouble) -> Why {
    match trouble {
        Trouble::Unsafe => "unsafe",
        Trouble::Elsewhere | Trouble::Other => "elsewhere",
        Trouble::Type => "type",
        Trouble::Large => "large",
        Trouble::Unreadable => "unreadable",
        _ => "not-there",
    }
}

/// The community of an address, as peers are named.
pub(super) fn host_of(own: &Own, address: &str) -> Option<String> {
    let url = Url::parse(address).ok()?;
    own.domain_of(&url).ok().map(|domain| domain.as_str().to_owned())
}
