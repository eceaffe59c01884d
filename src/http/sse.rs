//! Live pages: a stream that only ever says "there is something new". The words come by an ordinary request.

use std::collections::{HashMap, VecDeque};
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

/// Changes of which it is kept whose doing they were.
const LATEST: usize = 16;

/// What happened to one thing since the first page opened on it. Several changes may be seen as one, so it keeps
/// enough to tell whether somebody whom a reader hears was among them.
#[derive(Debug, Clone, Default)]
struct Told {
    /// How often it changed.
    times: u64,
    /// Who changed it, the latest last.
    by: VecDeque<FaceId>,
}

impl Told {
    fn once_more(&mut self, by: FaceId) {
        self.times += 1;
        self.by.push_back(by);
        if self.by.len() > LATEST {
            self.by.pop_front();
        }
    }

    /// Whether it is news for a reader since it had changed so often: not by those they are deaf to. Where more happened
    /// than is kept, it is.
    fn is_news_to(&self, deaf_to: &[FaceId], heard: u64) -> bool {
        let new = usize::try_from(self.times.saturating_sub(heard)).unwrap_or(usize::MAX);
        new > self.by.len() || self.by.iter().rev().take(new).any(|by| !deaf_to.contains(by))
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

    /// A stream of `event: news` for one thing. Readers hear nothing of those they are `deaf_to`, themselves among them. It
    /// ends when the browser goes, and when `until` changes: the browser comes back, and it is asked anew what it may hear.
    ///
    /// # Errors
    /// Busy, if too many are open.
    pub fn stream(
        &self,
        subject: Subject,
        until: Subject,
        deaf_to: Vec<FaceId>,
    ) -> Result<HttpResponse, Error> {
        let seat = Seat::take(self).ok_or(Fault::Busy)?;
        let receiver = self.0.receiver(subject);
        let heard = receiver.borrow().times;
        let open = Open { receiver, ends: self.0.receiver(until), deaf_to, heard, _seat: seat };
        let events = stream::unfold(open, |mut open| async move {
            let said = open.next().await?;
            Some((Ok::<_, actix_web::Error>(Bytes::from_static(said.as_bytes())), open))
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
        waiting.entry(subject).or_insert_with(|| watch::channel(Told::default()).0).subscribe()
    }
}

/// One stream.
struct Open {
    receiver: watch::Receiver<Told>,
    ends: watch::Receiver<Told>,
    deaf_to: Vec<FaceId>,
    heard: u64,
    _seat: Seat,
}

impl Open {
    /// What it says next; none: it ends.
    async fn next(&mut self) -> Option<&'static str> {
        tokio::select! {
            biased;
            _ = self.ends.changed() => None,
            told = tokio::time::timeout(HEARTBEAT, self.receiver.changed()) => match told {
                Ok(Ok(())) => {
                    let told = self.receiver.borrow_and_update();
                    let is_news = told.is_news_to(&self.deaf_to, self.heard);
                    self.heard = told.times;
                    Some(if is_news { NEWS } else { STILL })
                }
                Ok(Err(_)) => None,
                Err(_) => Some(STILL),
            },
        }
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
fn nobody_hears_of_their_own_doing_nor_of_those_they_are_deaf_to_and_all_hear_of_others() {
    let (ada, maya, joe) = (FaceId(1), FaceId(2), FaceId(3));
    let mut told = Told::default();
    told.once_more(ada);
    assert!(!told.is_news_to(&[ada], 0) && told.is_news_to(&[maya], 0) && told.is_news_to(&[], 0));
    told.once_more(maya);
    told.once_more(ada);
    // Ada's stream slept through all three: one of them was Maya's.
    assert!(told.is_news_to(&[ada], 0) && told.is_news_to(&[ada], 1) && !told.is_news_to(&[ada], 2));
    assert!(told.is_news_to(&[maya], 2) && !told.is_news_to(&[maya], 3));
    assert!(!told.is_news_to(&[ada, maya], 0) && told.is_news_to(&[joe], 2));
    for _ in 0..=LATEST {
        told.once_more(ada);
    }
    assert!(told.is_news_to(&[ada], 2), "more happened than is kept");
    assert!(!told.is_news_to(&[ada], 4));
}
