//! Live pages: a stream that only ever says "there is something new". The words come by an ordinary request.

use std::collections::HashMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use actix_web::web::Bytes;
use actix_web::{HttpResponse, http::header};
use futures_util::stream::{self, StreamExt as _};
use tokio::sync::watch;

use crate::db::Wake;
use crate::kernel::{Error, Fault};

/// How often an idle stream says that it is there, so that proxies keep it open and dead ones are noticed.
const HEARTBEAT: Duration = Duration::from_secs(25);

/// Who waits for what, in this process.
#[derive(Clone)]
pub struct Live(Arc<Inner>);

struct Inner {
    waiting: Mutex<HashMap<Wake, watch::Sender<u64>>>,
    open: AtomicUsize,
    max: usize,
}

impl Live {
    /// A hub for at most `max` streams.
    #[must_use]
    pub fn new(max: usize) -> Self {
        Self(Arc::new(Inner { waiting: Mutex::default(), open: AtomicUsize::new(0), max }))
    }

    /// Tells whoever waits for these.
    pub fn wake(&self, wakes: &[Wake]) {
        if wakes.is_empty() {
            return;
        }
        let mut waiting = self.0.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        for wake in wakes {
            if let Some(sender) = waiting.get(wake) {
                sender.send_modify(|times| *times = times.wrapping_add(1));
                if sender.is_closed() {
                    waiting.remove(wake);
                }
            }
        }
    }

    /// A stream of `event: news` for one thing. It ends when the browser goes.
    ///
    /// # Errors
    /// Busy, if too many are open.
    pub fn stream(&self, wake: Wake) -> Result<HttpResponse, Error> {
        let seat = Seat::take(self).ok_or(Fault::Busy)?;
        let receiver = self.0.receiver(wake);
        let events = stream::unfold((receiver, seat), |(mut receiver, seat)| async move {
            let said = match tokio::time::timeout(HEARTBEAT, receiver.changed()).await {
                Ok(Ok(())) => "event: news\ndata: 1\n\n",
                Ok(Err(_)) => return None,
                Err(_) => ": still here\n\n",
            };
            Some((Ok::<_, actix_web::Error>(Bytes::from_static(said.as_bytes())), (receiver, seat)))
        });
        let hello = stream::once(async { Ok(Bytes::from_static(b"retry: 5000\n\n")) });
        Ok(HttpResponse::Ok()
            .insert_header((header::CONTENT_TYPE, "text/event-stream"))
            .insert_header((header::CONTENT_ENCODING, "identity"))
            .insert_header(("x-accel-buffering", "no"))
            .streaming(hello.chain(events)))
    }

    /// Ends every stream: the server is about to stop. Browsers come back by themselves.
    pub fn close(&self) {
        self.0.waiting.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }

    /// Streams open now.
    #[must_use]
    pub fn open(&self) -> usize {
        self.0.open.load(Ordering::Relaxed)
    }
}

impl Inner {
    fn receiver(&self, wake: Wake) -> watch::Receiver<u64> {
        let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        waiting.retain(|_, sender| !sender.is_closed());
        waiting.entry(wake).or_insert_with(|| watch::channel(0).0).subscribe()
    }
}

/// One of the places at the hub; given back when dropped.
struct Seat(Live);

impl Seat {
    fn take(live: &Live) -> Option<Self> {
        let taken = live.0.open.fetch_add(1, Ordering::Relaxed);
        let seat = Self(live.clone());
        (taken < live.0.max).then_some(seat)
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        self.0.0.open.fetch_sub(1, Ordering::Relaxed);
    }
}
