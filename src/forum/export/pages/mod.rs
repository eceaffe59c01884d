//! A member's copy in the browser. Whoever asks shows again who they are; nothing of it is kept here.

mod courier;

use actix_web::HttpResponse;
use actix_web::web::{self, Data};

use courier::Courier;

use super::model::{
    AliasJson, CopyJson, DeviceJson, FORMAT, LETTERS_MIN, LinkJson, OwnJson, PlaceJson, Refusal,
    SmallCircleCopyJson, UnsentJson,
};
use super::store;
use super::{Archive, ServesCopyJson};
use crate::app::App;
use crate::db::Db;
use crate::forum::export::CircleCopyJson;
use crate::forum::quiet::QuietJson;
use crate::forum::{drafts, members, quiet, shelter};
use crate::http::viewer::Member;
use crate::http::{Answer, Doors, Fields, Who, see_other};
use crate::identity::credentials::Way;
use crate::identity::{accounts, aliases, credentials, invitations, muted, passkeys, recovery, sessions};
use crate::kernel::{Error, Moment, text};
use crate::page;
use crate::ui::{self, Door, Faults, Shell, Words, urls};

/// Names of the two files. Neither says what kind of place it comes from.
const FILE: &str = "my-copy.zip";
const SEALED: &str = "my-other-words.zip.age";
const PAGE: &str = "/you/export";

/// The doors of a member's copy.
pub fn doors(doors: &mut Doors) {
    doors.get("/you/export", Who::Member, show);
    doors.post("/you/export", Who::Member, take);
    doors.post("/you/export/aliases", Who::Member, take_aliases);
}

page! { "forum/export/show.html",
    /// What a copy holds, and the two buttons.
    pub struct Export { letters: usize, faults: Faults }
}

/// `GET /you/export`
pub async fn show(app: Data<App>, member: Member, ui: Shell) -> Answer {
    if !credentials::is_proven(&app, &member) {
        return Ok(see_other(&urls::proof(PAGE)));
    }
    ui::answer(&Export { ui: ui.at(Door::You), letters: LETTERS_MIN, faults: Faults::default() })
}

/// `POST /you/export`
pub async fn take(app: Data<App>, member: Member, ui: Shell, _fields: Fields) -> Answer {
    copy(&app, &member, ui.words).await
}

/// `POST /you/export/aliases`
pub async fn take_aliases(app: Data<App>, member: Member, ui: Shell, fields: Fields) -> Answer {
    match copy_of_aliases(&app, &member, ui.words, fields.one("passphrase")).await {
        Ok(answer) => Ok(answer),
        Err(error) => {
            let faults = Faults::mend(&ui, error)?;
            ui::refused(&Export { ui: ui.at(Door::You), letters: LETTERS_MIN, faults })
        }
    }
}

/// Everything under the member's own name.
///
/// # Errors
/// `prove-first`, `too-many`.
pub(in crate::forum::export) async fn copy(
    app: &App,
    member: &Member,
    words: &'static Words,
) -> Result<HttpResponse, Error> {
    credentials::proven(app, member)?;
    app.throttle().copy(member.person.face)?;
    let (asks, now, community) = (member.clone(), app.clock().now(), app.house().await?.name.clone());
    let world = app.clone();
    let head = app
        .read(move |db| {
            let lived = world.lived(db, &asks)?;
            Ok(CopyJson {
                counters: lived.counters,
                checkins: lived.checkins,
                circle: lived.circle,
                chips: lived.chips,
                milestones: lived.milestones,
                plan: lived.plan,
                asked_after: lived.asked_after,
                asks_as_far_as: lived.asks_as_far_as,
                lamp: lived.lamp,
                told: lived.told,
                rooms: lived.rooms,
                buddies: lived.buddies,
                care: lived.care,
                serves: lived.serves,
                ..own(db, &asks, now, community)?
            })
        })
        .await?;
    let (viewer, faces) = (member.viewer(), vec![member.person.face]);
    let courier = Courier { app: app.clone(), words, viewer, faces, head, archive: Archive::plain() };
    Ok(courier.answer(FILE))
}

/// Everything under aliases whose ties live, sealed.
///
/// # Errors
/// `prove-first`, `passphrase-short`, `too-many`.
pub(in crate::forum::export) async fn copy_of_aliases(
    app: &App,
    member: &Member,
    words: &'static Words,
    passphrase: &str,
) -> Result<HttpResponse, Error> {
    credentials::proven(app, member)?;
    if text::letters(passphrase) < LETTERS_MIN {
        return Err(Refusal::Passphrase.into());
    }
    app.throttle().copy(member.person.face)?;
    let hand = aliases::hand(app, member);
    let all = app.read(move |db| aliases::mine(db, &hand)).await?;
    let passphrase = passphrase.to_owned();
    let archive = web::block(move || Archive::sealed(passphrase)).await.map_err(Error::other)??;
    let faces = all.iter().map(|own| own.alias.face).collect();
    let mut head = empty(app.house().await?.name.clone(), app.clock().now());
    head.aliases = all.into_iter().map(alias).collect();
    let courier = Courier { app: app.clone(), words, viewer: member.viewer(), faces, head, archive };
    Ok(courier.answer(SEALED))
}

fn empty(community: String, now: Moment) -> CopyJson {
    CopyJson {
        format: FORMAT,
        community,
        made_on: now.day().iso(),
        me: None,
        aliases: Vec::new(),
        groups: Vec::new(),
        drafts: Vec::new(),
        links: Vec::new(),
        notices: Vec::new(),
        counters: Vec::new(),
        checkins: Vec::new(),
        circle: CircleCopyJson::default(),
        chips: Vec::new(),
        milestones: Vec::new(),
        plan: None,
        asked_after: None,
        asks_as_far_as: None,
        lamp: None,
        told: None,
        rooms: Vec::new(),
        buddies: Vec::new(),
        quiet: QuietJson::default(),
        small_circle: None,
        care: Vec::new(),
        serves: ServesCopyJson::default(),
        kind_words: Vec::new(),
        threads: Vec::new(),
        replies: Vec::new(),
    }
}

fn own(db: &mut Db, member: &Member, now: Moment, community: String) -> Result<CopyJson, Error> {
    let (viewer, face) = (member.viewer(), member.person.face);
    let drafts = drafts::list(db, &viewer, None)?;
    let links = invitations::list(db, &viewer, None, now.day())?;
    Ok(CopyJson {
        me: Some(account(db, member, now)?),
        groups: members::mine(db, face)?.into_iter().map(place).collect(),
        drafts: drafts.into_iter().map(unsent).collect(),
        links: links.into_iter().map(link).collect(),
        notices: store::notices(db, face)?,
        small_circle: shelter::glance(db, &viewer)?
            .map(|shelter| SmallCircleCopyJson { group: shelter.name, until: shelter.until.rfc3339() }),
        quiet: (quiet::lists(db, &viewer)?, muted::list(db, member, now.day())?).into(),
        ..empty(community, now)
    })
}

fn account(db: &mut Db, member: &Member, now: Moment) -> Result<OwnJson, Error> {
    let id = member.person.account;
    let profile = accounts::profile(db, member.person.face)?;
    let record = accounts::record(db, id)?;
    let keys = passkeys::of_account(db, id)?;
    let devices = sessions::devices(db, &member.holder, now)?;
    let device = |device: sessions::Device| DeviceJson {
        label: device.label,
        since: device.made.monday().iso(),
        last_here: device.seen.monday().iso(),
    };
    Ok(OwnJson {
        name: profile.name,
        about: profile.about,
        affiliation: profile.label.tie.code(),
        affiliated_with: profile.label.with,
        rank: record.rank.code(),
        standing: record.state,
        standing_reason: record.state_reason,
        application: record.application,
        here_since: record.joined_week.monday().iso(),
        last_here: record.active_week.monday().iso(),
        words_kept: record.words_kept,
        leave_signs_out: record.leave_signs_out,
        has_password: credentials::of_account(db, id)?.iter().any(|way| way.kind == Way::Password),
        passkeys: keys.into_iter().map(|key| key.label).collect(),
        codes_left: recovery::left(db, id)?,
        devices: devices.into_iter().map(device).collect(),
    })
}

fn alias(own: aliases::Own) -> AliasJson {
    AliasJson {
        state: own.alias.state.code(),
        until: own.alias.until().iso(),
        reason: own.alias.reason,
        name: own.name,
    }
}

fn place(mine: members::Mine) -> PlaceJson {
    PlaceJson {
        name: mine.group.name,
        title: mine.group.title,
        role: mine.membership.role.code(),
        state: mine.membership.state.code(),
        words: mine.membership.words,
        is_home: mine.membership.is_home,
        is_unlisted: mine.membership.is_unlisted,
    }
}

fn unsent(kept: drafts::Kept) -> UnsentJson {
    UnsentJson { place: kept.place.key(), saved_on: kept.saved_on.iso(), fields: kept.fields }
}

fn link(link: invitations::Link) -> LinkJson {
    let invitation = link.invitation;
    LinkJson {
        label: invitation.label,
        uses_left: invitation.uses_left,
        expires_on: invitation.expires_on.iso(),
    }
}
