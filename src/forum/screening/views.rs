//! Holding words against the rules of where they go; and what a new line would have met.

use super::matching::{Folded, needles};
use super::signals::{self, Known};
use super::{
    LineDraft, Look, Piece, Quiet, Refusal, Rules, Settings, Verdict, Writer, commands, rules, store,
};
use crate::db::Db;
use crate::forum::groups::{self, Advice, Group};
use crate::forum::threads::{Ask, Kind, Thread};
use crate::forum::voices;
use crate::identity::newcomers::Settling;
use crate::identity::{affiliations, newcomers};
use crate::kernel::{Day, Error, FaceId, GroupId, Moment, links, text};
use crate::policy::{Rank, Standing, Viewer};
use crate::ui::{Shell, Words};

/// Days of a group's words that a new line is tried on.
pub const TRIED_DAYS: i64 = 30;
/// What it would have met, shown at most.
const SHOWN: usize = 5;
/// Of a hundred things, as many may be met before a word of warning.
const MANY_IN_A_HUNDRED: usize = 3;
/// What people say to stay safe, and must be able to say anywhere.
const SAFETY_WORDS: &str = include_str!("safety_words.txt");

/// Holds words against the rules of the group they go to.
///
/// # Errors
/// A fault of the database.
pub fn look(db: &mut Db, viewer: &Viewer, piece: &Piece<'_>, now: Moment) -> Result<Verdict, Error> {
    judged(db, viewer, piece, now).map(|(verdict, _)| verdict)
}

/// What comes of it, and what the group set.
fn judged(
    db: &mut Db,
    viewer: &Viewer,
    piece: &Piece<'_>,
    now: Moment,
) -> Result<(Verdict, Settings), Error> {
    let (group, measures) = (piece.group.id, measures(db, viewer, piece, now.day())?);
    // What was decided for all of the community holds wherever its words go, and for whoever looks after a group, too.
    let here = reads_along_here(db, viewer.voice(), now.day())?;
    // The rules of a group elsewhere are kept there. What was decided here is kept at this door, whose words it lets out and in.
    if piece.group.elsewhere().is_some() {
        let looks_after = Standing::in_group(db, viewer, group)?.looks_after() && !voices::is_alias(viewer);
        // Nobody here is behind what comes: it is watched for selling whichever way it takes. What members say there leaves, and
        // is watched where it goes.
        let watch = if viewer.far().is_some() { watch(db, piece)? } else { None };
        let verdict = rules::judge_elsewhere(&Rules { watch, ..measures }, piece, looks_after);
        return Ok((Verdict { refuse: here.or(verdict.refuse), ..verdict }, Settings::default()));
    }
    let kept = Rules {
        settings: store::settings(db, group)?,
        lines: store::lines(db, viewer, group)?,
        openers: openers(piece),
        watch: watch(db, piece)?,
        ..measures
    };
    let writer = writer(db, viewer, (piece, &kept.settings), now)?;
    let verdict = rules::judge(&kept, piece, &writer, now);
    Ok((Verdict { refuse: here.or(verdict.refuse), ..verdict }, kept.settings))
}

/// Why somebody says nothing anywhere here for now; none: they may.
fn reads_along_here(db: &mut Db, face: FaceId, today: Day) -> Result<Option<Refusal>, Error> {
    let until = store::reads_along_here(db, face, today)?;
    Ok(until.map(|until| Refusal::ReadsAlongHere { days: until.0 - today.0 }))
}

/// What was decided of whoever writes, or of the thread, and holds for some days: whoever they are, and wherever the group is.
fn measures(db: &mut Db, viewer: &Viewer, piece: &Piece<'_>, today: Day) -> Result<Rules, Error> {
    let (group, voice) = (piece.group.id, viewer.voice());
    let place = (group, piece.thread.map(|thread| thread.id));
    let until = store::reads_along(db, group, voice, today)?;
    Ok(Rules {
        slow_minutes: store::slow_minutes(db, place, voice, today)?,
        quiet_days: until.map_or(0, |until| until.0 - today.0),
        ..Rules::default()
    })
}

/// How answers begin that tell somebody what to do, in every language spoken here; none where that is welcome.
fn openers(piece: &Piece<'_>) -> Vec<String> {
    if !piece.thread.is_some_and(|thread| minds_advice(piece.group, thread)) {
        return Vec::new();
    }
    Words::spoken().map(|spoken| spoken.t("rules-openers").into_owned()).collect()
}

/// Whether answers to a thread speak from one's own life: the group says so, and its writer asked for no ideas.
fn minds_advice(group: &Group, thread: &Thread) -> bool {
    match group.advice {
        // Whoever tells of a setback is given advice when they ask for it.
        Advice::Welcome => thread.kind == Kind::Setback && thread.ask != Some(Ask::Ideas),
        Advice::WhenAsked => thread.ask != Some(Ask::Ideas),
        Advice::OwnExperience => true,
    }
}

/// What the community says itself, read only where words may hold a sign of selling, a link, or the same as elsewhere.
fn watch(db: &mut Db, piece: &Piece<'_>) -> Result<Option<Known>, Error> {
    if !piece.is_repeated && !links::has_link(&piece.words) && !signals::has_any(&piece.words) {
        return Ok(None);
    }
    let group = piece.group;
    let own = [&group.purpose, &group.values_text, &group.rules_text].map(String::to_owned);
    known(db, &own).map(Some)
}

/// What the community says itself, and what a group does.
fn known(db: &mut Db, of_group: &[String]) -> Result<Known, Error> {
    let is_on = newcomers::welcome(db)?.is_some_and(|welcome| welcome.watches_selling);
    let (mut texts, helplines) = store::own_words(db)?;
    texts.extend_from_slice(of_group);
    Ok(Known::of(is_on, &texts, &helplines))
}

/// Holds words that go to everybody here, and to no group, against what the community looks at: links in somebody's first
/// days, and signs of selling. Whoever looks after the community is asked nothing.
///
/// # Errors
/// A fault of the database.
pub fn look_for_all(db: &mut Db, viewer: &Viewer, words: &str, now: Moment) -> Result<Verdict, Error> {
    if let Some(refusal) = reads_along_here(db, viewer.voice(), now.day())? {
        return Ok(Verdict { refuse: Some(refusal), ..Verdict::default() });
    }
    let keeps_all = matches!(viewer.rank(), Some(Rank::Keeper | Rank::Host));
    if keeps_all || !links::has_link(words) && !signals::has_any(words) {
        return Ok(Verdict::default());
    }
    let (known, settling) = (known(db, &[])?, newcomers::settling(db, viewer, now)?);
    Ok(rules::judge_for_all(words, &known, settling))
}

fn writer(
    db: &mut Db,
    viewer: &Viewer,
    (piece, settings): (&Piece<'_>, &Settings),
    now: Moment,
) -> Result<Writer, Error> {
    let group = piece.group.id;
    let is_shielded = piece.thread.is_some_and(|thread| thread.is_shielded(now.day()));
    let is_alias = voices::is_alias(viewer);
    let standing = Standing::in_group(db, viewer, group)?;
    let needs_more = *settings != Settings::default();
    let since = if needs_more { store::in_since(db, group, viewer.face())? } else { None };
    let asks_known = is_shielded
        || settings.is_guarded(now)
        || settings.looks.has(Look::First)
        || settings.looks.has(Look::New);
    let is_known = asks_known && store::is_known(db, group, viewer.voice())?;
    let hides_label = is_alias && settings.asks_labels && affiliations::label(db, viewer.face())?.is_there();
    Ok(Writer {
        is_alias,
        is_far: viewer.far().is_some(),
        is_known,
        is_new: viewer.is_new(),
        looks_after: standing.looks_after() && !is_alias,
        weeks: since.map(|since| now.week().0 - since.0),
        is_newcomer: viewer.person().is_some_and(|person| person.is_new),
        is_own_thread: piece.thread.is_some_and(|thread| thread.author_face == viewer.voice()),
        settling: newcomers::settling(db, viewer, now)?,
        hides_label,
    })
}

/// Whether somebody may say something in a group that is no thread: how they are, or how far they came. Whoever reads along
/// there says nothing of that either.
///
/// # Errors
/// `rules-reads-along`, `rules-reads-along-here`.
pub fn may_speak(db: &mut Db, face: FaceId, group: GroupId, today: Day) -> Result<(), Error> {
    if let Some(refusal) = reads_along_here(db, face, today)? {
        return Err(refusal.into());
    }
    match store::reads_along(db, group, face, today)? {
        Some(until) => Err(Refusal::ReadsAlong { days: until.0 - today.0 }.into()),
        None => Ok(()),
    }
}

/// Groups in which somebody reads along and says nothing.
///
/// # Errors
/// A fault of the database.
pub fn read_along_in(db: &mut Db, face: FaceId, today: Day) -> Result<Vec<GroupId>, Error> {
    store::read_along_in(db, face, today)
}

/// Minutes that lie between two things of this viewer there; 0: none.
///
/// # Errors
/// A fault of the database.
pub fn pace(
    db: &mut Db,
    viewer: &Viewer,
    (group, thread): (&Group, Option<&Thread>),
    now: Moment,
) -> Result<i64, Error> {
    let piece = Piece { group, thread, words: String::new(), notes: &[], stood: "", is_repeated: false };
    look(db, viewer, &piece, now).map(|verdict| verdict.wait)
}

/// What a form knows of the rules for what is being written.
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Told {
    /// What the words would meet.
    pub verdict: Verdict,
    /// The quiet hours, if it is such an hour.
    pub quiet: Option<Quiet>,
    /// How people answer each other there, where answers speak from one's own life.
    pub advice: Option<Advice>,
    /// Whether what is written is a reply where people share and do not answer each other.
    pub is_shared: bool,
    /// Whether anything was written yet.
    pub has_words: bool,
    /// What the writer waits for, who came lately.
    pub settling: Option<Settling>,
    /// Whether what is answered is a newcomer's who asked for those who have been here a while, and it is not the writer's.
    pub is_shielded: bool,
    /// Whether the writer may ask for that for a new thread.
    pub offers_shield: bool,
}

/// What a form says of the rules of the group, and of what was written so far.
///
/// # Errors
/// A fault of the database.
pub fn told(db: &mut Db, viewer: &Viewer, piece: &Piece<'_>, now: Moment) -> Result<Told, Error> {
    let (verdict, settings) = judged(db, viewer, piece, now)?;
    let quiet = settings.quiet.filter(|quiet| quiet.is_now(now));
    let advice = piece.thread.filter(|thread| minds_advice(piece.group, thread)).map(|_| piece.group.advice);
    let is_shielded = piece
        .thread
        .is_some_and(|thread| thread.is_shielded(now.day()) && thread.author_face != viewer.voice());
    let is_here = piece.group.elsewhere().is_none();
    Ok(Told {
        verdict,
        quiet,
        advice,
        is_shared: piece.thread.is_some() && piece.group.is_for_sharing(),
        has_words: !piece.words.trim().is_empty(),
        settling: newcomers::settling(db, viewer, now)?,
        is_shielded,
        offers_shield: is_here && piece.thread.is_none() && may_ask_shield(db, viewer, now)?,
    })
}

/// Whether somebody may ask that those answer who have been here a while: they are new under this name, and others are not.
///
/// # Errors
/// A fault of the database.
pub fn may_ask_shield(db: &mut Db, viewer: &Viewer, now: Moment) -> Result<bool, Error> {
    Ok(viewer.is_new() && !newcomers::is_young(db, now)?)
}

/// The quiet hours of a group, if it is such an hour.
///
/// # Errors
/// A fault of the database.
pub fn quiet_now(db: &mut Db, group: GroupId, now: Moment) -> Result<Option<Quiet>, Error> {
    Ok(store::settings(db, group)?.quiet.filter(|quiet| quiet.is_now(now)))
}

/// Minutes for which people who answer first go before others in a group, where somebody tells of a setback; 0: none. The
/// rules of a group elsewhere are kept there.
///
/// # Errors
/// A fault of the database.
pub fn first_minutes(db: &mut Db, group: GroupId) -> Result<i64, Error> {
    if groups::find(db, group)?.elsewhere().is_some() {
        return Ok(0);
    }
    Ok(store::settings(db, group)?.first_minutes)
}

/// What a new line would have met.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tried {
    /// How many things.
    pub met: usize,
    /// Of how many.
    pub of: usize,
    /// The beginnings of the first few.
    pub first: Vec<String>,
    /// Words people need to stay safe that it would meet.
    pub safety: Vec<String>,
}

impl Tried {
    /// How much that is, in words.
    #[must_use]
    pub fn said(&self, ui: &Shell) -> String {
        ui.t2("rules-tried", ("met", self.met), ("of", self.of))
    }

    /// Whether it meets so much that it may not be what was meant.
    #[must_use]
    pub const fn is_much(&self) -> bool {
        self.met * 100 > self.of * MANY_IN_A_HUNDRED
    }

    /// The words people need to stay safe, as one list.
    #[must_use]
    pub fn safety_words(&self) -> String {
        self.safety.join(", ")
    }
}

/// Tries a line on what was said lately, and on words people need to stay safe.
///
/// # Errors
/// As keeping it.
pub(super) fn try_line(
    db: &mut Db,
    viewer: &Viewer,
    (name, draft): (&str, &LineDraft),
    now: Moment,
) -> Result<Tried, Error> {
    let (group, _) = commands::kept(db, viewer, name)?;
    commands::check(draft)?;
    commands::home(db, viewer, &group, draft)?;
    let needles = needles(draft.words.as_str());
    let meets = |text: &str| {
        let folded = Folded::of(text);
        needles.iter().any(|needle| folded.holds(needle))
    };
    let said = store::said_since(db, group.id, now.day().plus(-TRIED_DAYS))?;
    let met: Vec<&(String, String)> =
        said.iter().filter(|(title, body)| meets(&format!("{title}\n{body}"))).collect();
    let first = met.iter().take(SHOWN).map(|(title, body)| {
        let words = if title.is_empty() { body } else { title };
        text::excerpt(words, 120)
    });
    let safety = SAFETY_WORDS.lines().filter(|word| meets(word)).map(str::to_owned);
    Ok(Tried { met: met.len(), of: said.len(), first: first.collect(), safety: safety.collect() })
}

/// What a group set, and its lines, for those who keep them.
pub(super) fn kept(db: &mut Db, viewer: &Viewer, name: &str) -> Result<(Group, Rules), Error> {
    let (group, _) = commands::kept(db, viewer, name)?;
    let settings = store::settings(db, group.id)?;
    let lines = store::lines(db, viewer, group.id)?;
    Ok((group, Rules { settings, lines, ..Rules::default() }))
}
