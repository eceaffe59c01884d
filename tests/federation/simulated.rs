//! A simulated day, with a puppet that follows every group: of what people told in the night, not a byte leaves.

use hearthside::cli::dev::simulate::{self, Simulate};

use super::leaving::{befriends, leaves};
use crate::harness::Town;
use crate::harness::peer::Peer;

/// People enough that some ask for company within a day.
const PLAN: Simulate = Simulate { members: 48, days: 1, lamps: 8, seed: 3, strict: false };

// What leaves is decided before any database is asked; a whole day on each would cost half a minute.
#[test]
fn of_a_day_of_asks_rooms_and_setbacks_a_partner_gets_the_posts_alone() {
    let town = &Town::on_sqlite();
    let peer = Peer::new(5);
    town.waits_for(simulate::settle(&town.app, &PLAN)).unwrap();
    befriends(town, &peer);
    everybody_reads_everything(town, &peer);
    let told = town.waits_for(simulate::live(&town.app, &PLAN)).unwrap();
    assert!(told.asks.within_s(50).is_some(), "nobody asked, or nobody came: {told:?}");
    assert!(told.replies > 0);

    let letters = serde_json::to_string(&leaves(town, &peer)).unwrap();
    let threads = town.lines("SELECT public_id AS line FROM thread ORDER BY id DESC LIMIT 3");
    for thread in threads {
        assert!(letters.contains(&thread), "what was posted left");
    }
    for ask in town.lines("SELECT public_id AS line FROM ask") {
        assert!(!letters.contains(&ask), "an ask left");
    }
    for words in ["Tonight is long", "kettle is on", "/support/"] {
        assert!(!letters.contains(words), "{words} left");
    }
}

/// Groups face the open web, and somebody of a partner follows each.
fn everybody_reads_everything(town: &Town, peer: &Peer) {
    let (domain, actor, inbox) = (peer.domain(), peer.at("/u/wren"), peer.at("/inbox"));
    town.arranges(move |tx| {
        tx.batch("UPDATE \"group\" SET ceiling = 'everyone', reach = 'everyone', listed = 'everyone', joining = 'open'")?;
        tx.batch(&format!(
            "INSERT INTO follower (group_id, actor, domain, inbox, shared, follow, since_on)
             SELECT id, '{actor}', '{domain}', '{inbox}', '{inbox}', '{actor}#follow-' || name, 20700 FROM \"group\""
        ))
    });
}
