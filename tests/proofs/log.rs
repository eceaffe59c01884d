//! What the server logs, at debug. Kept only where each test is a process of its own, as `cargo nextest` runs them:
//! elsewhere other towns would speak in between.

use std::io::Write;
use std::sync::{Arc, Mutex, OnceLock};

use crate::harness::Town;

#[derive(Clone, Default)]
struct Kept(Arc<Mutex<Vec<u8>>>);

impl Write for Kept {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }
    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

static KEPT: OnceLock<Kept> = OnceLock::new();

/// The log from here on.
pub struct Heard {
    from: usize,
}

/// Begins to listen.
pub fn begin() -> Heard {
    if std::env::var_os("NEXTEST").is_none() {
        eprintln!("the log is left out: it is compared under `cargo nextest` alone");
        return Heard { from: 0 };
    }
    let kept = KEPT.get_or_init(|| {
        let (kept, filter) =
            (Kept::default(), tracing_subscriber::EnvFilter::new("info,hearthside=trace,actix_web=debug"));
        let writer = kept.clone();
        let subscriber = tracing_subscriber::fmt().without_time().with_ansi(false).with_env_filter(filter);
        subscriber.with_writer(move || writer.clone()).init();
        kept
    });
    Heard { from: kept.0.lock().unwrap().len() }
}

impl Heard {
    /// What was logged, without the town's own address and folder.
    pub fn lines(&self, town: &Town) -> Vec<String> {
        let Some(kept) = KEPT.get() else { return Vec::new() };
        let text = String::from_utf8_lossy(&kept.0.lock().unwrap()[self.from..]).into_owned();
        let (folder, address) =
            (town.home().data().display().to_string(), town.origin().replace("http://", ""));
        text.replace(&folder, "FOLDER").replace(&address, "ORIGIN").lines().map(str::to_owned).collect()
    }
}
