//! The real binary as a process of its own, and what it costs.

use std::net::TcpListener;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use hearthside::db::DatabaseUrl;

/// The kernel counts processor time in hundredths of a second.
const TICK_MS: f64 = 10.0;

/// A server that is up.
pub struct Server {
    /// Where.
    pub port: u16,
    /// From the start of the process to the first whole answer.
    pub first_answer: Duration,
    process: Child,
}

impl Server {
    /// The file that runs.
    pub const BINARY: &str = env!("CARGO_BIN_EXE_hearthside");

    /// Starts it and waits for its first answer.
    pub fn start(folder: &Path, url: &DatabaseUrl) -> Self {
        let port = free_port();
        let mut command = Command::new(Self::BINARY);
        command.arg("serve").arg("--listen").arg(format!("127.0.0.1:{port}")).arg("--data").arg(folder);
        for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("HEARTHSIDE_")) {
            command.env_remove(name);
        }
        if let DatabaseUrl::Postgres(url) = url {
            command.env("HEARTHSIDE_DATABASE_URL", url.expose());
        }
        for limit in ["POSTS_PER_HOUR", "POSTS_FIRST_HOUR", "REPLIES_FIRST_HOUR"] {
            command.env(format!("HEARTHSIDE_LIMITS_{limit}"), "100000000");
        }
        for limit in ["ALIASES_PER_DAY", "ALIAS_POSTS_PER_HOUR", "ALIAS_POSTS_PER_DAY"] {
            command.env(format!("HEARTHSIDE_LIMITS_{limit}"), "100000000");
        }
        command.env("HEARTHSIDE_LOG", "error").stdout(Stdio::null()).stderr(Stdio::null());
        let begun = Instant::now();
        let process = command.spawn().unwrap();
        wait_for(port, begun);
        Self { port, first_answer: begun.elapsed(), process }
    }

    /// What it holds in memory.
    pub fn rss_kb(&self) -> u64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.process.id())).unwrap();
        let line = status.lines().find(|line| line.starts_with("VmRSS:")).unwrap();
        line.split_whitespace().nth(1).unwrap().parse().unwrap()
    }

    /// Processor time it has used.
    pub fn cpu_ms(&self) -> f64 {
        let stat = std::fs::read_to_string(format!("/proc/{}/stat", self.process.id())).unwrap();
        let fields: Vec<&str> = stat.rsplit(')').next().unwrap().split_whitespace().collect();
        (fields[11].parse::<f64>().unwrap() + fields[12].parse::<f64>().unwrap()) * TICK_MS
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// A port that was free a moment ago.
pub fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

/// Asks until somebody answers.
pub fn wait_for(port: u16, begun: Instant) {
    use std::io::{Read as _, Write as _};
    loop {
        let answer = std::net::TcpStream::connect(("127.0.0.1", port)).and_then(|mut stream| {
            stream.write_all(
                b"GET /api/v1/openapi.json HTTP/1.1\r\nhost: 127.0.0.1\r\nconnection: close\r\n\r\n",
            )?;
            stream.read_exact(&mut [0; 12])
        });
        if answer.is_ok() {
            return;
        }
        assert!(begun.elapsed() < Duration::from_mins(2), "no answer");
        std::thread::sleep(Duration::from_millis(2));
    }
}
