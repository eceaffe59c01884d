//! A closed-loop client over loopback: each caller sends, waits for the whole answer, sends again. Bounded in callers and time.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use hearthside::http::csrf::CsrfKey;
use hearthside::identity::sessions::middleware::COOKIE;
use hearthside::kernel::{Chance, Token};
use serde::Serialize;

use super::seed::{ANSWERED, FIRST_ANSWERED, Town, public};
use super::server::Server;

/// What a load came to.
#[derive(Clone, Copy, Serialize)]
pub struct Measure {
    /// Answers a second.
    pub per_s: f64,
    /// Half of the answers came within.
    pub p50_ms: f64,
    /// All but one in twenty came within.
    pub p95_ms: f64,
    /// All but one in a hundred came within.
    pub p99_ms: f64,
    /// What an answer cost the server's process; 0 if that was not asked for.
    pub cpu_ms: f64,
}

/// What is sent, over and over.
pub struct Load {
    port: u16,
    path: String,
    cookie: Option<Token>,
    /// The rest of a form, after the words; none: a page is read.
    form: Option<&'static str>,
    count: AtomicU64,
}

impl Load {
    /// A page.
    pub const fn get(port: u16, path: String, cookie: Option<Token>) -> Self {
        Self { port, path, cookie, form: None, count: AtomicU64::new(0) }
    }

    /// A reply, a new one each time; `speaks` says as whom.
    pub fn post(port: u16, path: String, town: &Town, speaks: &'static str) -> Self {
        Self { port, path, cookie: Some(town.cookie.clone()), form: Some(speaks), count: AtomicU64::new(0) }
    }

    /// One answer's body; none if the door is not there.
    pub fn once(&self) -> Option<Vec<u8>> {
        let mut wire = Wire::open(self.port);
        let (status, body) = wire.ask(&self.request());
        match status {
            200 | 303 => Some(body),
            404 | 405 => None,
            other => panic!("{} answered {other}: {}", self.path, String::from_utf8_lossy(&body)),
        }
    }

    /// Many callers at once for a while; the first tenth of the time warms up and is not counted.
    pub fn run(&self, callers: usize, time: Duration, server: Option<&Server>) -> Measure {
        let warm = time / 10;
        let begun = Instant::now();
        let cpu = server.map(Server::cpu_ms);
        let mut took: Vec<Duration> = std::thread::scope(|scope| {
            let calling: Vec<_> =
                (0..callers).map(|_| scope.spawn(|| self.calls(begun, warm, time))).collect();
            calling.into_iter().flat_map(|caller| caller.join().unwrap()).collect()
        });
        let cpu_ms = server.map_or(0.0, |server| server.cpu_ms() - cpu.unwrap_or(0.0));
        took.sort_unstable();
        let at = |part: f64| took[((took.len() - 1) as f64 * part) as usize].as_secs_f64() * 1e3;
        Measure {
            per_s: took.len() as f64 / time.saturating_sub(warm).as_secs_f64(),
            p50_ms: at(0.5),
            p95_ms: at(0.95),
            p99_ms: at(0.99),
            // The processor's time is of the whole run, the warm tenth included.
            cpu_ms: cpu_ms * 0.9 / took.len() as f64,
        }
    }

    fn calls(&self, begun: Instant, warm: Duration, time: Duration) -> Vec<Duration> {
        let mut wire = Wire::open(self.port);
        let mut took = Vec::new();
        while begun.elapsed() < time {
            let sent = Instant::now();
            let (status, body) = wire.ask(&self.request());
            assert!(
                status == 200 || status == 303,
                "{}: {status} {}",
                self.path,
                String::from_utf8_lossy(&body)
            );
            if begun.elapsed() > warm {
                took.push(sent.elapsed());
            }
        }
        assert!(!took.is_empty(), "{} did not answer once", self.path);
        took
    }

    fn request(&self) -> Vec<u8> {
        let cookie = self.cookie.as_ref().map(|token| format!("cookie: {COOKIE}={}\r\n", token.expose()));
        let cookie = cookie.unwrap_or_default();
        let Some(speaks) = self.form else {
            return format!(
                "GET {} HTTP/1.1\r\nhost: 127.0.0.1\r\naccept: text/html\r\n{cookie}\r\n",
                self.path
            )
            .into_bytes();
        };
        let csrf = self
            .cookie
            .as_ref()
            .map(|token| CsrfKey::of(token).token(&Chance::default()))
            .unwrap_or_default();
        let n = self.count.fetch_add(1, Ordering::Relaxed);
        let path = self.path.replace("{n}", &public(FIRST_ANSWERED + n % ANSWERED));
        let once = format!("bench{self:p}x{n}");
        let body = format!("csrf={csrf}&once={once}&body=Still+here%2C+still+listening.+Number+{n}.{speaks}");
        format!(
            "POST {} HTTP/1.1\r\nhost: 127.0.0.1\r\naccept: text/html\r\n{cookie}content-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\n\r\n{body}",
            path,
            body.len()
        )
        .into_bytes()
    }
}

/// A live stream that stays open.
pub struct Stream(Wire);

impl Stream {
    /// Opens it, and reads until it says that it is there.
    pub fn open(port: u16, request: &[u8]) -> Self {
        let mut wire = Wire::open(port);
        wire.0.get_mut().write_all(request).unwrap();
        let status = wire.line();
        assert!(status.contains(" 200 "), "{status}");
        while !wire.line().starts_with("retry:") {}
        Self(wire)
    }

    /// Waits until it says that there is something new.
    pub fn hears_news(&mut self) {
        while self.0.line() != "event: news" {}
    }
}

/// One connection, kept alive.
pub struct Wire(BufReader<TcpStream>);

impl Wire {
    /// Opens it.
    pub fn open(port: u16) -> Self {
        let stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
        stream.set_nodelay(true).unwrap();
        stream.set_read_timeout(Some(Duration::from_mins(1))).unwrap();
        Self(BufReader::new(stream))
    }

    /// Sends a request and reads the whole answer.
    pub fn ask(&mut self, request: &[u8]) -> (u16, Vec<u8>) {
        self.0.get_mut().write_all(request).unwrap();
        let status = self.line().split(' ').nth(1).and_then(|status| status.parse().ok()).expect("a status");
        let (mut length, mut is_chunked) = (0, false);
        loop {
            let line = self.line().to_ascii_lowercase();
            match line.split_once(": ") {
                None => break,
                Some(("content-length", value)) => length = value.parse().unwrap(),
                Some(("transfer-encoding", _)) => is_chunked = true,
                Some(_) => {}
            }
        }
        let mut body = Vec::new();
        while is_chunked {
            length = usize::from_str_radix(&self.line(), 16).unwrap();
            self.read(length, &mut body);
            self.line();
            is_chunked = length > 0;
            length = 0;
        }
        self.read(length, &mut body);
        (status, body)
    }

    fn read(&mut self, length: usize, body: &mut Vec<u8>) {
        let before = body.len();
        body.resize(before + length, 0);
        self.0.read_exact(&mut body[before..]).unwrap();
    }

    fn line(&mut self) -> String {
        let mut line = String::new();
        assert!(self.0.read_line(&mut line).unwrap() > 0, "the other side hung up");
        line.trim_end().to_owned()
    }
}
