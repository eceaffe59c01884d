//! Live pages: a stream that only ever says "there is something new". The words come by an ordinary request.

use std::collections::{HashMap, VecDeque};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use actix_web::web::Bytes;
use actix_web::{HttpResponse, http::header};
use futures_util::stream::{self, StreamExt as _};
use tokio::sync::{Notify, watch};

use crate::db::{ASKED, Subject, TOLD, Wake};
use crate::kernel::{Error, FaceId, Fault};

/// How often an idle stream says that it is there, so that proxies keep it open and dead ones are noticed.
const HEARTBEAT: Duration = Duration::from_secs(25);

/// What a stream says.
const NEWS: &str = "event: news\ndata: 1\n\n";
const ASKS: &str = "event: asked\ndata: 1\n\n";
const TELLS: &str = "event: told\ndata: 1\n\n";
const STILL: &str = ": still here\n\n";

/// Streams of one person at once. Whoever opens one more ends their oldest: it is of a page they left, or of one of many tabs.
const EACH: usize = 24;

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
    /// What ends each stream of somebody who is signed in, the oldest first.
    own: Mutex<HashMap<Subject, VecDeque<Arc<Notify>>>>,
    open: AtomicUsize,
    max: usize,
}

impl Live {
    /// A hub for at most `max` streams.
    #[must_use]
    pub fn new(max: usize) -> Self {
        let (waiting, own) = (Mutex::default(), Mutex::default());
        Self(Arc::new(Inner { waiting, own, open: AtomicUsize::new(0), max }))
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
    /// ends when the browser goes, and when `until`, which is the reader's own, changes: the browser comes back, and it is asked
    /// anew what it may hear.
    ///
    /// # Errors
    /// Busy, if too many are open.
    pub fn stream(
        &self,
        subject: Subject,
        until: Subject,
        deaf_to: Vec<FaceId>,
    ) -> Result<HttpResponse, Error> {
        let open = Open::new(self, until, deaf_to)?;
        Ok(answer(Open { receiver: Some(self.0.receiver(subject)), ..open }))
    }

    /// The same for a member, and beside it `event: told` where there is news for them and `event: asked` where somebody asks
    /// them for company. Without a thing of its own it says these alone.
    ///
    /// # Errors
    /// Busy, if too many are open.
    pub fn stream_to(
        &self,
        face: FaceId,
        subject: Option<Subject>,
        until: Subject,
        deaf_to: Vec<FaceId>,
    ) -> Result<HttpResponse, Error> {
        let (asked, told) = (self.0.receiver((ASKED, face.0)), self.0.receiver((TOLD, face.0)));
        let (open, receiver) =
            (Open::new(self, until, deaf_to)?, subject.map(|subject| self.0.receiver(subject)));
        Ok(answer(Open { receiver, beside: Some((asked, told)), ..open }))
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

/// What goes to the browser.
fn answer(mut open: Open) -> HttpResponse {
    open.heard = open.receiver.as_ref().map_or(0, |receiver| receiver.borrow().times);
    let events = stream::unfold(open, |mut open| async move {
        let said = open.next().await?;
        Some((Ok::<_, actix_web::Error>(Bytes::from_static(said.as_bytes())), open))
    });
    let hello = stream::once(async { Ok(Bytes::from_static(b"retry: 5000\n\n")) });
    HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, "text/event-stream"))
        .insert_header((header::CONTENT_ENCODING, "identity"))
        .insert_header(("x-accel-buffering", "no"))
        .streaming(hello.chain(events))
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
    /// What its page is about; none: nothing of its own.
    receiver: Option<watch::Receiver<Told>>,
    /// Asks for company, and news, for a member.
    beside: Option<(watch::Receiver<Told>, watch::Receiver<Told>)>,
    ends: watch::Receiver<Told>,
    deaf_to: Vec<FaceId>,
    heard: u64,
    seat: Seat,
}

impl Open {
    fn new(live: &Live, until: Subject, deaf_to: Vec<FaceId>) -> Result<Self, Error> {
        let seat = Seat::take(live, until).ok_or(Fault::Busy)?;
        Ok(Self { receiver: None, beside: None, ends: live.0.receiver(until), deaf_to, heard: 0, seat })
    }

    /// What it says next; none: it ends.
    async fn next(&mut self) -> Option<&'static str> {
        let (asked, told) = match &mut self.beside {
            Some((asked, told)) => (Some(asked), Some(told)),
            None => (None, None),
        };
        tokio::select! {
            biased;
            _ = self.ends.changed() => None,
            () = self.seat.gone.notified() => None,
            change = tokio::time::timeout(HEARTBEAT, change(self.receiver.as_mut())) => match change {
                Ok(true) => Some(self.news()),
                Ok(false) => None,
                Err(_) => Some(STILL),
            },
            is_there = change(asked) => is_there.then_some(ASKS),
            is_there = change(told) => is_there.then_some(TELLS),
        }
    }

    fn news(&mut self) -> &'static str {
        let Some(receiver) = &mut self.receiver else { return STILL };
        let told = receiver.borrow_and_update();
        let is_news = told.is_news_to(&self.deaf_to, self.heard);
        self.heard = told.times;
        if is_news { NEWS } else { STILL }
    }
}

/// Waits for a change, for ever where there is nothing to wait for; whether there is still somebody who tells.
async fn change(of: Option<&mut watch::Receiver<Told>>) -> bool {
    match of {
        Some(receiver) => receiver.changed().await.is_ok(),
        None => std::future::pending().await,
    }
}

/// One of the places at the hub; given back when dropped.
struct Seat {
    live: Live,
    whose: Subject,
    /// Told when another of theirs takes its place.
    gone: Arc<Notify>,
}

impl Seat {
    fn take(live: &Live, whose: Subject) -> Option<Self> {
        let taken = live.0.open.fetch_add(1, Ordering::Relaxed);
        let seat = Self { live: live.clone(), whose, gone: Arc::default() };
        if taken >= live.0.max {
            return None;
        }
        // Visitors are all one.
        if whose.1 != 0 {
            let mut all = live.0.own.lock().unwrap_or_else(PoisonError::into_inner);
            let own = all.entry(whose).or_default();
            own.push_back(Arc::clone(&seat.gone));
            if own.len() > EACH
                && let Some(oldest) = own.pop_front()
            {
                oldest.notify_one();
            }
        }
        Some(seat)
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        self.live.0.open.fetch_sub(1, Ordering::Relaxed);
        let mut all = self.live.0.own.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(own) = all.get_mut(&self.whose) {
            own.retain(|each| !Arc::ptr_eq(each, &self.gone));
            if own.is_empty() {
                all.remove(&self.whose);
            }
        }
    }
}

#[test]
fn one_more_stream_of_somebody_ends_their_oldest_and_nobody_elses() {
    use futures_util::FutureExt as _;

    let live = Live::new(2 * EACH);
    let is_gone = |seat: &Seat| seat.gone.notified().now_or_never().is_some();
    let other = Seat::take(&live, ("met", 2)).unwrap();
    let mut own: Vec<Seat> = (0..EACH).filter_map(|_| Seat::take(&live, ("met", 1))).collect();
    assert!(!own.iter().any(is_gone));
    own.push(Seat::take(&live, ("met", 1)).unwrap());
    let ended: Vec<bool> = own.iter().map(is_gone).collect();
    assert!(ended[0] && !ended[1..].contains(&true) && !is_gone(&other));
    drop(own);
    assert_eq!((live.open(), live.0.own.lock().unwrap().len()), (1, 1), "what is closed leaves nothing");
    let all: Vec<Seat> = (1..2 * EACH).filter_map(|_| Seat::take(&live, ("met", 0))).collect();
    assert_eq!(all.len(), 2 * EACH - 1, "visitors are all one");
    assert!(Seat::take(&live, ("met", 0)).is_none());
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
