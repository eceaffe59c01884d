//! Asks for company: who asks, who hears of it, who comes, what they say, and when it is over.

use std::collections::{BTreeMap, BTreeSet};

use super::asking::{self, Asking};
use super::life::{Someone, advance, unless_refused};
use super::told::Waits;
use super::truth::Said;
use super::{Simulate, Wrong, ears, habits};
use crate::app::App;
use crate::kernel::{Chance, Error, FaceId, Language, Moment, PublicId, Zone};
use crate::policy::Viewer;
use crate::support::oncall::{self, Asked, Circle, Duty, Line, Moves, Sealer, Weekday, Words};
use crate::ui;

/// Hours of a turn.
const TURN_H: i64 = 6;
/// People whom one of the rota is with at a time.
const MOST: i64 = 2;
/// People in a day to whom those come who may be asked with their lamp out.
const A_DAY: i64 = 3;
/// Seconds between two sentences in a room.
const SAYS_EVERY_S: i64 = 180;
/// What was asked later than this before the end says nothing.
const COUNTS_S: i64 = 7_200;
/// Pages that were not true are told by what they said: so many.
const LIES_MAX: usize = 5;

/// What somebody presses who was with another for a while.
const TURNS: [Moves; 3] = [Moves::Leave, Moves::Cover, Moves::HandOver];

/// Something that is about to happen.
#[derive(Clone)]
enum Next {
    /// Somebody who heard that another asks looks who it is.
    Looks(Viewer),
    /// Somebody says something, and so again until then.
    Says(PublicId, Viewer, Moment),
    /// Whoever asked says that it is easier, and goes.
    Eases(PublicId),
}

/// All asks of the week, and what is about to happen in them.
pub(super) struct Nights {
    chance: Chance,
    names: BTreeMap<FaceId, String>,
    asks: BTreeMap<PublicId, Asking>,
    /// Those to whom people may still come.
    live: BTreeSet<PublicId>,
    due: BTreeMap<(Moment, u64), Next>,
    counted: u64,
    /// Those who heard that somebody asks and have not looked yet.
    coming: BTreeSet<FaceId>,
    /// To how many in a day those of the rota chose to come: no page may speak of more lamps than they are.
    chosen: BTreeMap<FaceId, i64>,
    wrong: Vec<Wrong>,
    /// Looks at pages of those who wait, those that were not true, and what some of these said.
    pub(super) looks: usize,
    pub(super) untrue: usize,
    pub(super) lies: Vec<String>,
    /// How often a device rang for somebody who then looked who asks, and how often an open page told them.
    pub(super) heard: [usize; 2],
    /// How often a listener left, asked for one more and handed over.
    pub(super) turns: [usize; 3],
    /// How often somebody came to more people in a day than they chose, and to just as many.
    pub(super) too_many: usize,
    pub(super) full: usize,
}

impl Nights {
    pub(super) fn new(chance: Chance, names: BTreeMap<FaceId, String>, plan: &Simulate) -> Self {
        Self {
            chance,
            names,
            asks: BTreeMap::new(),
            live: BTreeSet::new(),
            due: BTreeMap::new(),
            counted: 0,
            coming: BTreeSet::new(),
            chosen: BTreeMap::new(),
            wrong: plan.wrong.clone(),
            looks: 0,
            untrue: 0,
            lies: Vec::new(),
            heard: [0; 2],
            turns: [0; 3],
            too_many: 0,
            full: 0,
        }
    }

    /// Somebody takes their place in the rota: six hours of every day, spread evenly.
    pub(super) async fn takes_a_turn(
        &mut self,
        app: &App,
        who: &Viewer,
        (at, of): (usize, usize),
    ) -> Result<(), Error> {
        let is_endless = self.wrong.contains(&Wrong::Endless);
        let chosen = if is_endless { 1 } else { habits::a_day(at) };
        self.chosen.insert(who.face(), chosen);
        let from = i64::try_from(at * 24 / of.max(1)).unwrap_or_default() % 24;
        let duty = Duty {
            a_day: Some(if is_endless { 0 } else { chosen }),
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
        let (a_day, zone) = (Some(A_DAY), Zone::utc());
        let duty = Duty { most: 1, a_day, askable: by, days: Vec::new(), hours: (0, 0), zone };
        let who = who.clone();
        app.write(move |tx| oncall::hours(tx, &who, &duty)).await
    }

    /// Whether their hours are on now.
    pub(super) async fn is_on(app: &App, who: &Viewer, now: Moment) -> Result<bool, Error> {
        let who = who.clone();
        app.read(move |db| Ok(oncall::around(db, &who, now)?.is_lit)).await
    }

    /// Two taps: most leave the form as it stands.
    pub(super) async fn asks(&mut self, app: &App, someone: &Someone) -> Result<(), Error> {
        let (now, who) = (app.clock().now(), someone.viewer.clone());
        let (before, usual) = (who.clone(), someone.own.usual.clone());
        let (around, start) = app.read(move |db| oncall::before_asking(db, &before, &usual, now)).await?;
        let is_so = around.lit <= self.chosen.len();
        self.notes(is_so, || format!("{} lamps are lit", around.lit));
        let consent = habits::consent(&self.chance).unwrap_or(start.circle);
        // What was only offered is not taken for a choice.
        let is_own = !start.is_wider || consent != start.circle;
        let usual = is_own.then(|| someone.own.usual.clone());
        let asked =
            Asked { need: habits::need(&self.chance), line: Line::clipped("Tonight is long."), consent };
        let (lonely, sealer) = (who.clone(), Sealer::new(app.keys().clone(), now.day()));
        let asks =
            app.write(move |tx| oncall::ask_and_keep(tx, &lonely, &sealer, &asked, usual.as_ref())).await?;
        // Whoever asks already was led back to their room.
        if let (id, true) = asks {
            self.live.insert(id.clone());
            self.asks.insert(id, Asking::new(who, now));
        }
        Ok(())
    }

    /// Those whom a device or an open page tells will look who asks, each in their own time.
    pub(super) async fn rings(&mut self, app: &App, people: &[Someone], now: Moment) -> Result<(), Error> {
        if self.live.is_empty() {
            return Ok(());
        }
        // What happened a moment ago is told at once.
        app.run_due_jobs().await?;
        let [rung, read] = ears::hear(app, people, now).await?;
        for someone in people {
            let face = someone.viewer.face();
            let (is_rung, reads) = (rung.contains(&face), read.contains(&face));
            if (is_rung || reads) && self.coming.insert(face) {
                let [rung, read] = &mut self.heard;
                *rung += usize::from(is_rung);
                *read += usize::from(!is_rung);
                let at = now.plus_s(habits::comes_after_s(&self.chance));
                self.then(at, Next::Looks(someone.viewer.clone()));
            }
        }
        self.waits_at_the_page(app, people, now).await
    }

    /// Whoever waits looks at their page: every sentence that says how it stands is held against how it is.
    async fn waits_at_the_page(&mut self, app: &App, people: &[Someone], now: Moment) -> Result<(), Error> {
        let words = ui::Words::of(Language::En);
        for id in self.live.clone() {
            let Some(asking) = self.asks.get(&id) else { continue };
            if !asking.is_looked_at(now) {
                continue;
            }
            let Some(seen) = asking::page(app, &asking.asker, &id, now).await? else {
                let is_so = asking.facts.there.is_empty();
                self.notes(is_so, || "a room is gone in which somebody is".to_owned());
                self.live.remove(&id);
                continue;
            };
            if !seen.ask.phase.is_live() {
                let is_so = asking.facts.are_on_page_after(words, &seen, false, now);
                self.notes(is_so, || oncall::pages::became(words, &seen));
                self.live.remove(&id);
                continue;
            }
            if self.wrong.contains(&Wrong::Mute) {
                asking::forgets_to_listen(app, &seen).await?;
            }
            let said = Said::on_page(words, &seen);
            let others = asking.seen_by(app, people, (&seen, &said), now).await?;
            let is_so = asking.facts.are_on_page(words, (&seen, &said), (others, &self.names), now);
            let lie = format!("{said:?}; {others} see it, {} are there", asking.facts.there.len());
            if let Some(asking) = self.asks.get_mut(&id) {
                (asking.said, asking.others) = (said, others);
            }
            self.notes(is_so, || lie);
        }
        Ok(())
    }

    fn notes(&mut self, is_true: bool, said: impl FnOnce() -> String) {
        self.looks += 1;
        if is_true {
            return;
        }
        self.untrue += 1;
        if self.lies.len() < LIES_MAX {
            self.lies.push(said());
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
            let ((at, _), next) = next.remove_entry();
            advance(app, at);
            app.run_due_jobs().await?;
            match next {
                Next::Looks(who) => self.looks(app, who).await?,
                Next::Says(id, who, end) => self.says(app, id, who, end).await?,
                Next::Eases(id) => self.eases(app, &id).await?,
            }
            self.rings(app, people, at).await?;
        }
        Ok(())
    }

    /// Somebody who heard that another asks looks who it is, and comes to whom nobody came, or nobody who says a word; now and then
    /// to somebody with whom others are.
    async fn looks(&mut self, app: &App, who: Viewer) -> Result<(), Error> {
        let (now, own) = (app.clock().now(), who.face());
        self.coming.remove(&own);
        let (viewer, sealer) = (who.clone(), Sealer::new(app.keys().clone(), now.day()));
        let mut seen = app.read(move |db| oncall::asks_for(db, &viewer, &sealer, now)).await?.0;
        ears::have_seen(app, &who).await?;
        seen.retain(|ask| self.asks.get(&ask.id).is_none_or(|asking| !asking.facts.came.contains(&own)));
        let waits = seen.iter().find(|ask| ask.waits.is_some());
        let silent = || seen.iter().find(|ask| ask.is_silent);
        let any = || seen.first().filter(|_| habits::one_in(&self.chance, habits::BESIDE_OF));
        let comes_to = waits.or_else(silent).or_else(any).map(|ask| ask.id.clone());
        match comes_to {
            Some(id) => self.comes(app, &id, who).await,
            None => Ok(()),
        }
    }

    async fn comes(&mut self, app: &App, id: &PublicId, who: Viewer) -> Result<(), Error> {
        let (listener, room, now) = (who.clone(), id.clone(), app.clock().now());
        let sealer = Sealer::new(app.keys().clone(), now.day());
        let came = app.write(move |tx| oncall::claim(tx, &listener, &sealer, &room)).await;
        if unless_refused(came)?.is_none() {
            return Ok(());
        }
        self.keeps_to_what_was_chosen(app, id, &who).await?;
        let is_mute = self.wrong.contains(&Wrong::Mute) || habits::one_in(&self.chance, habits::SILENT_OF);
        let Some(asking) = self.asks.get_mut(id) else { return Ok(()) };
        let is_first = asking.met.is_none();
        asking.met.get_or_insert(now);
        asking.facts.comes(who.face(), now);
        if is_first {
            asking.end = now.plus_s(habits::talks_s(&self.chance));
        }
        let (asker, end) = (asking.asker.clone(), asking.end);
        if is_first {
            self.then(now.plus_s(20), Next::Says(id.clone(), asker, end));
            self.then(end, Next::Eases(id.clone()));
        }
        if !is_mute {
            self.then(now.plus_s(40), Next::Says(id.clone(), who, end));
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
        let Some(room) = asking::page(app, who, id, app.clock().now()).await? else { return Ok(()) };
        let chosen = self.chosen.get(&who.face()).copied().unwrap_or(A_DAY);
        self.too_many += usize::from(room.stood_by > chosen);
        self.full += usize::from(room.stood_by == chosen);
        Ok(())
    }

    /// Whoever listens may have to go: at once, once somebody else is there, or never, with one more beside them.
    async fn may_turn(&mut self, app: &App, id: &PublicId, who: &Viewer) -> Result<(), Error> {
        let is_asker = self.asks.get(id).is_none_or(|asking| asking.asker.face() == who.face());
        let at = self.chance.below(habits::TURNS_OF);
        let Some(moves) = TURNS.get(at).copied().filter(|_| !is_asker) else { return Ok(()) };
        let (listener, room, now) = (who.clone(), id.clone(), app.clock().now());
        if unless_refused(app.write(move |tx| oncall::turn(tx, &listener, &room, moves)).await)?.is_none() {
            return Ok(());
        }
        if let Some(times) = self.turns.get_mut(at) {
            *times += 1;
        }
        let (own, Some(asking)) = (who.face(), self.asks.get_mut(id)) else { return Ok(()) };
        let facts = &mut asking.facts;
        let others_stay = facts.there.iter().any(|face| *face != own && !facts.going.contains(face));
        match moves {
            Moves::HandOver if !others_stay => {
                facts.going.insert(own);
            }
            Moves::Leave | Moves::HandOver => facts.goes(own, now),
            _ => {}
        }
        Ok(())
    }

    async fn says(&mut self, app: &App, id: PublicId, who: Viewer, end: Moment) -> Result<(), Error> {
        let now = app.clock().now();
        let (speaker, room) = (who.clone(), id.clone());
        let sealer = Sealer::new(app.keys().clone(), now.day());
        let words = Words::clipped("I am here, and the kettle is on.");
        let said = app.write(move |tx| oncall::say(tx, &speaker, &sealer, (&room, &words), None)).await;
        if unless_refused(said)?.is_none() {
            return Ok(());
        }
        if let Some(asking) = self.asks.get_mut(&id).filter(|asking| asking.asker.face() != who.face()) {
            asking.heard.get_or_insert(now);
            asking.facts.spoke.insert(who.face());
        }
        let again = now.plus_s(SAYS_EVERY_S);
        if again < end {
            self.may_turn(app, &id, &who).await?;
            self.then(again, Next::Says(id, who, end));
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
        let (now, words) = (app.clock().now(), ui::Words::of(Language::En));
        if let Some(seen) = asking::page(app, &asker, id, now).await?
            && let Some(asking) = self.asks.get(id)
        {
            let is_so = asking.facts.are_on_page_after(words, &seen, true, now);
            self.notes(is_so, || oncall::pages::became(words, &seen));
        }
        self.live.remove(id);
        Ok(())
    }

    fn then(&mut self, at: Moment, next: Next) {
        self.counted += 1;
        self.due.insert((at, self.counted), next);
    }

    /// How long each waited for what was meant, of those who had time to wait for it.
    pub(super) fn waits(&self, end: Moment, until: fn(&Asking) -> Option<Moment>) -> Waits {
        let had_time = |asking: &&Asking| until(asking).is_some() || end.seconds_since(asking.at) >= COUNTS_S;
        let wait = |asking: &Asking| until(asking).map(|until| until.seconds_since(asking.at));
        Waits(self.asks.values().filter(had_time).map(wait).collect())
    }
}
