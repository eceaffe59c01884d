//! Live pages: a stream that only ever says "there is something new". The words come by an ordinary request.

use std::collections::HashMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use actix_web::web::Bytes;
use actix_web::{HttpResponse, http::header};
use futures_util::stream::{self, StreamExt as _};
use tokio::sync::watch;

use crate::db::{Subject, Wake};
use crate::kernel::{Error, FaceId, Fault};

/// How often an idle stream says that it is there, so that proxies keep it open and dead ones are noticed.
const HEARTBEAT: Duration = Duration::from_secs(25);

/// What a stream says.
const NEWS: &str = "event: news\ndata: 1\n\n";
const STILL: &str = ": still here\n\n";

/// What happened to one thing since the first page opened on it. Several changes may be seen as one, so it keeps
/// enough to tell whether somebody else was among them.
#[derive(Debug, Clone, Copy)]
struct Told {
    /// How often it changed.
    times: u64,
    /// Who changed it last…
    by: FaceId,
    /// …and how often it had changed when somebody else last did.
    others: u64,
}

impl Told {
    /// Nobody yet.
    const NEVER: Self = Self { times: 0, by: FaceId(0), others: 0 };

    fn once_more(&mut self, by: FaceId) {
        if self.by != by {
            (self.by, self.others) = (by, self.times);
        }
        self.times += 1;
    }

    /// Whether anybody but this reader changed it since it had changed so often.
    fn is_news_to(&self, reader: FaceId, heard: u64) -> bool {
        if self.by == reader { self.others > heard } else { self.times > heard }
    }
}

/// Who waits for what, in this process.
#[derive(Clone)]
pub struct Live(Arc<Inner>);

struct Inner {
    waiting: Mutex<HashMap<Subject, watch::Sender<Told>>>,
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
            if let Some(sender) = waiting.get(&wake.subject) {
                sender.send_modify(|told| told.once_more(wake.by));
                if sender.is_closed() {
                    waiting.remove(&wake.subject);
                }
            }
        }
    }

    /// A stream of `event: news` for one thing. Readers do not hear of their own doing. It ends when the browser goes.
    ///
    /// # Errors
    /// Busy, if too many are open.
    pub fn stream(&self, subject: Subject, reader: FaceId) -> Result<HttpResponse, Error> {
        let seat = Seat::take(self).ok_or(Fault::Busy)?;
        let receiver = self.0.receiver(subject);
        let heard = receiver.borrow().times;
        let events = stream::unfold((receiver, seat, heard), move |(mut receiver, seat, heard)| async move {
            let (said, heard) = match tokio::time::timeout(HEARTBEAT, receiver.changed()).await {
                Ok(Ok(())) => {
                    let told = *receiver.borrow_and_update();
                    (if told.is_news_to(reader, heard) { NEWS } else { STILL }, told.times)
                }
                Ok(Err(_)) => return None,
                Err(_) => (STILL, heard),
            };
            Some((Ok::<_, actix_web::Error>(Bytes::from_static(said.as_bytes())), (receiver, seat, heard)))
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
    fn receiver(&self, subject: Subject) -> watch::Receiver<Told> {
        let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        waiting.retain(|_, sender| !sender.is_closed());
        waiting.entry(subject).or_insert_with(|| watch::channel(Told::NEVER).0).subscribe()
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

#[test]
fn nobody_hears_of_their_own_doing_and_all_hear_of_others() {
    let (ada, maya) = (FaceId(1), FaceId(2));
    let mut told = Told::NEVER;
    told.once_more(ada);
    assert!(!told.is_news_to(ada, 0) && told.is_news_to(maya, 0) && told.is_news_to(FaceId(0), 0));
    told.once_more(maya);
    told.once_more(ada);
    // Ada's stream slept through all three: one of them was Maya's.
    assert!(told.is_news_to(ada, 0) && told.is_news_to(ada, 1) && !told.is_news_to(ada, 2));
    assert!(told.is_news_to(maya, 2) && !told.is_news_to(maya, 3));
}
