//! How communities speak with each other.

mod admission;
mod budgets;
mod canary;
mod carrying;
mod cases;
pub mod coming;
mod confirming;
mod door;
mod dying;
mod endless;
mod fetching;
mod flags;
mod graves;
mod hostile;
mod hostile_letters;
mod keeping;
mod keys;
pub mod leaving;
mod letters;
mod limits;
mod listed;
mod measures;
mod moving;
mod noes;
mod outgoing;
mod partners;
mod pictures;
mod puppets;
mod rooms;
mod screened;
mod shapes;
mod simulated;
mod strangers;
mod told_there;
mod travelling;
pub mod two;
mod unblocked;
mod verifying;
pub mod watched;

use hearthside::federation::delivery::{Activity, Kind, Recipient};
use hearthside::federation::peers::{self, Links, Own};
use hearthside::policy::Viewer;

use crate::harness::Town;

/// Another community.
pub const CALM: &str = "calmwater.example";

/// This one, as it is called on the network.
pub fn own() -> Own {
    Own::at("https://porch.example")
}

/// A town, as its settings say it is called on the network.
pub fn own_of(town: &Town) -> Own {
    town.app.federation().own.clone()
}

/// A community whose host links.
fn links(town: &Town, links: Links) {
    town.opens_its_doors("open");
    town.arranges(move |tx| peers::set_links(tx, &Viewer::House, &own(), links));
}

/// Makes a partner of a name.
fn befriends(town: &Town, domain: &'static str) {
    town.arranges(move |tx| {
        tx.batch(&format!(
            "INSERT INTO peer (domain, state, since_on, offer) VALUES ('{domain}', 'partner', 20700, 'https://{domain}/#link-1')"
        ))
    });
}

/// Something to send about an object.
fn activity(kind: Kind, object: &str, number: usize) -> Activity {
    Activity {
        kind,
        object: object.to_owned(),
        key_id: "https://porch.example/g/evenings#main-key".to_owned(),
        body: format!("{{\"n\":{number}}}").into_bytes(),
        about: String::new(),
    }
}

/// A host's shared inbox.
fn at(domain: &str) -> Recipient {
    Recipient { domain: domain.to_owned(), inbox: format!("https://{domain}/inbox") }
}
