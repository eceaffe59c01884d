//! Who sent this? Letters that are what they say, and those of the published weaknesses that are not.

use actix_web::test::TestRequest;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hearthside::federation::peers::{self, Links};
use hearthside::federation::signature::{self, Form, Gate, Refusal, Signer};
use hearthside::policy::Viewer;
use serde_json::{Value, json};

use crate::harness::Town;
use crate::harness::peer::{Peer, Says};

const INBOX: &str = "http://127.0.0.1:8080/inbox";
const BODY: &[u8] = br#"{"type":"Like"}"#;

fn opens(town: &Town) {
    let own = town.app.federation().own.clone();
    town.opens_its_doors("open");
    town.arranges(move |tx| peers::set_links(tx, &Viewer::House, &own, Links::Open));
}

/// What becomes of a letter with these headers.
fn judged(town: &Town, headers: &[(String, String)], gate: Gate) -> Result<Signer, Refusal> {
    let request = headers.iter().fold(TestRequest::post().uri("/inbox"), |request, (name, value)| {
        request.append_header((name.as_str(), value.as_str()))
    });
    town.waits_for(signature::verify_at(&town.app, &request.to_http_request(), BODY, gate))
}

fn letter(town: &Town, peer: &Peer, who: &str, form: Form) -> Vec<(String, String)> {
    peer.signs(who, ("POST", INBOX), Some(BODY), (form, town.app.clock().now()))
}

fn sent(town: &Town, peer: &Peer, who: &str) -> Result<Signer, Refusal> {
    judged(town, &letter(town, peer, who, Form::Draft), Gate::default())
}

on_both! {
    fn a_letter_is_from_whoever_signed_it(town) {
        let peer = Peer::new(11);
        opens(town);
        for form in [Form::Draft, Form::Rfc9421] {
            let signer = judged(town, &letter(town, &peer, "/u/wren", form), Gate::default()).unwrap();
            assert_eq!((signer.actor.as_str(), signer.form), (peer.at("/u/wren").as_str(), form));
            assert_eq!(signer.host, peer.domain());
        }
        assert_eq!(peer.heard().len(), 1, "one look for both");
        assert_eq!(town.lines("SELECT inbox AS line FROM remote_actor"), [peer.at("/inbox")]);
    }

    fn a_key_may_be_a_document_of_its_own(town) {
        let peer = Peer::new(11);
        opens(town);
        let mut actor = peer.actor("/u/wren", "Person");
        actor["publicKey"]["id"] = json!(peer.at("/u/wren/key#main-key"));
        peer.says("/u/wren", Says::json(&actor));
        let key = json!({ "id": peer.at("/u/wren/key"), "owner": peer.at("/u/wren"), "publicKeyPem": "x" });
        peer.says("/u/wren/key", Says::json(&key));
        let signer = sent(town, &peer, "/u/wren/key").unwrap();
        assert_eq!(signer.actor.as_str(), peer.at("/u/wren"));
    }

    fn whoever_lies_about_an_owner_is_nobody(town) {
        let (evil, victim) = (Peer::new(11), Peer::new(12));
        opens(town);
        let actor = evil.actor("/u/wren", "Person");
        let lies: [(&str, &str, Value); 5] = [
            ("a key of another's", "/publicKey/owner", json!(victim.at("/u/wren"))),
            ("another's name", "/id", json!(victim.at("/u/wren"))),
            ("a neighbour's name", "/id", json!(evil.at("/u/robin"))),
            ("another key", "/publicKey/id", json!(evil.at("/u/wren#other"))),
            ("letters go elsewhere", "/inbox", json!(victim.at("/inbox"))),
        ];
        evil.says("/u/robin", Says::json(&evil.actor("/u/robin", "Person")));
        for (what, place, value) in lies {
            let mut lie = actor.clone();
            *lie.pointer_mut(place).unwrap() = value;
            evil.says("/u/wren", Says::json(&lie));
            assert_eq!(sent(town, &evil, "/u/wren"), Err(Refusal::Unowned), "{what}");
        }
        let key = json!({ "id": evil.at("/k"), "owner": victim.at("/u/wren"), "publicKeyPem": "x" });
        evil.says("/k", Says::json(&key));
        assert_eq!(sent(town, &evil, "/k"), Err(Refusal::Unowned));
        assert!(victim.heard().is_empty());
        assert_eq!(town.count("SELECT count(*) AS n FROM remote_actor"), 0, "nothing is kept of it");
    }

    fn keys_that_are_nowhere_are_not_looked_for(town) {
        let peer = Peer::new(11);
        opens(town);
        let signed = letter(town, &peer, "/u/wren", Form::Draft);
        for id in [
            "acct:wren@127.0.0.1",
            "http://127.0.0.1:8080/#main-key",
            "http://169.254.169.254/latest#k",
            "http://[::1]/k",
            "https://calm.example/k",
            "http://user@127.0.0.1:99/k",
            "http://10.0.0.1/k",
            "file:///etc/passwd",
        ] {
            let own = peer.key_id("/u/wren");
            let headers: Vec<_> =
                signed.iter().map(|(name, value)| (name.clone(), value.replace(&own, id))).collect();
            assert_eq!(judged(town, &headers, Gate::default()), Err(Refusal::BadKeyId), "{id}");
        }
        assert!(peer.heard().is_empty());
    }

    fn what_costs_nothing_to_send_costs_no_look(town) {
        let peer = Peer::new(11);
        opens(town);
        let gate = Gate { may_fetch: false, ..Gate::default() };
        let signed = letter(town, &peer, "/u/wren", Form::Draft);
        assert_eq!(judged(town, &signed, gate), Err(Refusal::NoKey));
        assert!(peer.heard().is_empty());
        sent(town, &peer, "/u/wren").unwrap();
        assert!(judged(town, &signed, gate).is_ok(), "somebody known is known");
    }

    fn dates_within_a_signature_hold_whatever_the_header_says(town) {
        let peer = Peer::new(11);
        opens(town);
        let now = town.app.clock().now().0 / 1_000;
        let date = letter(town, &peer, "/u/wren", Form::Draft).into_iter().find(|(name, _)| name == "date").unwrap().1;
        let digest = letter(town, &peer, "/u/wren", Form::Draft).into_iter().find(|(name, _)| name == "digest").unwrap().1;
        // As Discourse writes it: both dates in quotes, behind what they are covered by.
        let dated = |created: i64, expires: i64, said: i64| {
            let base = format!(
                "host: 127.0.0.1:8080\ndate: {date}\ndigest: {digest}\n(request-target): post /inbox\n(created): {created}\n(expires): {expires}"
            );
            let signature = STANDARD.encode(peer.signs_bytes(base.as_bytes()));
            let covers = "host date digest (request-target) (created) (expires)";
            let value = format!(
                r#"keyId="{}",algorithm="hs2019",headers="{covers}",signature="{signature}",created="{said}",expires="{expires}""#,
                peer.key_id("/u/wren")
            );
            let headers = [("date", &date), ("digest", &digest), ("signature", &value)];
            let headers: Vec<(String, String)> = headers.iter().map(|(name, value)| ((*name).to_owned(), (*value).clone())).collect();
            judged(town, &headers, Gate::default()).map(drop)
        };
        assert_eq!(dated(now, now + 3_600, now), Ok(()));
        assert_eq!(dated(now - 7_200, now + 3_600, now - 7_200), Err(Refusal::Late), "made long ago");
        assert_eq!(dated(now - 600, now - 400, now - 600), Err(Refusal::Late), "over");
        assert_eq!(dated(now - 7_200, now + 3_600, now), Err(Refusal::WrongKey), "another date than was signed");
    }

    fn a_late_letter_is_taken_once(town) {
        let peer = Peer::new(11);
        opens(town);
        let signed = letter(town, &peer, "/u/wren", Form::Draft);
        let judged = |town: &Town| judged(town, &signed, Gate::default()).map(drop);
        town.waits_s(600);
        assert_eq!([judged(town), judged(town)], [Ok(()), Err(Refusal::Again)]);
        town.waits_s(3_100);
        assert_eq!(judged(town), Err(Refusal::Late));
    }

    fn those_who_ask_for_a_link_are_heard_before_they_are_partners(town) {
        let peer = Peer::new(11);
        let own = town.app.federation().own.clone();
        town.opens_its_doors("open");
        town.arranges(move |tx| peers::set_links(tx, &Viewer::House, &own, Links::Partners));
        assert_eq!(sent(town, &peer, "/"), Err(Refusal::Closed));
        assert!(peer.heard().is_empty());
        let gate = Gate { is_for_links: true, ..Gate::default() };
        assert!(judged(town, &letter(town, &peer, "/", Form::Draft), gate).is_ok());
    }

    fn a_host_that_is_silent_wrong_or_slow_is_told_apart(town) {
        let peer = Peer::new(11);
        opens(town);
        for (status, expected) in
            [(404, Refusal::Unowned), (410, Refusal::Unowned), (500, Refusal::NoKey), (429, Refusal::NoKey)]
        {
            peer.says("/u/wren", Says::bare(status, "x-a", "b"));
            assert_eq!(sent(town, &peer, "/u/wren"), Err(expected), "{status}");
            // What could not be had is not asked for again at once.
            town.app.clock().advance_s(301);
        }
    }
}
