//! What a group does with each content note.

use actix_web::web::{Data, Path};

use crate::app::App;
use crate::forum::content_notes::ContentNote;
use crate::forum::groups::{self, Group, NoteRule, Refusal, Ruled};
use crate::http::{Answer, Fields, see_other};
use crate::kernel::Error;
use crate::page;
use crate::policy::{Action, Viewer};
use crate::ui::{self, Door, Faults, Shell, urls};

page! { "forum/groups/notes.html",
    /// A choice for each content note.
    pub struct Notes { group: Group, lines: Vec<Line>, others: Vec<Group>, faults: Faults }
}

/// One content note and its choices.
pub struct Line {
    /// The note's code.
    pub note: &'static str,
    /// What it is called.
    pub label: String,
    /// What may happen: code, words, whether it is chosen.
    pub rules: Vec<(&'static str, String, bool)>,
    /// The short name of the group such posts belong to.
    pub elsewhere: String,
}

/// `GET /g/{name}/notes`
pub async fn edit(app: Data<App>, viewer: Viewer, ui: Shell, name: Path<String>) -> Answer {
    let (group, others, ruled) = load(&app, viewer, name.into_inner()).await?;
    let typed = typed(&ruled);
    ui::answer(&Notes {
        lines: lines(&ui, &typed),
        ui: ui.at(Door::Groups),
        group,
        others,
        faults: Faults::default(),
    })
}

/// `POST /g/{name}/notes`
pub async fn update(app: Data<App>, viewer: Viewer, ui: Shell, name: Path<String>, fields: Fields) -> Answer {
    let name = name.into_inner();
    let (group, others, _) = load(&app, viewer.clone(), name.clone()).await?;
    let saved = match read(&fields) {
        Ok(ruled) => app.write(move |tx| groups::set_notes(tx, &viewer, &name, &ruled)).await,
        Err(refusal) => Err(refusal.into()),
    };
    match saved {
        Ok(group) => Ok(see_other(&urls::in_group(&group.name, "about"))),
        Err(error) => {
            let faults = Faults::mend(&ui, error)?;
            ui::refused(&Notes { lines: lines(&ui, &fields), ui: ui.at(Door::Groups), group, others, faults })
        }
    }
}

async fn load(app: &App, viewer: Viewer, name: String) -> Result<(Group, Vec<Group>, Vec<Ruled>), Error> {
    app.read(move |db| {
        let (group, _) = groups::find_for(db, &viewer, &name, Action::EditGroup)?;
        let mut others = groups::listed(db, &viewer, None)?;
        others.retain(|other| other.id != group.id && !other.is_hidden());
        let ruled = groups::note_rules(db, group.id)?;
        Ok((group, others, ruled))
    })
    .await
}

fn field(note: ContentNote) -> String {
    format!("rule-{}", note.code())
}

fn place(note: ContentNote) -> String {
    format!("to-{}", note.code())
}

/// The rules as if they had been typed.
fn typed(ruled: &[Ruled]) -> Fields {
    let pairs = |each: &Ruled| {
        [
            (field(each.note), each.rule.code().to_owned()),
            (place(each.note), each.elsewhere.clone().unwrap_or_default()),
        ]
    };
    ruled.iter().flat_map(pairs).collect()
}

fn lines(ui: &Shell, fields: &Fields) -> Vec<Line> {
    let line = |note: &ContentNote| {
        let chosen = NoteRule::parse(fields.one(&field(*note))).unwrap_or(NoteRule::Fold);
        let rule = |rule: &NoteRule| {
            (rule.code(), ui.t(&format!("choice-rule-{}", rule.code())).into_owned(), *rule == chosen)
        };
        Line {
            note: note.code(),
            label: ui.t(&format!("note-{}", note.code())).into_owned(),
            rules: NoteRule::ALL.iter().map(rule).collect(),
            elsewhere: fields.one(&place(*note)).to_owned(),
        }
    };
    ContentNote::ALL.iter().map(line).collect()
}

/// A note that was not sent keeps the usual rule.
fn read(fields: &Fields) -> Result<Vec<Ruled>, Refusal> {
    let ruled = |note: &ContentNote| {
        let rule = match fields.one(&field(*note)) {
            "" => NoteRule::Fold,
            sent => NoteRule::parse(sent).ok_or(Refusal::Unchosen { field: "rule" })?,
        };
        let elsewhere = Some(fields.one(&place(*note)).to_owned()).filter(|name| !name.is_empty());
        Ok(Ruled { note: *note, rule, elsewhere })
    };
    ContentNote::ALL.iter().map(ruled).collect()
}
