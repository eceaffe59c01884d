//! One minute after another: who looks in, who asks, who opens a thread, who answers.

use std::collections::BTreeMap;

use super::days::{Days, Private};
use super::nights::Nights;
use super::told::{Told, Waits};
use super::{Simulate, Wrong, ears, habits};
use crate::admin::health;
use crate::app::App;
use crate::cli::dev::{store, town};
use crate::db::{Db, Tx};
use crate::forum::threads::{self, Body, Draft, Kind, NoteWords};
use crate::forum::{feeds, members, replies};
use crate::identity::{accounts, names};
use crate::kernel::{Chance, Error, Moment, PageSize, PublicId, Zone};
use crate::policy::{Person, Rank, Viewer};
use crate::support::oncall::{self, Circle};

/// Newcomers in ten days.
const COME_IN_TEN_DAYS: usize = 20;
/// Minutes after which a listener looks again at who waits for an answer.
const LOOKS_EVERY_MIN: i64 = 10;
const MINUTE_S: i64 = 60;
const MINUTES_A_DAY: i64 = 1_440;
/// What had less time than this before the end of the week says nothing, in seconds.
const HARD_COUNTS_S: i64 = 3_600;
const THREAD_COUNTS_S: i64 = 12 * 3_600;

/// Somebody of the week.
pub(super) struct Someone {
    pub viewer: Viewer,
    pub zone: Zone,
    /// Since when, and until when, they have a page open.
    pub here_since: Moment,
    pub here_until: Moment,
    /// Whether they listen by the rota.
    pub is_on_rota: bool,
    /// Whether they may be asked while their lamp is out.
    pub is_askable: bool,
    /// What is theirs alone.
    pub own: Private,
}

impl Someone {
    /// Whether an ask may reach them at all.
    pub(super) const fn may_hear(&self) -> bool {
        self.is_on_rota || self.is_askable
    }
}

/// A thread of this week, and when somebody else first answered.
struct Opened {
    at: Moment,
    answered: Option<Moment>,
    is_hard: bool,
    is_first: bool,
}

/// Lives a week in a community that [`super::settle`] made.
///
/// # Errors
/// A fault of the database.
pub async fn live(app: &App, plan: &Simulate) -> Result<Told, Error> {
    let mut life = Life::begin(app, plan).await?;
    let begins = app.clock().now();
    for minute in 0..plan.days * MINUTES_A_DAY {
        let at = begins.plus_s(minute * MINUTE_S);
        // What falls between two minutes happens at its own second.
        life.nights.happens_until(app, &life.people, at).await?;
        advance(app, at);
        app.run_due_jobs().await?;
        life.minute(at).await?;
    }
    ears::turn_off(app, &life.people).await?;
    life.told().await
}

/// Moves the clock on.
pub(super) fn advance(app: &App, to: Moment) {
    app.clock().advance_s(to.seconds_since(app.clock().now()).max(0));
}

/// What a rule said no to did not happen; a fault ends the week.
pub(super) fn unless_refused<T>(outcome: Result<T, Error>) -> Result<Option<T>, Error> {
    match outcome {
        Ok(value) => Ok(Some(value)),
        Err(Error::Refused(_) | Error::Absent) => Ok(None),
        Err(fault) => Err(fault),
    }
}

struct Life<'a> {
    app: &'a App,
    chance: Chance,
    people: Vec<Someone>,
    opened: BTreeMap<PublicId, Opened>,
    replies: usize,
    nights: Nights,
    days: Days,
    /// Whether nobody answers a post.
    is_idle: bool,
}

impl<'a> Life<'a> {
    async fn begin(app: &'a App, plan: &Simulate) -> Result<Self, Error> {
        let chance = Chance::seeded(plan.seed).stream("simulate", 0);
        let (now, devices) = (app.clock().now(), chance.stream("devices", 0));
        let all = app.read(store::everybody).await?;
        let names = app.read(store::names).await?;
        let mut nights = Nights::new(chance.stream("nights", 0), names, plan);
        let mut people: Vec<Someone> = Vec::new();
        let mut on_rota = 0;
        for (account, face, rank, since) in all {
            let person = Person { account, face, rank, is_new: false, voice: None };
            let is_known = now.week().0 - since.0 >= oncall::LISTENS_AFTER_WEEKS;
            let is_on_rota = is_known && on_rota < plan.lamps;
            let by = (is_known && !is_on_rota).then(|| habits::askable(&chance));
            let (viewer, zone) = (Viewer::Person(person), habits::zone(&chance));
            if is_on_rota {
                nights.takes_a_turn(app, &viewer, (on_rota, plan.lamps)).await?;
                on_rota += 1;
            }
            if let Some(by) = by {
                Nights::may_be_asked(app, &viewer, by).await?;
            }
            let is_askable = by.is_some_and(|by| by > Circle::Lamps);
            let has_device = is_on_rota || is_askable && habits::one_in(&devices, habits::DEVICE_OF);
            if has_device && !plan.has(Wrong::Deaf) {
                ears::turns_on(app, &viewer, &zone, habits::quiet(&devices)).await?;
            }
            let own = Private::of(&chance, face);
            let (here_since, here_until) = (Moment(0), Moment(0));
            people.push(Someone { viewer, zone, here_since, here_until, is_on_rota, is_askable, own });
        }
        let mut days = Days::new(chance.stream("days", 0));
        days.begin(app, &mut people).await?;
        let is_idle = plan.has(Wrong::Idle);
        Ok(Self { app, chance, people, opened: BTreeMap::new(), replies: 0, nights, days, is_idle })
    }

    async fn minute(&mut self, now: Moment) -> Result<(), Error> {
        if self.chance.below(10 * 1_440) < COME_IN_TEN_DAYS {
            self.comes_in(now).await?;
        }
        for at in 0..self.people.len() {
            let Some(someone) = self.people.get_mut(at) else { continue };
            let (viewer, zone) = (someone.viewer.clone(), someone.zone.clone());
            let looks_in = someone.here_until < now && habits::looks_in(&self.chance, &zone, now);
            if looks_in {
                someone.here_since = now;
                someone.here_until = now.plus_s(habits::stays_s(&self.chance));
                self.days.looks_in(self.app, someone).await?;
            }
            let listens = someone.is_on_rota && now.0 / 60_000 % LOOKS_EVERY_MIN == 0;
            if looks_in && habits::one_in(&self.chance, 25) {
                let kind = self.kind();
                self.opens(&viewer, kind, false, now).await?;
            } else if looks_in && habits::one_in(&self.chance, 3)
                || listens && Nights::is_on(self.app, &viewer, now).await?
            {
                self.answers(&viewer, now).await?;
            }
            if habits::asks(&self.chance, &zone, now)
                && let Some(someone) = self.people.get(at)
            {
                self.nights.asks(self.app, someone).await?;
            }
        }
        self.nights.rings(self.app, &self.people, now).await
    }

    fn kind(&self) -> Kind {
        let drawn = if self.is_idle { 0 } else { self.chance.below(4) };
        match drawn {
            0 => Kind::Setback,
            1 => Kind::Question,
            2 => Kind::Win,
            _ => Kind::JustHere,
        }
    }

    /// Somebody new comes, joins the first group that lets them, and says hello.
    async fn comes_in(&mut self, now: Moment) -> Result<(), Error> {
        let arrived = self.app.write(|tx| {
            let chance = tx.chance().clone();
            let raw = accounts::suggest_free(tx, &chance)?;
            let name = names::check(&raw).map_err(Error::other)?;
            accounts::arrive(tx, &name, Rank::Member)
        });
        let arrived = arrived.await?;
        let person = Person {
            account: arrived.account,
            face: arrived.face,
            rank: Rank::Member,
            is_new: true,
            voice: None,
        };
        let (viewer, zone) = (Viewer::Person(person), habits::zone(&self.chance));
        let here_until = now.plus_s(habits::stays_s(&self.chance));
        for group in self.app.read(store::open_groups).await? {
            let joins = viewer.clone();
            let joined = self.app.write(move |tx| members::join(tx, &joins, &group)).await;
            if unless_refused(joined)?.is_some() {
                break;
            }
        }
        self.opens(&viewer, Kind::Introduction, true, now).await?;
        let (own, here_since) = (Private::of(&self.chance, arrived.face), now);
        let (is_on_rota, is_askable) = (false, false);
        self.people.push(Someone { viewer, zone, here_since, here_until, is_on_rota, is_askable, own });
        Ok(())
    }

    /// Opens a thread in one of somebody's groups.
    async fn opens(&mut self, viewer: &Viewer, kind: Kind, is_first: bool, now: Moment) -> Result<(), Error> {
        let own = viewer.face();
        let groups = self.app.read(move |db| store::groups_of(db, own)).await?;
        let Some(group) = groups.get(self.chance.below(groups.len())).cloned() else { return Ok(()) };
        let asks_after = kind == Kind::Setback;
        let draft = Draft { asks_after, ..Draft::plain(group, kind, self.says(3)) };
        let viewer = viewer.clone();
        let opened = self.app.write(move |tx: &mut Tx<'_>| threads::open(tx, &viewer, &draft)).await;
        if let Some(thread) = unless_refused(opened)? {
            let is_hard = thread.kind.is_hard();
            self.opened.insert(thread.public_id, Opened { at: now, answered: None, is_hard, is_first });
        }
        Ok(())
    }

    /// Answers whoever waits, those whom the list shows first.
    async fn answers(&mut self, viewer: &Viewer, now: Moment) -> Result<(), Error> {
        if self.is_idle {
            return Ok(());
        }
        let looks = viewer.clone();
        let waiting =
            self.app.read(move |db: &mut Db| feeds::waiting(db, &looks, None, None, PageSize::of(5)));
        let waiting = waiting.await?.rows;
        let Some((thread, ..)) = waiting.get(self.chance.below(waiting.len().min(3))) else { return Ok(()) };
        let id = thread.public_id.clone();
        let answer = answer(id.clone(), self.says(2));
        let viewer = viewer.clone();
        let given = self.app.write(move |tx: &mut Tx<'_>| replies::give(tx, &viewer, &answer)).await;
        if unless_refused(given)?.is_some() {
            self.replies += 1;
            if let Some(opened) = self.opened.get_mut(&id) {
                opened.answered.get_or_insert(now);
            }
        }
        Ok(())
    }

    fn says(&self, sentences: usize) -> Body {
        Body::clipped(&town::words(&mut |end| self.chance.below(end), sentences))
    }

    async fn told(self) -> Result<Told, Error> {
        let end = self.app.clock().now();
        // The numbers of a week are there once it is over.
        advance(self.app, end.plus_s(MINUTE_S + oncall::SWEEP_S));
        self.app.run_due_jobs().await?;
        let waits = |had_s: i64, counts: fn(&Opened) -> bool| {
            let had_time = |opened: &&Opened| counts(opened) && end.seconds_since(opened.at) >= had_s;
            let wait = |opened: &Opened| opened.answered.map(|answered| answered.seconds_since(opened.at));
            Waits(self.opened.values().filter(had_time).map(wait).collect())
        };
        Ok(Told {
            hard: waits(HARD_COUNTS_S, |opened| opened.is_hard),
            newcomers: waits(HARD_COUNTS_S, |opened| opened.is_first),
            threads: waits(THREAD_COUNTS_S, |_| true),
            replies: self.replies,
            asks: self.nights.waits(end, |asking| asking.met),
            words: self.nights.waits(end, |asking| asking.heard),
            looks: self.nights.looks,
            untrue: self.nights.untrue,
            lies: self.nights.lies,
            heard: self.nights.heard,
            turns: self.nights.turns,
            too_many: self.nights.too_many,
            full: self.nights.full,
            lived: self.days.lived,
            sums: self.app.read(move |db| health::sums(db, end)).await?,
        })
    }
}

fn answer(thread: PublicId, body: Body) -> replies::Answer {
    let words =
        replies::Change { body, notes: Vec::new(), note_words: NoteWords::clipped(""), lasting: None };
    replies::Answer {
        thread,
        to: None,
        words,
        goes_on: true,
        asks_care: false,
        once: None,
        is_repeated: false,
    }
}
