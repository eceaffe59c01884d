//! What stands below us: a bare handler that sends the same bytes, and bare loops that run the same SQL.

use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use actix_web::web::{self, Bytes};
use actix_web::{HttpResponse, HttpServer};
use hearthside::db::{DatabaseUrl, Db, Purpose};

use super::seed::Town;
use super::server::{free_port, wait_for};

/// A bare handler in a process of its own, as our server is.
pub struct Handler {
    /// Where.
    pub port: u16,
    process: Child,
}

impl Handler {
    /// Starts one that answers everything with these bytes.
    pub fn start(folder: &Path, bytes: &[u8]) -> Self {
        let (port, file) = (free_port(), folder.join("floor.html"));
        std::fs::write(&file, bytes).unwrap();
        let mut command = Command::new(std::env::current_exe().unwrap());
        command.arg("--floor").arg(port.to_string()).arg(&file);
        let process = command.stdout(Stdio::null()).spawn().unwrap();
        wait_for(port, Instant::now());
        Self { port, process }
    }
}

impl Drop for Handler {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// What that process does.
pub fn serve(port: &str, file: &Path) {
    let bytes = Bytes::from(std::fs::read(file).unwrap());
    let listen = format!("127.0.0.1:{port}");
    let server = HttpServer::new(move || {
        let bytes = bytes.clone();
        let answer = move || {
            let bytes = bytes.clone();
            async move { HttpResponse::Ok().content_type("text/html; charset=utf-8").body(bytes) }
        };
        actix_web::App::new().default_service(web::to(answer))
    });
    actix_web::rt::System::new().block_on(server.bind(listen).unwrap().run()).unwrap();
}

/// How often a second one thread gets the rows of a page, and leaves them unread.
pub fn looks(url: &DatabaseUrl, sql: &str, time: Duration) -> f64 {
    apart(url, |db| {
        // SQLite reads it anew each time, which costs little; PostgreSQL is spared that, as our server is.
        let question = if db.is_sqlite() {
            sql.to_owned()
        } else {
            db.batch(&format!("PREPARE page AS {sql}")).unwrap();
            "EXECUTE page".to_owned()
        };
        rate(time, || db.batch(&question).unwrap())
    })
}

/// How often a second one thread commits a reply, durably, with nothing around it.
///
/// `from` is the number of the first, so that no two runs meet.
pub fn writes(url: &DatabaseUrl, from: u64, time: Duration) -> f64 {
    let mut n = from;
    apart(url, |db| {
        let begin = if db.is_sqlite() { "BEGIN IMMEDIATE" } else { "BEGIN ISOLATION LEVEL SERIALIZABLE" };
        rate(time, || {
            n += 1;
            db.batch(&format!("{begin}; {} COMMIT", Town::reply_sql(n))).unwrap();
        })
    })
}

fn rate(time: Duration, mut work: impl FnMut()) -> f64 {
    let (begun, mut count) = (Instant::now(), 0_u32);
    while begun.elapsed() < time {
        work();
        count += 1;
    }
    f64::from(count) / begun.elapsed().as_secs_f64()
}

/// On a thread of its own: PostgreSQL's driver must not start inside an async runtime.
pub fn apart<T: Send>(url: &DatabaseUrl, work: impl FnOnce(&mut Db) -> T + Send) -> T {
    std::thread::scope(|scope| scope.spawn(|| work(&mut url.open(Purpose::Write).unwrap())).join().unwrap())
}
