//! Asks for company: who asks, who is told, who comes, what they say, and when it is over.

use std::collections::{BTreeMap, BTreeSet};

use super::habits;
use super::life::{Someone, advance, unless_refused};
use super::told::Waits;
use crate::app::App;
use crate::kernel::{Chance, Error, FaceId, Moment, PublicId, Zone};
use crate::policy::Viewer;
use crate::support::oncall::{self, Asked, Circle, Duty, Line, Moves, Phase, Sealer, Weekday, Words};

/// Hours of a turn.
const TURN_H: i64 = 6;
/// People whom one of the rota is with at a time.
const MOST: i64 = 2;
/// Seconds between two sentences in a room.
const SAYS_EVERY_S: i64 = 180;
/// What says that somebody's day is full.
const DAY_FULL: &str = "lamp-day-full";
/// What was asked later than this before the end says nothing.
const COUNTS_S: i64 = 7_200;

/// What somebody presses who was with another for a while.
const TURNS: [Moves; 3] = [Moves::Leave, Moves::Cover, Moves::HandOver];

/// Something that is about to happen.
#[derive(Clone)]
enum Next {
    /// Somebody presses that they come.
    Comes(Viewer),
    /// Somebody says something, and so again until then.
    Says(Viewer, Moment),
    /// Whoever asked says that it is easier, and goes.
    Eases,
}

/// An ask of this week.
struct Asking {
    asker: Viewer,
    at: Moment,
    met: Option<Moment>,
    /// When it will be easier; once somebody came.
    end: Moment,
    /// Who came and has not left.
    there: BTreeSet<FaceId>,
    /// Who of them stays only until somebody else comes.
    going: BTreeSet<FaceId>,
    /// Who came at any time: they may come back, and are not asked again.
    came: BTreeSet<FaceId>,
    told: BTreeSet<FaceId>,
}

impl Asking {
    const fn new(asker: Viewer, at: Moment) -> Self {
        Self {
            asker,
            at,
            met: None,
            end: at,
            there: BTreeSet::new(),
            going: BTreeSet::new(),
            came: BTreeSet::new(),
            told: BTreeSet::new(),
        }
    }
}

/// All asks of the week, and what is about to happen in them.
pub(super) struct Nights {
    chance: Chance,
    asks: BTreeMap<PublicId, Asking>,
    /// Those to whom people may still come.
    live: BTreeSet<PublicId>,
    due: BTreeMap<(Moment, u64), (PublicId, Next)>,
    counted: u64,
    /// How many listen by the rota: no page may speak of more lamps.
    rota: usize,
    /// Looks at pages of those who wait, and those that were not true.
    pub(super) looks: usize,
    pub(super) untrue: usize,
    /// How often a listener left, asked for one more and handed over.
    pub(super) turns: [usize; 3],
    /// Those to whom somebody came who had come to as many as they chose before.
    pub(super) too_many: usize,
    /// Those to whom nobody of the rota came because their day was full.
    pub(super) full: usize,
}

impl Nights {
    pub(super) const fn new(chance: Chance, rota: usize) -> Self {
        Self {
            chance,
            asks: BTreeMap::new(),
            live: BTreeSet::new(),
            due: BTreeMap::new(),
            counted: 0,
            rota,
            looks: 0,
            untrue: 0,
            turns: [0; 3],
            too_many: 0,
            full: 0,
        }
    }

    /// Somebody takes their place in the rota: six hours of every day, spread evenly.
    pub(super) async fn takes_a_turn(app: &App, who: &Viewer, place: (usize, usize)) -> Result<(), Error> {
        let (at, of) = place;
        let from = i64::try_from(at * 24 / of.max(1)).unwrap_or_default() % 24;
        let duty = Duty {
            a_day: Some(habits::a_day(at)),
            most: MOST,
            askable: Circle::Lamps,
            days: Weekday::ALL.to_vec(),
            hours: (from, (from + TURN_H) % 24),
            zone: Zone::utc(),
        };
        let who = who.clone();
        app.write(move |tx| oncall::hours(tx, &who, &duty)).await
    }

    /// Somebody says who may ask them while their lamp is out.
    pub(super) async fn may_be_asked(app: &App, who: &Viewer, by: Circle) -> Result<(), Error> {
        let duty =
            Duty { most: 1, a_day: None, askable: by, days: Vec::new(), hours: (0, 0), zone: Zone::utc() };
        let who = who.clone();
        app.write(move |tx| oncall::hours(tx, &who, &duty)).await
    }

    /// Whether their hours are on now.
    pub(super) async fn is_on(app: &App, who: &Viewer, now: Moment) -> Result<bool, Error> {
        let who = who.clone();
        app.read(move |db| Ok(oncall::around(db, &who, now)?.is_lit)).await
    }

    /// Two taps.
    pub(super) async fn asks(&mut self, app: &App, who: &Viewer) -> Result<(), Error> {
        let asked = Asked {
            need: habits::need(&self.chance),
            line: Line::clipped("Tonight is long."),
            consent: habits::consent(&self.chance),
        };
        let now = app.clock().now();
        let before = who.clone();
        let lit = app.read(move |db| Ok(oncall::around(db, &before, now)?.lit)).await?;
        self.notes(lit <= self.rota);
        let (lonely, sealer) = (who.clone(), Sealer::new(app.keys().clone(), now.day()));
        let id = app.write(move |tx| oncall::ask(tx, &lonely, &sealer, &asked)).await?;
        // Whoever asks already was led back to their room.
        let asking = Asking::new(who.clone(), now);
        if !self.asks.contains_key(&id) {
            self.live.insert(id.clone());
            self.asks.insert(id, asking);
        }
        Ok(())
    }

    /// Tells those who are there of asks that reach them, as the page of each says it.
    pub(super) async fn rings(&mut self, app: &App, people: &[Someone], now: Moment) -> Result<(), Error> {
        if self.live.is_empty() {
            return Ok(());
        }
        let mut shown = BTreeMap::<PublicId, usize>::new();
        for someone in people.iter().filter(|someone| someone.is_on_rota || someone.here_until > now) {
            let (viewer, sealer) = (someone.viewer.clone(), Sealer::new(app.keys().clone(), now.day()));
            let seen = app.read(move |db| oncall::asks_for(db, &viewer, &sealer, now)).await?.0;
            for ask in seen {
                let Some(asking) = self.asks.get_mut(&ask.id) else { continue };
                if !asking.came.contains(&someone.viewer.face()) {
                    *shown.entry(ask.id.clone()).or_default() += 1;
                }
                if asking.told.insert(someone.viewer.face()) {
                    let at = now.plus_s(habits::comes_after_s(&self.chance));
                    self.then(at, ask.id, Next::Comes(someone.viewer.clone()));
                }
            }
        }
        self.waits_at_the_page(app, &shown, now).await
    }

    /// Whoever waits looks at their page. Somebody is there if and only if somebody came, and no fewer are asked than see it.
    async fn waits_at_the_page(
        &mut self,
        app: &App,
        shown: &BTreeMap<PublicId, usize>,
        now: Moment,
    ) -> Result<(), Error> {
        for id in self.live.clone() {
            let Some(asking) = self.asks.get(&id) else { continue };
            let (asker, is_met) = (asking.asker.clone(), !asking.there.is_empty());
            let (room, sealer) = (id.clone(), Sealer::new(app.keys().clone(), now.day()));
            let seen = app.read(move |db| oncall::room(db, &asker, &sealer, &room, now)).await;
            let Some(seen) = unless_refused(seen)?.filter(|seen| seen.ask.phase.is_live()) else {
                // Nobody came for too long, and nobody may come any more.
                self.notes(!is_met);
                self.live.remove(&id);
                continue;
            };
            let is_said = !seen.there.is_empty();
            let is_open = seen.ask.phase == Phase::Open;
            let told = shown.get(&id).copied().unwrap_or_default();
            self.notes(is_said == is_met && is_open != is_met && (is_met || told <= seen.asked));
        }
        Ok(())
    }

    const fn notes(&mut self, is_true: bool) {
        self.looks += 1;
        if !is_true {
            self.untrue += 1;
        }
    }

    /// What was about to happen until a moment, each at its own second.
    pub(super) async fn happens_until(
        &mut self,
        app: &App,
        people: &[Someone],
        until: Moment,
    ) -> Result<(), Error> {
        while let Some(next) = self.due.first_entry().filter(|next| next.key().0 < until) {
            let ((at, _), (id, next)) = next.remove_entry();
            advance(app, at);
            app.run_due_jobs().await?;
            match next {
                Next::Comes(who) => self.comes(app, &id, who).await?,
                Next::Says(who, end) => self.says(app, &id, who, end).await?,
                Next::Eases => self.eases(app, &id).await?,
            }
            // Who was not reached before may be now.
            self.rings(app, people, at).await?;
        }
        Ok(())
    }

    async fn comes(&mut self, app: &App, id: &PublicId, who: Viewer) -> Result<(), Error> {
        let (listener, room) = (who.clone(), id.clone());
        let sealer = Sealer::new(app.keys().clone(), app.clock().now().day());
        let came = app.write(move |tx| oncall::claim(tx, &listener, &sealer, &room)).await;
        if matches!(&came, Err(error) if error.code() == DAY_FULL) {
            self.full += 1;
        }
        if unless_refused(came)?.is_none() {
            return Ok(());
        }
        let now = app.clock().now();
        self.keeps_to_what_was_chosen(app, id, &who).await?;
        let Some(asking) = self.asks.get_mut(id) else { return Ok(()) };
        let (is_first, was_alone) = (asking.met.is_none(), asking.there.is_empty());
        asking.met.get_or_insert(now);
        for gone in std::mem::take(&mut asking.going) {
            asking.there.remove(&gone);
        }
        asking.there.insert(who.face());
        asking.came.insert(who.face());
        if is_first {
            asking.end = now.plus_s(habits::talks_s(&self.chance));
        }
        let (asker, end) = (asking.asker.clone(), asking.end);
        if is_first {
            self.then(now.plus_s(20), id.clone(), Next::Says(asker, end));
            self.then(end, id.clone(), Next::Eases);
        }
        if was_alone {
            self.then(now.plus_s(40), id.clone(), Next::Says(who, end));
        }
        Ok(())
    }

    /// Nobody comes to more people in a day than they chose.
    async fn keeps_to_what_was_chosen(
        &mut self,
        app: &App,
        id: &PublicId,
        who: &Viewer,
    ) -> Result<(), Error> {
        let (viewer, room, now) = (who.clone(), id.clone(), app.clock().now());
        let sealer = Sealer::new(app.keys().clone(), now.day());
        let (chosen, came) = app
            .read(move |db| {
                let chosen = oncall::own_lamp(db, &viewer, now)?.0.a_day;
                Ok((chosen, oncall::room(db, &viewer, &sealer, &room, now)?.stood_by))
            })
            .await?;
        if chosen > 0 && came > chosen {
            self.too_many += 1;
        }
        Ok(())
    }

    /// Whoever listens may have to go: at once, once somebody else is there, or never, with one more beside them.
    async fn may_turn(&mut self, app: &App, id: &PublicId, who: &Viewer) -> Result<(), Error> {
        let is_asker = self.asks.get(id).is_none_or(|asking| asking.asker.face() == who.face());
        let at = self.chance.below(habits::TURNS_OF);
        let Some(moves) = TURNS.get(at).copied().filter(|_| !is_asker) else { return Ok(()) };
        let (listener, room) = (who.clone(), id.clone());
        if unless_refused(app.write(move |tx| oncall::turn(tx, &listener, &room, moves)).await)?.is_none() {
            return Ok(());
        }
        if let Some(times) = self.turns.get_mut(at) {
            *times += 1;
        }
        let (own, Some(asking)) = (who.face(), self.asks.get_mut(id)) else { return Ok(()) };
        let others_stay = asking.there.iter().any(|face| *face != own && !asking.going.contains(face));
        match moves {
            Moves::HandOver if !others_stay => {
                asking.going.insert(own);
            }
            Moves::Leave | Moves::HandOver => {
                asking.there.remove(&own);
                asking.going.remove(&own);
            }
            _ => {}
        }
        // It rings anew: whoever did not come before may now, but for whoever goes.
        asking.told.clone_from(&asking.there);
        asking.told.insert(own);
        Ok(())
    }

    async fn says(&mut self, app: &App, id: &PublicId, who: Viewer, end: Moment) -> Result<(), Error> {
        let now = app.clock().now();
        let (speaker, room) = (who.clone(), id.clone());
        let sealer = Sealer::new(app.keys().clone(), now.day());
        let words = Words::clipped("I am here, and the kettle is on.");
        let said = app.write(move |tx| oncall::say(tx, &speaker, &sealer, (&room, &words), None)).await;
        let again = now.plus_s(SAYS_EVERY_S);
        if unless_refused(said)?.is_some() && again < end {
            self.may_turn(app, id, &who).await?;
            self.then(again, id.clone(), Next::Says(who, end));
        }
        Ok(())
    }

    async fn eases(&mut self, app: &App, id: &PublicId) -> Result<(), Error> {
        let Some(asker) = self.asks.get(id).map(|asking| asking.asker.clone()) else { return Ok(()) };
        // Where everybody has left, there is nothing to close.
        for moves in [Moves::Ease, Moves::Close, Moves::TakeBack] {
            let (asker, room) = (asker.clone(), id.clone());
            unless_refused(app.write(move |tx| oncall::turn(tx, &asker, &room, moves)).await)?;
        }
        self.live.remove(id);
        Ok(())
    }

    fn then(&mut self, at: Moment, ask: PublicId, next: Next) {
        self.counted += 1;
        self.due.insert((at, self.counted), (ask, next));
    }

    /// How long each waited who had time to be met.
    pub(super) fn waits(&self, end: Moment) -> Waits {
        let counts = |asking: &&Asking| asking.met.is_some() || end.seconds_since(asking.at) >= COUNTS_S;
        let wait = |asking: &Asking| asking.met.map(|met| met.seconds_since(asking.at));
        Waits(self.asks.values().filter(counts).map(wait).collect())
    }
}
