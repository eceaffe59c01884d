//! The card on Today and on its own page: what can be said of a day, and what was said.

use super::store::told;
use super::{About, Entry, Halt, Shared, Told, URGE_MAX, Weather, Went, rules, store};
use crate::db::Db;
use crate::forum::groups::{self, Group};
use crate::forum::{members, screening};
use crate::http::Fields;
use crate::kernel::{BuddyId, Day, Error, Moment, Zone};
use crate::keys::Keyring;
use crate::policy::Viewer;
use crate::recovery::{Own, counters};
use crate::ui::{Faults, Shell};

/// Days looked back for a promise and a clock to go on from.
const BACK_DAYS: i64 = 31;

/// What is known when somebody is about to say how they are.
pub struct Loaded {
    /// Where their clock stood last.
    pub zone: Zone,
    /// Their days of late, the latest first.
    pub lately: Vec<Entry>,
    /// Groups they are in.
    pub groups: Vec<Group>,
    /// Buddies who may be told, and their names.
    pub buddies: Vec<(BuddyId, String)>,
}

/// Reads it.
///
/// # Errors
/// A fault of the database.
pub fn load(db: &mut Db, own: &Own, now: Moment) -> Result<Loaded, Error> {
    // East of Greenwich it may be tomorrow already.
    let lately = store::of_days(db, own, (-BACK_DAYS..=1).map(|days| now.day().plus(days)))?;
    let zone = match lately.first() {
        Some(entry) => Zone::parse(&entry.zone),
        None => counters::list(db, own)?.first().and_then(|counter| Zone::parse(&counter.book.zone)),
    };
    // Where somebody reads along, nothing is told, and none of it is offered.
    let quiet = screening::read_along_in(db, own.face(), now.day())?;
    let fits =
        |group: &Group| !group.is_closed() && group.elsewhere().is_none() && !quiet.contains(&group.id);
    let mine = members::mine(db, own.face())?.into_iter().filter(|mine| mine.membership.is_in());
    let groups = mine.map(|mine| mine.group).filter(fits);
    let groups = groups.collect();
    let buddies = told::readers(db, own.face())?;
    Ok(Loaded { zone: zone.unwrap_or(Zone::utc()), lately, groups, buddies })
}

/// How those of a group are who told it; for who is in the group.
///
/// # Errors
/// Absent for anybody else.
pub fn of_group(db: &mut Db, viewer: &Viewer, name: &str, today: Day) -> Result<(Group, Vec<Shared>), Error> {
    let group = groups::find_by_name(db, viewer, name)?;
    if !members::standing(db, viewer, group.id)?.is_some_and(|place| place.is_in()) {
        return Err(Error::Absent);
    }
    let rows = store::of_group(db, viewer, group.id, today)?;
    Ok((group, rows))
}

/// What two buddies told each other of their days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Between {
    /// What the reader told, the latest first.
    pub mine: Vec<Told>,
    /// What they were told, likewise.
    pub theirs: Vec<Told>,
}

/// Reads it, by the reader's own side of the two.
///
/// # Errors
/// Absent if they are no buddies, or do not meet.
pub fn between(
    db: &mut Db,
    viewer: &Viewer,
    ring: &Keyring,
    (own, today): (BuddyId, Day),
) -> Result<Between, Error> {
    let me = viewer.member()?.face;
    let theirs = told::by_buddy(db, me, ring, (own, today))?;
    Ok(Between { mine: told::to_buddy(db, me, ring, (own, today))?, theirs })
}

/// One day's card.
pub struct Card {
    /// Whether it is about the day before.
    pub is_yesterday: bool,
    /// The day before, if it can be written still and is not what the card is about: whether something was said of it.
    pub before: Option<bool>,
    /// Whether what was sent was about a day that cannot be written any more, and the card is about today.
    pub has_moved: bool,
    /// When the form was opened, in seconds since 1970: sent later, it is about the same day.
    pub opened: i64,
    /// The day.
    pub day: Day,
    /// What was said of it.
    pub said: Option<Entry>,
    /// What was meant the day before.
    pub meant: Option<String>,
    /// A promise to give again.
    pub pledge: String,
    /// Groups that may read weather and line: short name and title.
    pub groups: Vec<(String, String)>,
    /// The title of the group that reads it.
    pub reader: Option<String>,
    /// Buddies who may read weather and line: the writer's own side, and the name.
    pub buddies: Vec<(BuddyId, String)>,
    /// The name of the buddy who reads it, and the writer's own side.
    pub told: Option<(BuddyId, String)>,
    /// Where their clock stands.
    pub zone: String,
    /// The form as it stands.
    pub fields: Fields,
    /// What is not right in it yet.
    pub faults: Faults,
}

impl Card {
    /// That of a day, if it can still be written; else today's.
    #[must_use]
    pub fn of(loaded: Loaded, now: Moment, about: About) -> Self {
        let Loaded { zone, lately, groups, buddies } = loaded;
        let (today, before) = (rules::today(&zone, now), rules::yesterday(&zone, now));
        let asked = rules::day(about, &zone, now);
        let day = asked.unwrap_or(today);
        let is_yesterday = day < today;
        let of = |day: Day| lately.iter().find(|entry| entry.day == day);
        let said = of(day).cloned();
        let meant = of(day.plus(-1)).map(|entry| entry.intention.clone()).filter(|meant| !meant.is_empty());
        let pledge = lately.iter().map(|entry| entry.pledge.clone()).find(|words| !words.is_empty());
        let reader = said.as_ref().and_then(|said| groups.iter().find(|group| Some(group.id) == said.group));
        let told = said.as_ref().and_then(|said| buddies.iter().find(|(id, _)| Some(*id) == said.buddy));
        Self {
            is_yesterday,
            before: before.filter(|_| !is_yesterday).map(|before| of(before).is_some()),
            has_moved: asked.is_err(),
            opened: now.seconds_since(Moment(0)),
            day,
            meant,
            reader: reader.map(|group| group.title.clone()),
            fields: typed(said.as_ref(), reader.map(|group| group.name.as_str())),
            pledge: pledge.unwrap_or_default(),
            told: told.cloned(),
            buddies,
            groups: groups.into_iter().map(|group| (group.name, group.title)).collect(),
            zone: zone.name().to_owned(),
            faults: Faults::default(),
            said,
        }
    }

    /// What there is to choose from, in order.
    #[must_use]
    pub fn weathers() -> &'static [Weather] {
        Weather::ALL
    }
    /// See [`Card::weathers`].
    #[must_use]
    pub fn halts() -> &'static [Halt] {
        Halt::ALL
    }
    /// See [`Card::weathers`].
    #[must_use]
    pub fn wents() -> &'static [Went] {
        Went::ALL
    }
    /// See [`Card::weathers`].
    #[must_use]
    pub fn urges() -> std::ops::RangeInclusive<i64> {
        0..=URGE_MAX
    }
    /// See [`Card::weathers`].
    #[must_use]
    pub fn zones() -> &'static [String] {
        Zone::names()
    }

    /// The promise as it stands in the form.
    #[must_use]
    pub fn promise(&self) -> &str {
        if self.fields.sent("pledge") { self.fields.one("pledge") } else { &self.pledge }
    }

    /// Whether something below the fold was said, or is to be mended.
    #[must_use]
    pub fn is_open(&self) -> bool {
        !self.faults.is_empty() || self.said.is_some()
    }
}

/// What is said of a day in one line: weather, urge, what is lacking.
#[must_use]
pub fn sum(ui: &Shell, entry: &Entry) -> String {
    let mut parts = Vec::new();
    if let Some(urge) = entry.urge {
        parts.push(ui.t1("checkin-urge-said", "n", urge));
    }
    parts.extend(entry.halt.iter().map(|halt| ui.t(&format!("halt-{halt}")).into_owned()));
    parts.join(" · ")
}

fn typed(said: Option<&Entry>, group: Option<&str>) -> Fields {
    let Some(said) = said else { return Fields::default() };
    let one = [
        ("weather", said.weather.code().to_owned()),
        ("urge", said.urge.map(|urge| urge.to_string()).unwrap_or_default()),
        ("line", said.line.clone()),
        ("intention", said.intention.clone()),
        ("pledge", said.pledge.clone()),
        ("pledged", if said.is_pledged { "1" } else { "" }.to_owned()),
        ("went", said.went.map(Went::code).unwrap_or_default().to_owned()),
        ("look_back", said.look_back.clone()),
        ("group", group.unwrap_or_default().to_owned()),
        ("buddy", said.buddy.map(|buddy| buddy.to_string()).unwrap_or_default()),
        ("circle", if said.in_circle { "1" } else { "" }.to_owned()),
    ];
    let halt = said.halt.iter().map(|halt| ("halt", halt.code().to_owned()));
    one.into_iter().chain(halt).map(|(name, value)| (name.to_owned(), value)).collect()
}
