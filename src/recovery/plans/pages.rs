//! A plan in the browser: the card, and one form to write it.

use actix_web::web::Data;

use super::{Part, Plan, Words};
use crate::app::App;
use crate::http::viewer::Member;
use crate::http::{Answer, Doors, Fields, Who, see_other};
use crate::kernel::Error;
use crate::page;
use crate::recovery::{Own, plans};
use crate::ui::{self, Faults, Shell};

const PAGE: &str = "/support/plan";

/// The doors of plans.
pub fn doors(doors: &mut Doors) {
    doors.get(PAGE, Who::Member, show);
    doors.get("/support/plan/edit", Who::Member, edit);
    doors.post("/support/plan/edit", Who::Member, update);
    doors.post("/support/plan/delete", Who::Member, delete);
}

page! { "recovery/plans/show.html",
    /// The card.
    pub struct Show { plan: Plan }
}

impl Show {
    /// What stands under a heading.
    #[must_use]
    pub fn words(&self, part: &Part) -> &str {
        self.plan.words(*part)
    }
}

page! { "recovery/plans/edit.html",
    /// Every heading with a box.
    pub struct Edit { fields: Fields, faults: Faults }
}

/// `GET /support/plan`
pub async fn show(app: Data<App>, member: Member, ui: Shell) -> Answer {
    let plan = load(&app, &member).await?;
    ui::answer(&Show { ui, plan })
}

async fn load(app: &App, member: &Member) -> Result<Plan, Error> {
    let own = Own::of(member);
    Ok(app.read(move |db| plans::find(db, &own)).await?.plan)
}

/// `GET /support/plan/edit`
pub async fn edit(app: Data<App>, member: Member, ui: Shell) -> Answer {
    let plan = load(&app, &member).await?;
    let typed = |part: &Part| (part.code().to_owned(), plan.words(*part).to_owned());
    let fields = Part::ALL.iter().map(typed).collect();
    ui::answer(&Edit { ui, fields, faults: Faults::default() })
}

/// `POST /support/plan/edit`
pub async fn update(app: Data<App>, member: Member, ui: Shell, fields: Fields) -> Answer {
    let mut faults = Faults::default();
    let mut plan = Plan::default();
    for part in Part::ALL {
        if let Some(words) = faults.take(&ui, part.code(), Words::parse(fields.one(part.code()))) {
            plan = plan.with(*part, words);
        }
    }
    if !faults.is_empty() {
        return ui::refused(&Edit { ui, fields, faults });
    }
    let own = Own::of(&member);
    app.write(move |tx| plans::keep(tx, &own, &plan)).await?;
    Ok(see_other(PAGE))
}

/// `POST /support/plan/delete`
pub async fn delete(app: Data<App>, member: Member, _fields: Fields) -> Answer {
    let own = Own::of(&member);
    app.write(move |tx| plans::put_away(tx, &own)).await?;
    Ok(see_other(PAGE))
}
