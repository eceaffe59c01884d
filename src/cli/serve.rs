//! `hearthside serve`: opens the community and keeps it open until asked to stop.

use std::time::Duration;

use actix_web::HttpServer;
use actix_web::middleware::Compress;

use crate::app::{App, schedule};
use crate::config::Settings;
use crate::kernel::{Chance, Clock};
use crate::routes;

/// How long open requests may take to end after SIGTERM.
const GRACE_S: u64 = 10;

/// Serves until SIGTERM or Ctrl-C.
///
/// # Errors
/// A sentence: what kept it from opening.
pub fn run(settings: Settings) -> Result<(), String> {
    log_as(&settings.server.log);
    let app = App::open(settings, Clock::default(), Chance::default()).map_err(|error| error.to_string())?;
    actix_web::rt::System::new().block_on(serve(app)).map_err(|error| error.to_string())
}

pub(super) async fn serve(app: App) -> std::io::Result<()> {
    let settings = app.settings().server.clone();
    app.write(schedule::wind).await.map_err(|error| std::io::Error::other(error.to_string()))?;
    let jobs = actix_web::rt::spawn(app.clone().run_jobs_forever());
    let doors = routes::configure(&app);
    let mut server =
        HttpServer::new(move || actix_web::App::new().wrap(Compress::default()).configure(doors.clone()))
            .shutdown_timeout(GRACE_S)
            .client_request_timeout(Duration::from_secs(15))
            .keep_alive(Duration::from_secs(75));
    if settings.workers > 0 {
        server = server.workers(usize::from(settings.workers));
    }
    let server = server.bind(&settings.listen)?;
    tracing::info!("open at {}", settings.origin());
    let outcome = server.run().await;
    jobs.abort();
    outcome
}

/// Structured lines on standard error. No level writes names, addresses or words.
pub(super) fn log_as(level: &str) {
    let filter = tracing_subscriber::EnvFilter::new(format!("warn,hearthside={level}"));
    // The usual report quotes what the code was busy with, which may be somebody's words: the place is enough.
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        tracing::error!(place, "a panic");
    }));
    let _ = tracing_subscriber::fmt().json().with_env_filter(filter).with_writer(std::io::stderr).try_init();
}
