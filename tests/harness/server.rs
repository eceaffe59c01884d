//! The server a town runs: the real doors on a loopback port, in a thread of its own.

use std::net::SocketAddr;
use std::sync::mpsc;
use std::thread::JoinHandle;

use actix_web::HttpServer;
use actix_web::dev::ServerHandle;
use actix_web::web::ServiceConfig;
use hearthside::app::App;
use hearthside::routes;

/// A server that listens until dropped.
pub struct Server {
    /// Where.
    pub address: SocketAddr,
    handle: ServerHandle,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    /// Opens the doors of `app` at a place; port 0 is a free one.
    pub fn start(app: &App, place: &str) -> Self {
        Self::of(place, routes::configure(app))
    }

    /// Opens such doors at a place.
    pub fn of(place: &str, doors: impl FnOnce(&mut ServiceConfig) + Clone + Send + 'static) -> Self {
        let place = place.to_owned();
        let (tell, told) = mpsc::channel();
        let thread = std::thread::spawn(move || {
            actix_web::rt::System::new().block_on(async move {
                let server = HttpServer::new(move || actix_web::App::new().configure(doors.clone()))
                    .workers(1)
                    .disable_signals()
                    .shutdown_timeout(1)
                    .bind(place)
                    .unwrap();
                let address = server.addrs()[0];
                let running = server.run();
                tell.send((address, running.handle())).unwrap();
                running.await.unwrap();
            });
        });
        let (address, handle) = told.recv().expect("the server starts");
        Self { address, handle, thread: Some(thread) }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let stopping = self.handle.stop(false);
        let _ = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .map(|runtime| runtime.block_on(stopping));
        let _ = self.thread.take().map(JoinHandle::join);
    }
}
