//! Whoever looks in another's name, or a second time, or for somebody they have nothing to do with.

use hearthside::federation::peers::Links;
use hearthside::federation::signature::Form;
use hearthside::policy::Reach;
use serde_json::json;

use super::door::{ORIGIN, befriends, four_circles, looks, looks_as, opens_links};
use crate::forum::said::{lists, opens_as};
use crate::harness::peer::{ACTIVITY, Peer, Says};
use crate::harness::{Seen, Town};

/// Looks with headers that were made before.
fn shows(town: &Town, path: &str, signed: &[(String, String)]) -> Seen {
    let signed = signed.iter().map(|(name, value)| (name.as_str(), value.as_str()));
    let headers: Vec<(&str, &str)> = signed.chain([("accept", ACTIVITY)]).collect();
    town.stranger().sends("GET", path, &headers, None)
}

on_both! {
    /// Many hosts let people put files there. A key among them that names itself somebody's is nobody's, unless the document
    /// at their own address says so.
    fn what_people_put_on_their_host_speaks_for_nobody_there(town) {
        let ada = town.person("Quiet Ada");
        town.group("evenings", Reach::Everyone, &[&ada]);
        let [.., open] = four_circles(town, &ada);
        opens_links(town, Links::Open);
        let path = format!("/p/{open}");
        let (host, eve) = (Peer::new(11), Peer::new(12));
        let (key, file) = (host.at("/files/key"), host.at("/files/actor"));
        let pem = eve.actor("/u/wren", "Person")["publicKey"]["publicKeyPem"].clone();
        let mut false_wren = host.actor("/u/wren", "Person");
        false_wren["publicKey"] = json!({ "id": key, "owner": host.at("/u/wren"), "publicKeyPem": pem });
        host.says("/files/key", Says::json(&json!({ "id": key, "owner": file, "publicKeyPem": pem })));
        host.says("/files/actor", Says::json(&false_wren));
        let at = town.app.clock().now();
        let signed = eve.signs("/u/wren", ("GET", &format!("{ORIGIN}{path}")), None, (Form::Draft, at));
        let own_id = eve.key_id("/u/wren");
        let signed: Vec<_> =
            signed.into_iter().map(|(name, value)| (name, value.replace(&own_id, &key))).collect();
        shows(town, &path, &signed).is(401);
        let asked: Vec<String> = host.heard().into_iter().map(|heard| heard.target).collect();
        assert_eq!(asked, ["/files/key", "/files/actor", "/u/wren"], "wren themself was asked last");
        assert_eq!(town.count("SELECT count(*) AS n FROM remote_actor"), 0);
        // The same with the word of wren themself is fine: some keys are documents of their own.
        host.says("/u/wren", Says::json(&false_wren));
        town.app.clock().advance_s(301);
        shows(town, &path, &signed).is(200);
    }

    fn a_late_look_is_let_in_once(town) {
        let ada = town.person("Quiet Ada");
        town.group("evenings", Reach::Everyone, &[&ada]);
        let [_, _, partners, _] = four_circles(town, &ada);
        let (peer, path) = (Peer::new(11), format!("/p/{partners}"));
        befriends(town, &peer);
        opens_links(town, Links::Partners);
        for form in [Form::Draft, Form::Rfc9421] {
            let signs = |late_s: i64| {
                let at = town.app.clock().now().plus_s(-late_s);
                peer.signs("/", ("GET", &format!("{ORIGIN}{path}")), None, (form, at))
            };
            let (late, fresh) = (signs(600), signs(5));
            assert_eq!([&late, &late].map(|signed| shows(town, &path, signed).status), [200, 401], "{form}");
            assert_eq!([&fresh, &fresh].map(|signed| shows(town, &path, signed).status), [200, 200], "{form}");
            // Whoever wrote it down shows it again when it has grown late.
            town.waits_s(600);
            shows(town, &path, &fresh).is(401);
        }
    }

    fn a_name_is_there_for_partners_who_may_follow_its_group(town) {
        let (ada, maya) = (town.person("Quiet Ada"), town.person("Maya Lake"));
        let evenings = town.group("evenings", Reach::Everyone, &[&ada]);
        town.group("mornings", Reach::Everyone, &[&maya]);
        lists(town, "mornings", Reach::Everyone);
        let _ = four_circles(town, &ada);
        opens_as(town, &maya, "mornings", "for partners", |draft| draft.reach = Some(Reach::Partners));
        let peer = Peer::new(11);
        befriends(town, &peer);
        opens_links(town, Links::Partners);
        looks_as(town, &peer, "/people/Maya%20Lake").is(200);
        town.arranges(move |tx| {
            tx.batch("UPDATE peer SET has_all = FALSE")?;
            tx.batch(&format!("INSERT INTO peer_group (domain, group_id) SELECT domain, {} FROM peer", evenings.0))
        });
        looks_as(town, &peer, "/people/Quiet%20Ada").is(200);
        let nobody = looks_as(town, &peer, "/people/Nobody").is(404);
        for path in ["/people/Maya%20Lake", "/people/Maya%20Lake/outbox", "/g/mornings/moderators"] {
            assert_eq!(looks_as(town, &peer, path).is(404).body, nobody.body, "{path}");
        }
    }

    fn a_cache_on_the_way_keeps_the_answers_apart(town) {
        let ada = town.person("Quiet Ada");
        town.group("evenings", Reach::Everyone, &[&ada]);
        let [.., open] = four_circles(town, &ada);
        opens_links(town, Links::Open);
        for path in [&format!("/p/{open}"), &format!("/p/{open}/context"), "/g/evenings/outbox", "/people/Quiet%20Ada"] {
            let seen = looks(town, path).is(200);
            assert!(seen.header("cache-control").starts_with("public"), "{path}");
            let varies = seen.headers().iter().any(|(name, value)| name == "vary" && value.contains("Signature-Input"));
            assert!(varies, "{path}: {:?}", seen.headers());
        }
        for path in ["/p/00000000000000", "/g/nothing/outbox", "/people/Nobody"] {
            let seen = looks(town, path).is(404);
            assert_eq!(seen.header("cache-control"), "no-store", "{path}");
        }
        // In each order: what was kept for a browser is not what a program gets.
        for _ in 0..2 {
            assert_eq!(looks(town, "/g/evenings").is(200).header("content-type"), ACTIVITY);
            let page = town.stranger().sends("GET", "/g/evenings", &[("accept", "text/html")], None).is(200);
            assert!(page.header("content-type").starts_with("text/html"));
        }
    }
}
