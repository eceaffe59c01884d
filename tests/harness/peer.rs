//! Another community, played by a puppet: an actor with a key of its own on loopback, that can be slow, wrong and hostile.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use actix_web::web::{Bytes, Data, to};
use actix_web::{HttpRequest, HttpResponse};
use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::signature::{RSA_PKCS1_SHA256, RsaKeyPair};
use hearthside::federation::signature::{self, Form, Head, SigningKey};
use hearthside::kernel::Moment;
use serde_json::{Value, json};
use url::Url;

use super::ready;
use super::server::Server;

/// The one type an activity has.
pub const ACTIVITY: &str = "application/activity+json";

/// A puppet. It shows itself at `/` and somebody at `/u/wren`, and takes whatever is posted to it.
pub struct Peer {
    server: Server,
    world: Data<World>,
}

#[derive(Default)]
struct World {
    says: Mutex<BTreeMap<String, Says>>,
    heard: Mutex<Vec<Heard>>,
    /// Bytes that were taken of what it pours.
    poured: AtomicUsize,
    key: Mutex<Option<Arc<SigningKey>>>,
    /// The same key, for signing as others write it.
    pair: Mutex<Option<Arc<RsaKeyPair>>>,
}

/// What it answers at an address.
#[derive(Clone)]
pub struct Says {
    /// The status.
    pub status: u16,
    /// Headers; the type, unless it is an activity.
    pub headers: Vec<(&'static str, String)>,
    /// The body.
    pub body: Vec<u8>,
    /// How long it thinks before.
    pub after: Duration,
    /// How often the body is said, chunk by chunk, and the pause before each; none: once, in one piece.
    pub pours: Option<(u64, Duration)>,
}

impl Says {
    /// An activity.
    pub fn json(value: &Value) -> Self {
        let headers = vec![("content-type", ACTIVITY.to_owned())];
        Self {
            status: 200,
            headers,
            body: value.to_string().into_bytes(),
            after: Duration::ZERO,
            pours: None,
        }
    }

    /// A document of another type.
    pub fn typed(kind: &str, value: &Value) -> Self {
        Self { headers: vec![("content-type", kind.to_owned())], ..Self::json(value) }
    }

    /// What is said over and over, and never ends within a test.
    pub fn endless(chunk: &[u8], pause: Duration) -> Self {
        Self { body: chunk.to_vec(), pours: Some((u64::MAX, pause)), ..Self::json(&Value::Null) }
    }

    /// Nothing but a status and a header.
    pub fn bare(status: u16, name: &'static str, value: &str) -> Self {
        let headers = vec![(name, value.to_owned())];
        Self { status, headers, body: Vec::new(), after: Duration::ZERO, pours: None }
    }
}

/// What was asked of it.
#[derive(Debug, Clone)]
pub struct Heard {
    /// Path and question.
    pub target: String,
    /// Names in lower case.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: Vec<u8>,
}

impl Peer {
    /// A well-behaved one.
    pub fn new(seed: u64) -> Self {
        let world = Data::new(World::default());
        let shared = world.clone();
        let server = Server::of("127.0.0.1:0", move |doors| {
            doors.app_data(shared.clone()).default_service(to(answer));
        });
        let peer = Self { server, world };
        peer.turns_key(seed);
        peer
    }

    /// Its name on the network.
    pub fn domain(&self) -> String {
        self.server.address.to_string()
    }

    /// An address of it.
    pub fn at(&self, path: &str) -> String {
        format!("http://{}{path}", self.server.address)
    }

    /// The address of somebody's key there.
    pub fn key_id(&self, path: &str) -> String {
        format!("{}#main-key", self.at(path))
    }

    /// Another key from now on, for everybody there.
    pub fn turns_key(&self, seed: u64) {
        let der = ready::key(seed);
        *self.world.pair.lock().unwrap() = Some(Arc::new(RsaKeyPair::from_pkcs8(&der).unwrap()));
        let key = SigningKey::from_pkcs8("", &der).unwrap();
        *self.world.key.lock().unwrap() = Some(Arc::new(key));
        for (path, kind) in [("/", "Application"), ("/u/wren", "Person")] {
            self.says(path, Says::json(&self.actor(path, kind)));
        }
    }

    /// An actor there, as it should be.
    pub fn actor(&self, path: &str, kind: &str) -> Value {
        let pem = self.world.key.lock().unwrap().as_ref().unwrap().public().to_pem().unwrap();
        json!({
            "@context": "https://www.w3.org/ns/activitystreams",
            "id": self.at(path),
            "type": kind,
            "preferredUsername": "wren",
            "inbox": self.at("/inbox"),
            "outbox": self.at("/outbox"),
            "endpoints": { "sharedInbox": self.at("/inbox") },
            "publicKey": { "id": self.key_id(path), "owner": self.at(path), "publicKeyPem": pem },
        })
    }

    /// Its public key, as everybody there shows it.
    pub fn pem(&self) -> String {
        self.world.key.lock().unwrap().as_ref().unwrap().public().to_pem().unwrap()
    }

    /// Bytes signed with its key (RSA, PKCS#1 v1.5, SHA-256), for forms that nothing of ours writes.
    pub fn signs_bytes(&self, text: &[u8]) -> Vec<u8> {
        let pair = self.world.pair.lock().unwrap().clone().unwrap();
        let mut made = vec![0; pair.public_modulus_len()];
        pair.sign(&RSA_PKCS1_SHA256, &SystemRandom::new(), text, &mut made).unwrap();
        made
    }

    /// What it answers at a path from now on.
    pub fn says(&self, path: &str, says: Says) {
        self.world.says.lock().unwrap().insert(path.to_owned(), says);
    }

    /// All that was asked of it since the last look.
    pub fn heard(&self) -> Vec<Heard> {
        std::mem::take(&mut *self.world.heard.lock().unwrap())
    }

    /// How many bytes were taken of what it pours, since the last look.
    pub fn poured(&self) -> usize {
        self.world.poured.swap(0, Ordering::Relaxed)
    }

    /// The headers of a request that somebody there signs.
    pub fn signs(
        &self,
        who: &str,
        (method, url): (&str, &str),
        body: Option<&[u8]>,
        (form, at): (Form, Moment),
    ) -> Vec<(String, String)> {
        let key = self.world.key.lock().unwrap().clone().unwrap();
        let key = key.named(self.key_id(who));
        let url = Url::parse(url).unwrap();
        let signed = signature::sign(&Head { method, url: &url, body, date: at }, &key, form).unwrap();
        let pairs = signed.iter().filter(|(name, _)| name != "host");
        pairs.map(|(name, value)| (name.to_string(), value.to_str().unwrap().to_owned())).collect()
    }
}

async fn answer(request: HttpRequest, body: Bytes, world: Data<World>) -> HttpResponse {
    let text = |value: &actix_web::http::header::HeaderValue| value.to_str().unwrap_or_default().to_owned();
    let headers = request.headers().iter().map(|(name, value)| (name.to_string(), text(value))).collect();
    let target = request.uri().path_and_query().map_or("/", |target| target.as_str()).to_owned();
    let method = request.method().to_string();
    world.heard.lock().unwrap().push(Heard { target, headers, body: body.to_vec() });
    let says = world.says.lock().unwrap().get(request.path()).cloned();
    let Some(says) = says else {
        return if method == "POST" { HttpResponse::Accepted() } else { HttpResponse::NotFound() }.finish();
    };
    actix_web::rt::time::sleep(says.after).await;
    let status = actix_web::http::StatusCode::from_u16(says.status).unwrap();
    let mut response = HttpResponse::build(status);
    for (name, value) in says.headers {
        response.insert_header((name, value));
    }
    let Some((times, pause)) = says.pours else { return response.body(says.body) };
    let chunk = Bytes::from(says.body);
    response.streaming(futures_util::stream::unfold(0, move |number| {
        let (chunk, world) = (chunk.clone(), world.clone());
        async move {
            if !pause.is_zero() {
                actix_web::rt::time::sleep(pause).await;
            }
            world.poured.fetch_add(chunk.len(), Ordering::Relaxed);
            (number < times).then_some((Ok::<_, std::io::Error>(chunk), number + 1))
        }
    }))
}
