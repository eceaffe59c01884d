//! A plan in the browser: the card, and one form to write it.

use actix_web::http::header::{HeaderName, HeaderValue};
use actix_web::web::{Data, Path};

use super::{Kept, Part, Plan, Refusal, Words};
use crate::app::App;
use crate::http::viewer::Member;
use crate::http::{Answer, Doors, Fields, Who, see_other};
use crate::kernel::Error;
use crate::page;
use crate::recovery::{Own, plans};
use crate::ui::calls::Call;
use crate::ui::{self, Faults, Shell};

const PAGE: &str = "/support/plan";
/// Tells the page that may be kept on a device from any other that stands in its place.
const ON_DEVICE: &str = "x-on-device";

/// The doors of plans.
pub fn doors(doors: &mut Doors) {
    doors.get(PAGE, Who::Member, show);
    doors.get("/support/plan/kept/{mark}", Who::Member, kept);
    doors.get("/support/plan/edit", Who::Member, edit);
    doors.post("/support/plan/edit", Who::Member, update);
    doors.post("/support/plan/delete", Who::Member, delete);
}

page! { "recovery/plans/show.html",
    /// The card; buddies on its call list; and where a copy for this device is, if one may be kept.
    pub struct Show { plan: Plan, is_shut: bool, calls: Vec<Call>, device: Option<String> }
}

page! { "recovery/plans/kept.html",
    /// Support without a network, with the card on it, on a device whose holder chose so. It does not say whose it is.
    pub struct OnDevice { plan: Plan }
}

page! { "recovery/plans/edit.html",
    /// Every heading with a box; and, if there is a plan that does not open, whether it may go.
    pub struct Edit { fields: Fields, faults: Faults, is_shut: bool }
}

/// `GET /support/plan`
pub async fn show(app: Data<App>, member: Member, ui: Shell) -> Answer {
    let Kept { plan, is_shut, .. } = load(&app, &member).await?;
    let mark = Own::of(&member).on_device(member.session);
    let device = (!member.is_shared && !plan.is_empty()).then(|| format!("/support/plan/kept/{mark}"));
    let mut calls = app.calls(&member).await?;
    calls.retain(|call| call.buddy.is_some());
    ui::answer(&Show { ui, plan, is_shut, calls, device })
}

/// `GET /support/plan/kept/{mark}`: what is kept on the device of this very session, if its member chose so. The worker asks for it
/// again to learn whether it still may be there; absent: it may not.
pub async fn kept(app: Data<App>, member: Member, ui: Shell, mark: Path<String>) -> Answer {
    let plan = load(&app, &member).await?.opened()?.plan;
    if member.is_shared || plan.is_empty() || *mark != Own::of(&member).on_device(member.session) {
        return Err(Error::Absent);
    }
    let mut answer = ui::answer(&OnDevice { ui: ui.of_nobody(), plan })?;
    answer.headers_mut().insert(HeaderName::from_static(ON_DEVICE), HeaderValue::from_static("1"));
    Ok(answer)
}

async fn load(app: &App, member: &Member) -> Result<Kept, Error> {
    let own = Own::of(member);
    app.read(move |db| plans::find(db, &own)).await
}

/// `GET /support/plan/edit`
pub async fn edit(app: Data<App>, member: Member, ui: Shell) -> Answer {
    let Kept { plan, is_shut, .. } = load(&app, &member).await?;
    let typed = |part: &Part| (part.code().to_owned(), plan.words(*part).to_owned());
    let fields = Part::ALL.iter().map(typed).collect();
    ui::answer(&Edit { ui, fields, faults: Faults::default(), is_shut })
}

/// `POST /support/plan/edit`: what does not open is not written over before that was ticked.
pub async fn update(app: Data<App>, member: Member, ui: Shell, fields: Fields) -> Answer {
    let mut faults = Faults::default();
    let mut plan = Plan::default();
    for part in Part::ALL {
        if let Some(words) = faults.take(&ui, part.code(), Words::parse(fields.one(part.code()))) {
            plan = plan.with(*part, words);
        }
    }
    let (is_shut, goes_over) = (load(&app, &member).await?.is_shut, fields.sent("over"));
    if is_shut && !goes_over {
        faults.add(&ui, "over", &Refusal::Shut);
    }
    if !faults.is_empty() {
        return ui::refused(&Edit { ui, fields, faults, is_shut });
    }
    let own = Own::of(&member);
    app.write(move |tx| plans::keep(tx, &own, (&plan, goes_over))).await?;
    Ok(see_other(PAGE))
}

/// `POST /support/plan/delete`
pub async fn delete(app: Data<App>, member: Member, _fields: Fields) -> Answer {
    let own = Own::of(&member);
    app.write(move |tx| plans::put_away(tx, &own)).await?;
    Ok(see_other(PAGE))
}
