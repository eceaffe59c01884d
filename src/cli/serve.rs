//! `hearthside serve`: opens the community and keeps it open until asked to stop.

use std::io;
use std::time::Duration;

use actix_web::dev::ServerHandle;
use actix_web::middleware::Compress;
use actix_web::rt::signal::unix::{SignalKind, signal};
use actix_web::web::{self, Data};
use actix_web::{HttpResponse, HttpServer};

use super::{folder, tell};
use crate::admin::health;
use crate::admin::setup::{self, Code};
use crate::app::App;
use crate::config::Settings;
use crate::federation::delivery::{self, Letter};
use crate::federation::{actors, inbound, outbound};
use crate::kernel::{Chance, Clock, Error};
use crate::notify::{mail, push};
use crate::policy::Viewer;
use crate::routes;

/// How long open requests may take to end after SIGTERM.
const GRACE_S: u64 = 10;

/// Serves until SIGTERM or Ctrl-C.
///
/// # Errors
/// A sentence: what kept it from opening.
pub fn run(settings: Settings) -> Result<(), String> {
    log_as(&settings.server.log);
    let _held = folder::hold(&settings)?;
    let app = App::open(settings, Clock::default(), Chance::default()).map_err(|error| error.to_string())?;
    let closing = app.clone();
    let outcome = actix_web::rt::System::new().block_on(async move {
        invite_host(&app).await.map_err(io::Error::other)?;
        serve(app).await
    });
    closing.close();
    outcome.map_err(|error| error.to_string())
}

/// A server nobody has claimed prints what the first host needs. Only the code's hash is kept.
async fn invite_host(app: &App) -> Result<(), String> {
    let code = Code::new(app.chance());
    let offered = code.clone();
    match app.write(move |tx| setup::offer(tx, &offered)).await {
        Ok(true) => tell(&format!(
            "Nobody has set this community up yet.\n  Open:  {}/host/setup\n  Code:  {}",
            app.settings().server.origin(),
            code.shown()
        )),
        Ok(false) => {}
        // Reading goes on without room for anything new.
        Err(error) if error.code() == "disk-full" => tracing::warn!("the disk is nearly full: read only"),
        Err(error) => return Err(error.to_string()),
    }
    Ok(())
}

/// Opens the doors of `app`, and the private listener for numbers, until a signal says stop.
pub(super) async fn serve(app: App) -> io::Result<()> {
    let settings = app.settings().server.clone();
    match app.begin().await {
        Err(error) if error.code() != "disk-full" => return Err(io::Error::other(error.to_string())),
        _ => {}
    }
    let doors = routes::configure(&app);
    let mut server =
        HttpServer::new(move || actix_web::App::new().wrap(Compress::default()).configure(doors.clone()))
            .disable_signals()
            .shutdown_timeout(GRACE_S)
            .client_request_timeout(Duration::from_secs(15))
            .keep_alive(Duration::from_secs(75));
    if settings.workers > 0 {
        server = server.workers(usize::from(settings.workers));
    }
    let server = server.bind(&settings.listen).map_err(|error| at(&settings.listen, &error))?.run();
    let numbers = numbers(&app)?;
    let jobs = actix_web::rt::spawn(app.clone().run_jobs_forever());
    let letters = actix_web::rt::spawn(carry_letters(app.clone()));
    let arrivals = actix_web::rt::spawn(open_arrivals(app.clone()));
    let rings = actix_web::rt::spawn(push::run(app.clone()));
    let mails = actix_web::rt::spawn(mail::run(app.clone()));
    actix_web::rt::spawn(stop_at_signal(app.clone(), server.handle()));
    tracing::info!("open at {}", settings.origin());
    let outcome = server.await;
    if let Err(error) = app.write_later().await {
        tracing::warn!(%error, "what waited could not be written");
    }
    if let Some(numbers) = numbers {
        numbers.stop(false).await;
    }
    for task in [jobs, letters, arrivals, rings, mails] {
        task.abort();
        let _ = task.await;
    }
    outcome
}

/// Carries letters to other communities, also those that other processes of this one wrote.
async fn carry_letters(app: App) {
    if app.federation().is_on {
        let post = async |letter: &Letter| actors::post(&app, letter).await;
        tokio::join!(delivery::run(app.clone(), post, outbound::still_may), app.clone().hear_of_letters());
    }
}

/// Opens what other communities send.
async fn open_arrivals(app: App) {
    if app.federation().is_on {
        inbound::run(app).await;
    }
}

/// The private listener for Prometheus, if one is wished for.
fn numbers(app: &App) -> io::Result<Option<ServerHandle>> {
    let listen = app.settings().server.metrics_listen.clone();
    if listen.is_empty() {
        return Ok(None);
    }
    let app = Data::new(app.clone());
    let server = HttpServer::new(move || {
        actix_web::App::new().app_data(app.clone()).route("/metrics", web::get().to(scrape))
    });
    let server =
        server.workers(1).disable_signals().bind(&listen).map_err(|error| at(&listen, &error))?.run();
    let handle = server.handle();
    actix_web::rt::spawn(server);
    Ok(Some(handle))
}

/// `GET /metrics`
async fn scrape(app: Data<App>) -> Result<HttpResponse, Error> {
    let (now, disk, ring) = (app.clock().now(), app.disk().clone(), app.keys().clone());
    let health = app.read(move |db| health::look(db, &Viewer::House, &disk, &ring, now)).await.ok();
    let text = app.metrics().text(health.as_ref(), app.load());
    let kind = "application/openmetrics-text; version=1.0.0; charset=utf-8";
    Ok(HttpResponse::Ok().content_type(kind).body(text))
}

/// Waits for SIGTERM or Ctrl-C, then ends live pages and lets open requests come to their end.
async fn stop_at_signal(app: App, server: ServerHandle) {
    let (Ok(mut term), Ok(mut int)) = (signal(SignalKind::terminate()), signal(SignalKind::interrupt()))
    else {
        return;
    };
    tokio::select! { _ = term.recv() => {} _ = int.recv() => {} }
    tracing::info!("stopping");
    app.live().close();
    drop(app);
    server.stop(true).await;
}

fn at(listen: &str, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{listen} cannot be opened: {error}"))
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
