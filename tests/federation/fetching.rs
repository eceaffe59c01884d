//! Asking a puppet that is slow, wrong and hostile.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::time::Duration;

use hearthside::federation::actors;
use hearthside::federation::delivery::{self, Letter};
use hearthside::federation::fetch::{Budget, Document, Signing, Trouble};
use hearthside::federation::peers::{self, Links};
use hearthside::federation::signature::{self, Form, PublicKey, Request};
use hearthside::policy::Viewer;
use serde_json::json;
use url::Url;

use crate::harness::Town;
use crate::harness::peer::{ACTIVITY, Heard, Peer, Says};

fn signing(town: &Town, form: Form) -> Signing {
    let own = town.app.federation().own.clone();
    let key = town.waits_for(actors::community(&town.app, &own)).unwrap();
    Signing { key, form, at: town.app.clock().now() }
}

fn fetches(town: &Town, peer: &Peer, path: &str) -> Result<Document, Trouble> {
    let (url, signing) = (Url::parse(&peer.at(path)).unwrap(), signing(town, Form::Draft));
    town.waits_for(town.app.federation().client.get(&url, &signing, &mut Budget::default()))
}

#[test]
fn a_document_is_taken_from_where_it_lives_and_the_question_is_signed() {
    let (town, peer) = (Town::on_sqlite(), Peer::new(11));
    let document = fetches(&town, &peer, "/u/wren").unwrap();
    assert_eq!(document.text("type"), Some("Person"));
    let [asked] = &peer.heard()[..] else { panic!("asked once") };
    let header = |name: &str| {
        asked.headers.iter().find(|(own, _)| own == name).map(|(_, value)| value.clone()).unwrap()
    };
    assert!(header("user-agent").starts_with("Hearthside/") && header("accept").starts_with(ACTIVITY));
    let origin = peer.at("");
    let request =
        Request { method: "GET", target: &asked.target, origin: &origin, headers: &asked.headers, body: b"" };
    let signing = signing(&town, Form::Draft);
    let claim = signature::read(&request, signing.at).unwrap();
    assert_eq!(claim.key_id.as_str(), "http://127.0.0.1:8080/#main-key");
    claim.check(&signing.key.public()).unwrap();
}

#[test]
fn letters_arrive_signed_in_either_form() {
    let (town, peer) = (Town::on_sqlite(), Peer::new(11));
    peer.says("/busy", Says::bare(429, "retry-after", "120"));
    for form in [Form::Draft, Form::Rfc9421] {
        let signing = signing(&town, form);
        let url = Url::parse(&peer.at("/inbox")).unwrap();
        let said =
            town.waits_for(town.app.federation().client.post(&url, b"{\"a\":1}".to_vec(), &signing)).unwrap();
        assert_eq!(said.status, 202);
        let [letter] = &peer.heard()[..] else { panic!("posted once") };
        let origin = peer.at("");
        let request = Request {
            method: "POST",
            target: "/inbox",
            origin: &origin,
            headers: &letter.headers,
            body: &letter.body,
        };
        let key = PublicKey::from_pem(&signing.key.public().to_pem().unwrap()).unwrap();
        signature::read(&request, signing.at).unwrap().check(&key).unwrap();
    }
    let url = Url::parse(&peer.at("/busy")).unwrap();
    let said =
        town.waits_for(town.app.federation().client.post(&url, b"{}".to_vec(), &signing(&town, Form::Draft)));
    assert_eq!(said.map(|said| (said.status, said.retry_after_s)), Ok((429, Some(120))));
}

/// Hears one letter on a line, to its end; none where nobody speaks.
fn hears(line: &mut BufReader<TcpStream>) -> Option<Vec<u8>> {
    let (mut length, mut at) = (0, String::new());
    while line.read_line(&mut at).is_ok_and(|read| read > 0) {
        let header = at.trim().to_ascii_lowercase();
        if header.is_empty() {
            let mut body = vec![0; length];
            line.read_exact(&mut body).ok()?;
            return Some(body);
        }
        if let Some(value) = header.strip_prefix("content-length: ") {
            length = value.parse().ok()?;
        }
        at.clear();
    }
    None
}

#[test]
fn a_line_that_is_put_down_just_then_is_taken_up_again_and_one_that_always_is_tells_of_silence() {
    let town = Town::on_sqlite();
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let inbox = Url::parse(&format!("http://{}/inbox", listener.local_addr().unwrap())).unwrap();
    // The first line answers once and is put down when it has heard the second letter; so does the next; the last never answers.
    let host = std::thread::spawn(move || {
        let mut heard = Vec::new();
        for answers in [1, 1, 0] {
            let mut line = BufReader::new(listener.accept().unwrap().0);
            for number in 0..=answers {
                let Some(letter) = hears(&mut line) else { break };
                heard.push(letter);
                if number < answers {
                    line.get_mut().write_all(b"HTTP/1.1 202 Accepted\r\ncontent-length: 0\r\n\r\n").unwrap();
                }
            }
        }
        heard
    });
    let posts = |letter: &[u8]| {
        let signing = signing(&town, Form::Draft);
        town.waits_for(town.app.federation().client.post(&inbox, letter.to_vec(), &signing))
    };
    assert_eq!(posts(b"{\"a\":1}").map(|said| said.status), Ok(202));
    assert_eq!(posts(b"{\"a\":2}").map(|said| said.status), Ok(202), "the other line took it");
    assert_eq!(posts(b"{\"a\":3}"), Err(Trouble::Unreachable));
    let heard = host.join().unwrap();
    let mut heard: Vec<_> = heard.iter().map(|letter| String::from_utf8_lossy(letter)).collect();
    heard.dedup();
    assert_eq!(heard, ["{\"a\":1}", "{\"a\":2}", "{\"a\":3}"], "each letter on its own, and in order");
}

on_both! {
    fn a_request_to_link_reaches_the_other_host_signed_by_the_community(town) {
        let peer = Peer::new(11);
        let own = town.app.federation().own.clone();
        let domain = own.parse(&peer.domain()).unwrap();
        town.opens_its_doors("open");
        let asked = (own.clone(), domain);
        town.arranges(move |tx| {
            peers::set_links(tx, &Viewer::House, &asked.0, Links::Partners)?;
            peers::ask(tx, &Viewer::House, &asked.0, &asked.1)
        });
        let app = &town.app;
        let post = async |letter: &Letter| actors::post(app, letter).await;
        town.waits_for(delivery::run_due(app, &post, &peers::may_be_sent)).unwrap();
        let [letter] = &peer.heard()[..] else { panic!("one letter") };
        let offer: serde_json::Value = serde_json::from_slice(&letter.body).unwrap();
        assert_eq!((&offer["type"], &offer["actor"]), (&json!("Offer"), &json!("http://127.0.0.1:8080/")));
        let origin = peer.at("");
        let request =
            Request { method: "POST", target: &letter.target, origin: &origin, headers: &letter.headers, body: &letter.body };
        let now = town.app.clock().now();
        let claim = signature::read(&request, now).unwrap();
        assert_eq!(claim.key_id.as_str(), "http://127.0.0.1:8080/#main-key");
        claim.check(&signing(town, Form::Draft).key.public()).unwrap();
        assert_eq!(town.count("SELECT count(*) AS n FROM delivery"), 0, "it was taken");
    }

    fn a_host_that_reads_the_other_form_is_remembered(town) {
        let peer = Peer::new(11);
        let own = town.app.federation().own.clone();
        let domain = own.parse(&peer.domain()).unwrap();
        town.opens_its_doors("open");
        peer.says("/inbox", Says::bare(401, "x-a", "b"));
        town.arranges(move |tx| {
            peers::set_links(tx, &Viewer::House, &own, Links::Partners)?;
            peers::ask(tx, &Viewer::House, &own, &domain)
        });
        let app = &town.app;
        let post = async |letter: &Letter| actors::post(app, letter).await;
        town.waits_for(delivery::run_due(app, &post, &peers::may_be_sent)).unwrap();
        let has_input =
            |heard: &[Heard]| heard.iter().map(|each| each.headers.iter().any(|(name, _)| name == "signature-input")).collect::<Vec<_>>();
        assert_eq!(has_input(&peer.heard()), [false, true], "the draft first, then the other");
        assert_eq!(town.lines("SELECT form AS line FROM mailbag"), [""]);
        peer.says("/inbox", Says::bare(202, "x-a", "b"));
        town.arranges(|tx| tx.batch("UPDATE mailbag SET form = 'rfc9421', due_at = 0"));
        town.waits_for(delivery::run_due(app, &post, &peers::may_be_sent)).unwrap();
        assert_eq!(has_input(&peer.heard()), [true]);
    }
}

#[test]
fn whatever_a_hostile_host_answers_is_refused_for_what_it_is() {
    let (town, peer, elsewhere) = (Town::on_sqlite(), Peer::new(11), Peer::new(12));
    let actor = peer.actor("/u/wren", "Person");
    let typed = |kind: &str| {
        let mut says = Says::json(&actor);
        says.headers = vec![("content-type", kind.to_owned())];
        says
    };
    let raw = |body: Vec<u8>| Says { body, ..Says::json(&actor) };
    let deep = format!("{{\"id\":\"{}\",\"a\":{}1{}}}", peer.at("/x"), "[".repeat(40), "]".repeat(40));
    let double = format!("{{\"id\":\"{0}\",\"id\":\"{0}\"}}", peer.at("/x"));
    for (path, says, expected) in [
        ("/html", typed("text/html"), Trouble::Type),
        ("/json", typed("application/json"), Trouble::Type),
        ("/picture", typed("image/png"), Trouble::Type),
        ("/away", Says::bare(302, "location", &elsewhere.at("/u/wren")), Trouble::Elsewhere),
        ("/private", Says::bare(302, "location", "http://169.254.169.254/latest"), Trouble::Elsewhere),
        ("/file", Says::bare(302, "location", "file:///etc/passwd"), Trouble::Elsewhere),
        ("/loop", Says::bare(302, "location", "/loop"), Trouble::Status(302)),
        ("/gone", Says::bare(410, "x-a", "b"), Trouble::Status(410)),
        ("/huge", raw(vec![b' '; (1 << 20) + 1]), Trouble::Large),
        ("/deep", raw(deep.into_bytes()), Trouble::Unreadable),
        ("/double", raw(double.into_bytes()), Trouble::Unreadable),
        ("/list", raw(b"[]".to_vec()), Trouble::Unreadable),
        ("/nobody", Says::json(&json!({ "type": "Person" })), Trouble::Other),
        ("/another", Says::json(&json!({ "id": elsewhere.at("/u/wren"), "type": "Person" })), Trouble::Other),
        ("/slow", Says { after: Duration::from_secs(5), ..Says::json(&actor) }, Trouble::Slow),
    ] {
        peer.says(path, says);
        assert_eq!(fetches(&town, &peer, path), Err(expected), "{path}");
    }
    assert!(elsewhere.heard().is_empty(), "nobody was led there");
    // One redirect within the host is followed, and signed anew.
    peer.says("/moved", Says::bare(301, "location", "/u/wren"));
    peer.heard();
    assert!(fetches(&town, &peer, "/moved").is_ok());
    let signatures: Vec<String> = peer
        .heard()
        .iter()
        .map(|heard| heard.headers.iter().find(|(name, _)| name == "signature").unwrap().1.clone())
        .collect();
    assert!(signatures.len() == 2 && signatures[0] != signatures[1]);
}

#[test]
fn there_is_an_end_to_asking() {
    let (town, peer) = (Town::on_sqlite(), Peer::new(11));
    let (url, signing) = (Url::parse(&peer.at("/u/wren")).unwrap(), signing(&town, Form::Draft));
    let mut budget = Budget::default();
    let client = &town.app.federation().client;
    let taken = (0..30).filter(|_| town.waits_for(client.get(&url, &signing, &mut budget)).is_ok()).count();
    assert_eq!((taken, peer.heard().len()), (20, 20), "for one activity");
    let taken = (0..50).filter(|_| fetches(&town, &peer, "/u/wren").is_ok()).count();
    assert_eq!((taken, peer.heard().len()), (40, 40), "of one host in a minute");
}
