//! What strangers can make this server ask of others: a few things, not twice, and not many at once. And what a group with many
//! followers asks of the database.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use diesel::connection::{Connection as _, InstrumentationEvent};
use hearthside::db::{Db, Tx};
use hearthside::events::Event;
use hearthside::events::forum::Event as Forum;
use hearthside::federation::outbound;
use hearthside::kernel::{PublicId, ThreadId};
use hearthside::policy::Reach;
use serde_json::json;

use super::coming::Scene;
use super::leaving::{befriends, evenings};
use super::own_of;
use crate::forum::said::opens;
use crate::harness::Town;
use crate::harness::peer::{ACTIVITY, Peer, Says};

/// A letter in a name, with what it takes to send it.
fn letter(town: &Town, scene: &Scene, who: &str) -> (Vec<u8>, Vec<(String, String)>) {
    let mut activity = scene.activity("Like", json!(scene.peer.at("/p/1")));
    activity["actor"] = json!(scene.peer.at(who));
    let body = activity.to_string().into_bytes();
    let headers = scene.headers(town, who, &body);
    (body, headers)
}

fn sends(origin: &str, (body, headers): &(Vec<u8>, Vec<(String, String)>)) -> u16 {
    let agent: ureq::Agent = ureq::Agent::config_builder().http_status_as_error(false).build().into();
    let request = headers.iter().fold(agent.post(format!("{origin}/inbox")), |request, (name, value)| {
        request.header(name.as_str(), value.as_str())
    });
    request.header("content-type", ACTIVITY).send(&body[..]).unwrap().status().as_u16()
}

/// So many communities follow a group.
fn are_many(tx: &mut Tx<'_>, group: hearthside::kernel::GroupId, numbers: std::ops::Range<usize>) {
    for number in numbers {
        let domain = format!("h{number}.example");
        let sql = format!(
            "INSERT INTO peer (domain, state, since_on, offer) VALUES ('{domain}', 'partner', 20700, 'x');
             INSERT INTO follower (group_id, actor, domain, inbox, shared, follow, since_on)
             VALUES ({group}, 'https://{domain}/u/a', '{domain}', 'https://{domain}/inbox', '', 'f', 20700)"
        );
        tx.batch(&sql).unwrap();
    }
}

/// How often the database is asked who may read, when a thread is locked.
fn questions(town: &Town, thread: ThreadId) -> usize {
    let own = own_of(town);
    town.arranges(move |tx| {
        let heard = Arc::new(Mutex::new(0));
        let tell = Arc::clone(&heard);
        let listen = move |event: InstrumentationEvent<'_>| {
            if let InstrumentationEvent::StartQuery { query, .. } = event
                && query.to_string().starts_with("SELECT")
            {
                *tell.lock().unwrap() += 1;
            }
        };
        match &mut **tx {
            Db::Sqlite(conn) => conn.set_instrumentation(listen),
            Db::Pg(conn) => conn.set_instrumentation(listen),
        }
        let news = Event::Forum(Forum::ThreadLocked { thread, by: hearthside::kernel::FaceId(0) });
        outbound::hear(tx, &own, &news)?;
        match &mut **tx {
            Db::Sqlite(conn) => conn.set_instrumentation(|_: InstrumentationEvent<'_>| {}),
            Db::Pg(conn) => conn.set_instrumentation(|_: InstrumentationEvent<'_>| {}),
        }
        let asked = *heard.lock().unwrap();
        Ok(asked)
    })
}

on_both! {
    fn a_key_that_is_nowhere_is_looked_for_once_and_a_host_of_many_names_a_few_times(town) {
        let scene = Scene::at(town);
        let origin = town.origin().to_owned();
        let asked = |of: &str| scene.peer.heard().iter().filter(|heard| heard.target.starts_with(of)).count();
        let answers: Vec<u16> = (0..10).map(|_| sends(&origin, &letter(town, &scene, "/u/nobody"))).collect();
        assert_eq!((answers, asked("/u/nobody")), (vec![401; 10], 1));
        town.app.clock().advance_s(301);
        sends(&origin, &letter(town, &scene, "/u/nobody"));
        assert_eq!(asked("/u/nobody"), 1, "it may have come to be meanwhile");

        let answers: Vec<u16> =
            (0..50).map(|number| sends(&origin, &letter(town, &scene, &format!("/u/made-up-{number}")))).collect();
        assert_eq!(asked("/u/made-up"), 29, "thirty in a minute, with the one before");
        assert_eq!(answers.iter().filter(|status| **status == 503).count(), 21, "the others may come again");
        assert_eq!(town.count("SELECT count(*) AS n FROM remote_actor"), 0);
        assert_eq!(scene.sends(town, &scene.activity("Like", json!(scene.peer.at("/p/1")))), 503, "also who is known there");
        town.app.clock().advance_s(61);
        assert_eq!(scene.sends(town, &scene.activity("Like", json!(scene.peer.at("/p/1")))), 202);
    }

    fn a_host_that_thinks_long_is_asked_a_few_things_at_once(town) {
        let scene = Scene::at(town);
        let other = Peer::new(12);
        let origin = town.origin().to_owned();
        for number in 0..12 {
            let after = Duration::from_secs(2);
            scene.peer.says(&format!("/u/slow-{number}"), Says { after, ..Says::bare(404, "x-a", "b") });
        }
        let letters: Vec<_> = (0..12).map(|number| letter(town, &scene, &format!("/u/slow-{number}"))).collect();
        let inbox = format!("{}/inbox", own_of(town).origin);
        let body = json!({ "id": other.at("/a/1"), "type": "Like", "actor": other.at("/u/wren"), "object": other.at("/p/1") });
        let body = body.to_string().into_bytes();
        let form = hearthside::federation::signature::Form::Draft;
        let headers = other.signs("/u/wren", ("POST", &inbox), Some(&body), (form, town.app.clock().now()));
        let answers = std::thread::scope(|scope| {
            let sent: Vec<_> = letters.iter().map(|letter| scope.spawn(|| sends(&origin, letter))).collect();
            std::thread::sleep(Duration::from_millis(300));
            assert_eq!(sends(&origin, &(body, headers)), 202, "another host is not in its shadow");
            sent.into_iter().map(|sent| sent.join().unwrap()).collect::<Vec<_>>()
        });
        assert_eq!(scene.peer.heard().len(), 4, "so many at once");
        assert!(answers.iter().filter(|status| **status == 503).count() >= 8, "the others may come again: {answers:?}");
    }

    fn many_followers_cost_no_more_questions_than_few(town) {
        let ada = town.person("Quiet Ada");
        befriends(town, &Peer::new(5));
        let group = evenings(town, Reach::Partners, &[&ada]);
        let id = PublicId::parse(&opens(town, &ada, "evenings", "A quiet evening.")).unwrap();
        let thread = ThreadId(town.count("SELECT id AS n FROM thread"));
        assert!(!id.to_string().is_empty());
        town.arranges(move |tx| { are_many(tx, group, 0..3); Ok(()) });
        let few = questions(town, thread);
        town.arranges(move |tx| { are_many(tx, group, 3..60); Ok(()) });
        let many = questions(town, thread);
        assert_eq!(town.count("SELECT count(*) AS n FROM delivery"), 63);
        // Each letter is put into its own bag, and that is all that grows.
        assert_eq!(many - few, 57, "{few} for three, {many} for sixty");
    }
}
