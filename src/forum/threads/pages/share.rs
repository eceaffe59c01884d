//! Writing a new thread: the form, the page that says once more who will see it, and the drafts it goes on from.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Query};
use actix_web::{HttpMessage as _, HttpRequest};

use super::allowed;
use super::filled::{Filled, from_app, from_link, is_from_another_app};
use crate::app::App;
use crate::forum::content_notes::{self, HouseRule};
use crate::forum::drafts::{self, DraftId, Keep, Kept, Place};
use crate::forum::first_answers;
use crate::forum::groups::Group;
use crate::forum::lasting;
use crate::forum::lookout;
use crate::forum::screening::{self, Hints, Piece, Told};
use crate::forum::shelter::{self, Shelter};
use crate::forum::threads::{self, Ask, Draft, Kind, NoteWords, Refusal, reach};
use crate::forum::voices::{self, Sent, Spot, Wish};
use crate::http::{Answer, Fields, Typed, problem, see_other};
use crate::kernel::{Error, once};
use crate::page;
use crate::policy::{Reach, Viewer};
use crate::ui::{self, Door, Faults, Shell};

/// Fields of the form's machinery: not words, and not kept with them.
const MACHINERY: [&str; 8] = ["step", "move", "for_group", "draft", "keep", "asked", "goes_on", "helped"];

page! { "forum/threads/share.html",
    /// The form.
    pub struct Share {
        groups: Vec<Group>,
        group: Group,
        choices: Vec<reach::Choice>,
        notes: content_notes::Choice,
        drafts: Vec<Kept>,
        voices: voices::Choice,
        hints: Hints,
        frame: String,
        summary: String,
        shows_support: bool,
        small: Option<Shelter>,
        fields: Fields,
        faults: Faults,
    }
}

page! { "forum/threads/check.html",
    /// "Check your answers": the plain sentence, and everything that was typed, ready to send.
    pub struct Check {
        group: Group,
        kind: Kind,
        summary: String,
        shows_support: bool,
        fields: Fields,
        kept: Vec<(String, String)>,
    }
}

page! { "forum/threads/no_groups.html",
    /// Words go to a group, and this member is in none.
    pub struct NoGroups {
        fields: Fields,
    }
}

impl Share {
    /// Whether the kind chosen stands behind "more kinds".
    fn is_rarer(fields: &Fields) -> bool {
        Kind::RARER.iter().any(|kind| fields.has("kind", kind.code()))
    }

    /// The name the words go out under, where nobody chooses one.
    fn name(&self) -> &str {
        self.ui.signed.as_ref().map_or("", |signed| signed.name.as_str())
    }
}

/// Everything the form is drawn from.
struct Room {
    groups: Vec<Group>,
    group: Option<Group>,
    rules: Vec<HouseRule>,
    drafts: Vec<Kept>,
    met: voices::Met,
    told: Told,
    list: lookout::List,
    small: Option<Shelter>,
}

/// `GET /share`
pub async fn new(app: Data<App>, viewer: Viewer, ui: Shell, filled: Query<Filled>) -> Answer {
    viewer.member()?;
    let filled = filled.into_inner();
    let fields = match filled.draft {
        Some(id) => {
            let viewer = viewer.clone();
            let kept = app.read(move |db| drafts::find(db, &viewer, DraftId(id))).await?;
            kept.fields.into_iter().chain([("draft".to_owned(), id.to_string())]).collect()
        }
        None => from_link(filled),
    };
    form(&app, viewer, ui, (StatusCode::OK, fields, Faults::default())).await
}

/// `POST /share`: sends, keeps, checks, or goes on writing; also what other apps on the device share to.
pub async fn create(
    app: Data<App>,
    viewer: Viewer,
    ui: Shell,
    request: HttpRequest,
    sent: Result<Fields, Error>,
) -> Answer {
    let fields = match sent {
        Ok(fields) => fields,
        Err(error) => return not_ours(&app, viewer, ui, (&request, error)).await,
    };
    viewer.member()?;
    if is_from_another_app(&fields) {
        return form(&app, viewer, ui, (StatusCode::OK, from_app(&fields), Faults::default())).await;
    }
    match fields.one("step") {
        "keep" => return keep(&app, viewer, ui, fields).await,
        "edit" => return form(&app, viewer, ui, (StatusCode::OK, fields, Faults::default())).await,
        _ if fields.sent("move") => {
            let group = ("group".to_owned(), fields.one("move").to_owned());
            let others = words_of(&fields).filter(|(name, _)| name != "group" && name != "reach");
            let fields = others.chain([group]).collect();
            return form(&app, viewer, ui, (StatusCode::OK, fields, Faults::default())).await;
        }
        _ => {}
    }
    let mut faults = Faults::default();
    let Some(draft) = parse(&ui, &fields, &mut faults) else {
        return form(&app, viewer, ui, (StatusCode::UNPROCESSABLE_ENTITY, fields, faults)).await;
    };
    let has_moved = fields.sent("for_group") && fields.one("for_group") != draft.group;
    if fields.one("step") == "check" || has_moved {
        return check(&app, viewer, ui, (fields, draft)).await;
    }
    if lookout::offers(&app, &fields).await? {
        return lookout::offer(&app, ui, ("/share", None), &fields).await;
    }
    let at = Spot::Group(draft.group.clone());
    voices::evenly(&app, at, send(&app, viewer, ui, (fields, draft))).await
}

async fn send(app: &App, viewer: Viewer, ui: Shell, (fields, draft): (Fields, Draft)) -> Answer {
    if let (Some(wish), Some(signed)) = (Wish::read(&fields, Some(draft.kind)), ui.signed.clone()) {
        let (group, asks_care) = (draft.group.clone(), draft.asks_care);
        let sent = match kept_id(&fields) {
            Some(_) => Err(voices::Refusal::FromDraft.into()),
            None => voices::open(app, &signed, draft, wish).await,
        };
        return match sent {
            Ok(Sent::Up(thread)) => {
                Ok(see_other(&threads::after_sending(&thread.public_id, ("share", asks_care), "post")))
            }
            Ok(Sent::Waits) => Ok(see_other(&voices::waits_url(&group, None, asks_care))),
            Err(error) => again(app, viewer, ui, (error, fields)).await,
        };
    }
    let kept = kept_id(&fields);
    let writer = viewer.clone();
    let sent = match allowed(app, &viewer, &draft).await {
        Ok(is_repeated) => {
            let draft = Draft { is_repeated, ..draft };
            app.write(move |tx| {
                let (thread, waits) = threads::open_held(tx, &writer, &draft, None)?;
                kept.map_or(Ok(()), |id| drafts::forget(tx, &writer, id))?;
                if waits {
                    return Ok((voices::waits_url(&draft.group, None, draft.asks_care), None));
                }
                let place = threads::after_sending(&thread.public_id, ("share", draft.asks_care), "post");
                Ok((place, Some(thread)))
            })
            .await
        }
        Err(error) => Err(error),
    };
    match sent {
        Ok((place, opened)) => {
            if let Some(thread) = opened {
                first_answers::begin(app, &thread).await?;
            }
            Ok(see_other(&place))
        }
        Err(error) => again(app, viewer, ui, (error, fields)).await,
    }
}

/// The form once more, with why it was not taken and everything that was typed.
async fn again(app: &App, viewer: Viewer, ui: Shell, (error, fields): (Error, Fields)) -> Answer {
    let status = problem::status(error.kind());
    let fields = if error.code() == "alias-points" { fields.with(voices::ASKED, "1") } else { fields };
    let faults = Faults::mend(&ui, error)?;
    form(app, viewer, ui, (status, fields, faults)).await
}

async fn keep(app: &App, viewer: Viewer, ui: Shell, fields: Fields) -> Answer {
    if Wish::read(&fields, None).is_some() {
        return again(app, viewer, ui, (voices::Refusal::NotKept.into(), fields)).await;
    }
    let keep = Keep {
        place: Place::Share,
        // Whether somebody asks to be looked out for is a word of the moment, and is not kept.
        fields: words_of(&fields).filter(|(name, _)| !lookout::MACHINERY.contains(&name.as_str())).collect(),
        id: kept_id(&fields),
        once: once(fields.one("once")),
    };
    let writer = viewer.clone();
    match app.write(move |tx| drafts::keep(tx, &writer, &keep)).await {
        Ok(_) => Ok(see_other("/share/drafts")),
        Err(error) => again(app, viewer, ui, (error, fields)).await,
    }
}

async fn check(app: &App, viewer: Viewer, ui: Shell, (fields, draft): (Fields, Draft)) -> Answer {
    let room = read(app, viewer, &ui, &fields).await?;
    let group = room.group.ok_or(Error::Absent)?;
    let is_small = room.small.is_some() && Wish::read(&fields, None).is_none();
    let reach =
        draft.reach.filter(|_| !is_small).unwrap_or(if is_small { Reach::Group } else { group.reach });
    let reach = reach.min(group.ceiling);
    let notes = content_notes::Notes { labels: draft.notes, words: draft.note_words.into_string() };
    let name = voices::Choice::of(&ui, &fields, &group, &room.met).says(&ui);
    let summary = reach::summary(&ui, (&group, reach), &name, &content_notes::listed(&ui, &notes));
    let kept = words_of(&fields)
        .filter(|(name, _)| name != "reach")
        .chain(kept_id(&fields).map(|id| ("draft".to_owned(), id.to_string())));
    let kept = kept
        .chain([("reach".to_owned(), reach.code().to_owned()), ("for_group".to_owned(), group.name.clone())])
        .collect();
    let shows_support = room.list.meets(fields.one("body"));
    ui::answer(&Check {
        ui: ui.at(Door::Share),
        group,
        kind: draft.kind,
        summary,
        shows_support,
        fields,
        kept,
    })
}

/// A form whose token does not fit: another app's words, or a page that was open too long. Nothing is lost.
async fn not_ours(app: &App, viewer: Viewer, ui: Shell, (request, error): (&HttpRequest, Error)) -> Answer {
    let typed = request.extensions().get::<Typed>().map(|typed| typed.0.clone());
    let Some(fields) = typed.filter(|_| error.code() == "form-stale" && viewer.is_signed_in()) else {
        return Err(error);
    };
    if is_from_another_app(&fields) {
        return form(app, viewer, ui, (StatusCode::OK, from_app(&fields), Faults::default())).await;
    }
    again(app, viewer, ui, (error, fields)).await
}

async fn form(
    app: &App,
    viewer: Viewer,
    ui: Shell,
    (status, fields, faults): (StatusCode, Fields, Faults),
) -> Answer {
    let room = read(app, viewer, &ui, &fields).await?;
    let ui = ui.at(Door::Share);
    let Some(group) = room.group.or_else(|| room.groups.first().cloned()) else {
        return ui::with_status(status, &NoGroups { ui, fields });
    };
    let asks = fields.has(voices::ASKED, "1");
    let fields = completed(fields, (&group, room.small.is_some()));
    let notes = content_notes::Choice::of(&fields, &room.rules);
    let listed = content_notes::Notes {
        labels: content_notes::chosen(&fields),
        words: fields.one("note_words").to_owned(),
    };
    let reach = Reach::parse(fields.one("reach")).unwrap_or(group.reach).min(group.ceiling);
    let voices = voices::Choice { asks, ..voices::Choice::of(&ui, &fields, &group, &room.met) };
    let name = voices.says(&ui);
    let page = Share {
        choices: reach::options(&ui, &group),
        frame: reach::summary_frame(&ui),
        summary: reach::summary(&ui, (&group, reach), &name, &content_notes::listed(&ui, &listed)),
        voices,
        small: room.small,
        hints: Hints::of(&ui, room.told, &fields),
        shows_support: room.list.meets(fields.one("body")) || fields.sent(lookout::ASKED),
        drafts: if fields.sent("draft") { Vec::new() } else { room.drafts },
        groups: room.groups,
        ui,
        group,
        notes,
        fields,
        faults,
    };
    ui::with_status(status, &page)
}

async fn read(app: &App, viewer: Viewer, ui: &Shell, fields: &Fields) -> Result<Room, Error> {
    let hand = ui.signed.as_deref().map(|signed| voices::hand(app, signed));
    let (name, now) = (fields.one("group").to_owned(), app.clock().now());
    let words = ["title", "body", "note_words"].map(|name| fields.one(name)).join("\n");
    let notes = content_notes::chosen(fields);
    app.read(move |db| {
        let groups = threads::groups_to_post_in(db, &viewer)?;
        let small = shelter::holding(db, &viewer, now)?;
        let name = small.as_ref().map(|small| small.name.clone()).filter(|_| name.is_empty()).unwrap_or(name);
        let named = groups.iter().find(|group| group.name == name).cloned();
        let group = named.or_else(|| groups.first().cloned());
        let rules = match &group {
            Some(group) => content_notes::house_rules(db, &viewer, group.id)?,
            None => Vec::new(),
        };
        let drafts = drafts::list(db, &viewer, Some(&Place::Share))?;
        let met = match (&group, &hand) {
            (Some(group), Some(hand)) => voices::met(db, hand, group, None)?,
            _ => voices::Met::default(),
        };
        let told = match &group {
            Some(group) => {
                let piece = Piece {
                    group,
                    thread: None,
                    words: words.clone(),
                    notes: &notes,
                    stood: "",
                    is_repeated: false,
                };
                screening::told(db, &viewer, &piece, now)?
            }
            None => Told::default(),
        };
        let list = lookout::list(db)?;
        Ok(Room { groups, group, rules, drafts, met, told, list, small })
    })
    .await
}

/// The form with what nobody chose yet: the calmest kind, and the group's own reach, or in a small circle its people alone.
fn completed(fields: Fields, (group, is_small): (&Group, bool)) -> Fields {
    let reach = Reach::parse(fields.one("reach")).filter(|reach| *reach <= group.ceiling);
    let own = if is_small { Reach::Group } else { group.reach };
    let reach = reach.unwrap_or(own).min(group.ceiling);
    let kind = Some(fields.one("kind")).filter(|kind| !kind.is_empty()).unwrap_or(Kind::JustHere.code());
    let chosen = [("kind", kind), ("reach", reach.code()), ("draft", fields.one("draft"))]
        .map(|(name, value)| (name.to_owned(), value.to_owned()));
    let others = words_of(&fields).filter(|(name, _)| name != "kind" && name != "reach");
    others.chain(chosen).filter(|(name, value)| name != "draft" || !value.is_empty()).collect()
}

fn parse(ui: &Shell, fields: &Fields, faults: &mut Faults) -> Option<Draft> {
    let is_alias = Wish::read(fields, None).is_some();
    let typed = |name| voices::typed(fields, name, is_alias);
    let kind = faults.take(ui, "kind", Kind::parse(fields.one("kind")).ok_or(Refusal::KindMissing));
    let title = faults.take(ui, "title", threads::Title::parse(&typed("title")));
    let body = faults.take(ui, "body", threads::Body::parse(&typed("body")));
    let note_words = faults.take(ui, "note_words", NoteWords::parse(&typed("note_words")));
    let reach = faults.take(ui, "reach", Reach::parse(fields.one("reach")).ok_or(Refusal::ReachMissing));
    Some(Draft {
        group: fields.one("group").to_owned(),
        kind: kind?,
        ask: Ask::parse(fields.one("ask")),
        title: title?,
        body: body?,
        notes: content_notes::chosen(fields),
        note_words: note_words?,
        no_note_fits: content_notes::none_fits(fields),
        lasting: lasting::chosen(fields),
        goes_on: fields.has("goes_on", "1"),
        shield: fields.sent("shield_seen").then(|| fields.has("shield", "1")),
        is_repeated: false,
        asks_care: fields.sent(lookout::ASKED),
        asks_after: fields.sent(lookout::AFTER),
        reach: Some(reach?),
        once: once(fields.one("once")),
    })
}

fn words_of(fields: &Fields) -> impl Iterator<Item = (String, String)> {
    fields
        .typed()
        .filter(|(name, _)| !MACHINERY.contains(name))
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
}

fn kept_id(fields: &Fields) -> Option<DraftId> {
    fields.one("draft").parse().ok().map(DraftId)
}
