//! Another community that signs as fast as it is asked to, takes all that comes and counts it.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use actix_web::web::{Bytes, Data, to};
use actix_web::{HttpRequest, HttpResponse, HttpServer};
use hearthside::federation::signature::{self, Form, Head, SigningKey, make_rsa};
use hearthside::kernel::{Chance, Moment};
use serde_json::json;

use super::super::client::Wire;
use super::super::server::free_port;
use super::town::Town;

const ACTIVITY: &str = "application/activity+json";

/// The puppet. It lives as long as the process.
pub struct Puppet {
    /// What it signs with.
    pub key: SigningKey,
    port: u16,
    world: Data<World>,
}

struct World {
    origin: String,
    pem: String,
    heard: AtomicUsize,
    last: Mutex<Vec<u8>>,
}

/// A letter, signed.
pub struct Mail {
    /// The bytes that were signed.
    pub body: Vec<u8>,
    request: Vec<u8>,
}

impl Puppet {
    /// Starts one.
    pub fn start(seed: u64) -> Self {
        let port = free_port();
        let key = SigningKey::from_pkcs8("", &make_rsa(&Chance::seeded(seed)).unwrap()).unwrap();
        let origin = format!("http://127.0.0.1:{port}");
        let pem = key.public().to_pem().unwrap();
        let world = Data::new(World { origin, pem, heard: AtomicUsize::new(0), last: Mutex::default() });
        let shared = world.clone();
        std::thread::spawn(move || {
            let server = HttpServer::new(move || {
                actix_web::App::new().app_data(shared.clone()).default_service(to(answer))
            });
            let server = server.workers(2).disable_signals().bind(("127.0.0.1", port)).unwrap().run();
            actix_web::rt::System::new().block_on(server).unwrap();
        });
        let begun = Instant::now();
        while std::net::TcpStream::connect(("127.0.0.1", port)).is_err() {
            assert!(begun.elapsed() < Duration::from_secs(30), "a puppet does not start");
            std::thread::sleep(Duration::from_millis(2));
        }
        Self { key, port, world }
    }

    /// Its name on the network.
    pub fn domain(&self) -> String {
        format!("127.0.0.1:{}", self.port)
    }

    /// An address of it.
    pub fn at(&self, path: &str) -> String {
        format!("{}{path}", self.world.origin)
    }

    /// An answer to a thread, signed by somebody there.
    pub fn answers(&self, town: &Town, thread: &str, number: usize, at: Moment) -> Mail {
        let (wren, everybody) = (self.at("/u/wren"), "https://www.w3.org/ns/activitystreams#Public");
        let note = json!({ "id": self.at(&format!("/p/{number}")), "type": "Note", "attributedTo": wren, "inReplyTo": thread,
            "to": [everybody], "content": "<p>Still here, still listening.</p>" });
        let activity = json!({ "@context": "https://www.w3.org/ns/activitystreams", "id": self.at(&format!("/a/{number}")),
            "type": "Create", "actor": wren, "to": [everybody], "object": note });
        let (body, url) = (activity.to_string().into_bytes(), town.url("/inbox"));
        let key = self.key.named(format!("{wren}#main-key"));
        let head = Head { method: "POST", url: &url, body: Some(&body), date: at };
        let signed = signature::sign(&head, &key, Form::Draft).unwrap();
        let headers: Vec<String> =
            signed.iter().map(|(name, value)| format!("{name}: {}\r\n", value.to_str().unwrap())).collect();
        let headers = headers.concat();
        let length = body.len();
        let mut request = format!(
            "POST /inbox HTTP/1.1\r\n{headers}content-type: {ACTIVITY}\r\ncontent-length: {length}\r\n\r\n"
        )
        .into_bytes();
        request.extend_from_slice(&body);
        Mail { body, request }
    }

    /// Posts one letter; the status.
    pub fn posts(&self, town: &Town, mail: &Mail) -> u16 {
        Wire::open(town.port).ask(&mail.request).0
    }

    /// Posts letters one after the other on one connection; how long each took to be accepted.
    pub fn posts_all(&self, town: &Town, mails: &[Mail]) -> Vec<Duration> {
        let mut wire = Wire::open(town.port);
        let ask = |mail: &Mail| {
            let begun = Instant::now();
            assert_eq!(wire.ask(&mail.request).0, 202);
            begun.elapsed()
        };
        mails.iter().map(ask).collect()
    }

    /// Waits until so many letters have come in all.
    pub fn waits_for(&self, many: usize, longest: Duration) {
        let begun = Instant::now();
        while self.world.heard.load(Ordering::Relaxed) < many {
            let heard = self.world.heard.load(Ordering::Relaxed);
            assert!(begun.elapsed() < longest, "{heard} of {many} letters came");
            std::thread::sleep(Duration::from_micros(200));
        }
    }

    /// The last letter.
    pub fn last(&self) -> Vec<u8> {
        self.world.last.lock().unwrap().clone()
    }
}

async fn answer(request: HttpRequest, body: Bytes, world: Data<World>) -> HttpResponse {
    if request.method() == "POST" {
        *world.last.lock().unwrap() = body.to_vec();
        world.heard.fetch_add(1, Ordering::Relaxed);
        return HttpResponse::Accepted().finish();
    }
    let id = format!("{}{}", world.origin, request.path());
    let kind = if request.path() == "/" { "Application" } else { "Person" };
    let actor = json!({
        "id": id, "type": kind, "preferredUsername": "wren", "inbox": format!("{}/inbox", world.origin),
        "publicKey": { "id": format!("{id}#main-key"), "owner": id, "publicKeyPem": world.pem },
    });
    HttpResponse::Ok().content_type(ACTIVITY).body(actor.to_string())
}
