//! What the people of a simulated week keep for themselves: how a day is, what they count; and a line to a buddy.

use super::habits;
use super::life::{Someone, unless_refused};
use super::told::Lived;
use crate::app::App;
use crate::kernel::{BuddyId, Chance, Day, Error, FaceId, Moment};
use crate::keys::MemberSecret;
use crate::recovery::Own;
use crate::recovery::checkins::{self, Draft, LookBack, Weather};
use crate::recovery::counters::milestones::Marks;
use crate::recovery::counters::{self, Shape, Shows, Sight};
use crate::support::buddies::{self, Cadence, Note, Offer, Sealer};
use crate::support::oncall::Usual;

/// One in so many has a counter; two in as many look out for each other.
const COUNT: usize = 3;
/// Of so many looks, one tells how the day is, or sends a buddy a note.
const TELL: usize = 2;
const NOTE: usize = 4;
/// Days that a counter counts already.
const COUNTED: i64 = 40;

/// What is somebody's alone.
pub(super) struct Private {
    own: Own,
    /// How far they chose to ask the last time.
    pub(super) usual: Usual,
    told_on: Option<Day>,
    buddy: Option<BuddyId>,
}

impl Private {
    /// Of somebody of the week.
    pub(super) fn of(chance: &Chance, face: FaceId) -> Self {
        let secret = MemberSecret::new(&chance.stream("secret", face.0));
        let usual = Usual::holding(face, &secret);
        Self { own: Own::holding(face, &secret), usual, told_on: None, buddy: None }
    }
}

/// All of it, in numbers.
pub(super) struct Days {
    chance: Chance,
    pub(super) lived: Lived,
}

impl Days {
    pub(super) fn new(chance: Chance) -> Self {
        Self { chance, lived: Lived::default() }
    }

    /// Some count days, and some have a buddy.
    pub(super) async fn begin(&mut self, app: &App, people: &mut [Someone]) -> Result<(), Error> {
        for someone in people.iter().filter(|_| habits::one_in(&self.chance, COUNT)) {
            let shape = Shape {
                name: counters::Name::clipped("No more evenings alone"),
                began: app.clock().now().day().plus(-COUNTED),
                zone: someone.zone.clone(),
                shows: Shows::Days,
                marks: Marks::Usual,
                sight: Sight::Me,
                on_today: None,
            };
            let (own, viewer) = (someone.own.own.clone(), someone.viewer.clone());
            let begun = app.write(move |tx| counters::start(tx, (&viewer, &own), &shape)).await;
            self.lived.counters += usize::from(unless_refused(begun)?.is_some());
        }
        for pair in people.chunks_exact_mut(2) {
            if let [one, other] = pair
                && habits::one_in(&self.chance, COUNT)
            {
                self.pair(app, one, other).await?;
            }
        }
        Ok(())
    }

    async fn pair(&mut self, app: &App, one: &mut Someone, other: &mut Someone) -> Result<(), Error> {
        let card = buddies::Card::of_line("I walk before work.");
        let offer = Offer { cadence: Cadence::Daily, card: card.clone(), token: None };
        let (asks, agrees) = (one.viewer.clone(), other.viewer.clone());
        let sealer = Sealer::new(app.keys().clone());
        let paired = app.write(move |tx| {
            let token = buddies::make(tx, &asks, &sealer, &offer)?;
            buddies::accept(tx, &agrees, &sealer, (&token, &card))
        });
        if unless_refused(paired.await)?.is_none() {
            return Ok(());
        }
        for someone in [one, other] {
            let (viewer, today) = (someone.viewer.clone(), app.clock().now().day());
            let sealer = Sealer::new(app.keys().clone());
            let found = app.read(move |db| buddies::list(db, &viewer, &sealer, today)).await?;
            someone.own.buddy = found.first().map(|seen| seen.id);
            self.lived.buddies += usize::from(someone.own.buddy.is_some());
        }
        Ok(())
    }

    /// Somebody looks in.
    pub(super) async fn looks_in(&mut self, app: &App, someone: &mut Someone) -> Result<(), Error> {
        let today = someone.zone.day(app.clock().now());
        if someone.own.told_on != Some(today) && habits::one_in(&self.chance, TELL) {
            let (viewer, own, ring) = (someone.viewer.clone(), someone.own.own.clone(), app.keys().clone());
            let draft = self.draft(someone, app.clock().now());
            let told = app.write(move |tx| checkins::check_in(tx, &viewer, (&own, &ring), &draft)).await;
            self.lived.checkins += usize::from(unless_refused(told)?.is_some());
            someone.own.told_on = Some(today);
        }
        if let Some(buddy) = someone.own.buddy
            && habits::one_in(&self.chance, NOTE)
        {
            let (viewer, sealer) = (someone.viewer.clone(), Sealer::new(app.keys().clone()));
            let sent =
                app.write(move |tx| buddies::send(tx, &viewer, &sealer, (buddy, Note::Thinking))).await;
            self.lived.notes += usize::from(unless_refused(sent)?.is_some());
        }
        Ok(())
    }

    fn draft(&self, someone: &Someone, now: Moment) -> Draft {
        let weather = Weather::ALL.get(self.chance.below(Weather::ALL.len())).copied();
        Draft {
            about: checkins::About::Then(now),
            zone: someone.zone.clone(),
            weather: weather.unwrap_or(Weather::Okay),
            urge: None,
            halt: Vec::new(),
            line: checkins::Line::clipped("Slept badly, tea helps."),
            intention: checkins::Line::clipped("Ring my sister at noon."),
            pledge: (checkins::Line::clipped(""), false),
            went: None,
            look_back: LookBack::clipped(""),
            group: None,
            buddy: someone.own.buddy.filter(|_| habits::one_in(&self.chance, TELL)),
            in_circle: habits::one_in(&self.chance, TELL),
        }
    }
}
