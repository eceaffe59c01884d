//! What is made once and lies ready beside what is built: to make it anew takes as long as the rest of a test.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use hearthside::db::{DatabaseUrl, migrate};
use hearthside::federation::signature::make_rsa;
use hearthside::kernel::Chance;

static COUNT: AtomicU32 = AtomicU32::new(0);

/// An RSA key as PKCS#8: of one seed it is always the same.
pub fn key(seed: u64) -> Vec<u8> {
    let file = ready(&format!("key-{seed}.der"), |making| {
        std::fs::write(making, &*make_rsa(&Chance::seeded(seed)).unwrap()).unwrap();
    });
    std::fs::read(file).unwrap()
}

/// A SQLite file with every table in it, and no row. It bears the age of this binary in its name, and none from before is left.
pub fn tables() -> PathBuf {
    let name = format!("tables-{}.sqlite", age());
    ready(&name, |making| {
        let there = std::fs::read_dir(making.parent().unwrap()).unwrap().map(|entry| entry.unwrap().path());
        let called = |path: &PathBuf| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        for old in there.filter(|path| called(path).starts_with("tables-") && called(path) != name) {
            let _ = std::fs::remove_file(old);
        }
        migrate::run(&DatabaseUrl::Sqlite(making.to_owned())).unwrap();
    })
}

/// When this binary was made.
pub fn age() -> u128 {
    let made =
        std::env::current_exe().and_then(|exe| exe.metadata()).and_then(|file| file.modified()).unwrap();
    made.duration_since(std::time::UNIX_EPOCH).unwrap().as_millis()
}

/// The file of a name. Whoever asks first makes it; two who do at once make two that are alike.
fn ready(name: &str, make: impl FnOnce(&Path)) -> PathBuf {
    let place = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    let file = place.join(name);
    if !file.exists() {
        std::fs::create_dir_all(&place).unwrap();
        let unique = format!("making-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::SeqCst));
        make(&place.join(&unique));
        std::fs::rename(place.join(unique), &file).unwrap();
    }
    file
}
