//! Words one would rather not meet, in the browser.

use actix_web::web::{Data, Query};
use serde::Deserialize;

use super::{Entry, Lasts, Refusal, Word};
use crate::app::App;
use crate::http::muted::Hush;
use crate::http::viewer::Member;
use crate::http::{Answer, Doors, Fields, Who, see_other};
use crate::identity::muted;
use crate::page;
use crate::ui::{self, Door, Faults, Shell};

const PAGE: &str = "/you/quiet/words";
const KEPT: &str = "/you/quiet/words?kept=1";

/// The doors of muted words.
pub fn doors(doors: &mut Doors) {
    doors.get(PAGE, Who::Member, show);
    doors.post(PAGE, Who::Member, add);
    doors.post("/you/quiet/words/off", Who::Member, take_off);
}

page! { "identity/muted/show.html",
    /// The words, and a form for one more.
    pub struct Show { list: Vec<Entry>, on_device: usize, is_kept: bool, fields: Fields, faults: Faults }
}

/// Whether something was kept a moment ago.
#[derive(Debug, Default, Deserialize)]
pub struct Kept {
    kept: Option<String>,
}

/// `GET /you/quiet/words`
pub async fn show(app: Data<App>, member: Member, ui: Shell, kept: Query<Kept>) -> Answer {
    let is_kept = kept.into_inner().kept.is_some();
    shown(&app, &member, ui, (is_kept, Fields::default(), Faults::default())).await
}

/// `POST /you/quiet/words`
pub async fn add(app: Data<App>, member: Member, ui: Shell, fields: Fields) -> Answer {
    let mut faults = Faults::default();
    let word = faults.take(&ui, "word", Word::parse(fields.one("word")));
    let hush = faults.take(&ui, "hush", Hush::parse(fields.one("hush")).ok_or(Refusal::Hush));
    let lasts = faults.take(&ui, "lasts", Lasts::parse(fields.one("lasts")).ok_or(Refusal::Lasts));
    let (Some(word), Some(hush), Some(lasts)) = (word, hush, lasts) else {
        return shown(&app, &member, ui, (false, fields, faults)).await;
    };
    let signed = member.clone();
    match app.write(move |tx| muted::mute(tx, &signed, word.clone(), (hush, lasts))).await {
        Ok(()) => Ok(see_other(KEPT)),
        Err(error) => {
            let faults = Faults::mend(&ui, error)?;
            shown(&app, &member, ui, (false, fields, faults)).await
        }
    }
}

/// `POST /you/quiet/words/off`
pub async fn take_off(app: Data<App>, member: Member, fields: Fields) -> Answer {
    // What is no word is on no list.
    if let Ok(word) = Word::parse(fields.one("word")) {
        let signed = member.clone();
        app.write(move |tx| muted::hear(tx, &signed, &word)).await?;
    }
    Ok(see_other(KEPT))
}

async fn shown(
    app: &App,
    member: &Member,
    ui: Shell,
    (is_kept, fields, faults): (bool, Fields, Faults),
) -> Answer {
    let (signed, today) = (member.clone(), app.clock().now().day());
    let list = app.read(move |db| muted::list(db, &signed, today)).await?;
    let (has_faults, on_device) = (!faults.is_empty(), ui.reading.muted.len());
    let page = Show { ui: ui.at(Door::You), list, on_device, is_kept, fields, faults };
    if has_faults { ui::refused(&page) } else { ui::answer(&page) }
}
