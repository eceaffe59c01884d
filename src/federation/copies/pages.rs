//! `/you/data/copies`: who has not let go of what a member took back; `/gone/{kept}`: the same once their account is gone.

use std::borrow::Cow;

use actix_web::web::{Data, Path};

use super::{Farewell, Line, Waiting, farewell, goodbye, unconfirmed};
use crate::app::App;
use crate::http::viewer::Member;
use crate::http::{Answer, Doors, Who};
use crate::page;
use crate::ui::{self, Door, Shell};

/// The doors of copies elsewhere.
pub fn doors(doors: &mut Doors) {
    doors.get("/you/data/copies", Who::Member, list);
    doors.get("/gone/{kept}", Who::Visitor, show);
}

page! { "federation/copies/list.html",
    /// What somebody took back and who has not confirmed; and what to keep in case they go.
    pub struct List { lines: Vec<Line>, goodbye: Option<String> }
}

page! { "federation/copies/gone.html",
    /// Who has not confirmed that an account is gone.
    pub struct Gone { told: Farewell }
}

/// Communities in a row.
pub(super) fn names(domains: &[String]) -> String {
    domains.join(", ")
}

impl Gone {
    fn said(&self) -> Cow<'static, str> {
        match self.told {
            Farewell::Here => self.ui.t("gone-here"),
            Farewell::Waits(_) => self.ui.t("gone-waits"),
            Farewell::Over => self.ui.t("gone-over"),
            Farewell::Unknown => self.ui.t("gone-unknown"),
        }
    }

    const fn waiting(&self) -> Option<&Waiting> {
        match &self.told {
            Farewell::Waits(waiting) => Some(waiting),
            _ => None,
        }
    }
}

/// `GET /you/data/copies`
pub async fn list(app: Data<App>, member: Member, ui: Shell) -> Answer {
    let (own, keys, face) = (app.federation().own.clone(), app.keys().clone(), member.person.face);
    let (lines, goodbye) =
        app.read(move |db| Ok((unconfirmed(db, &own, face)?, goodbye(db, &keys, face)?))).await?;
    let goodbye = goodbye.map(|kept| format!("{}/gone/{kept}", app.federation().own.origin));
    ui::answer(&List { ui: ui.at(Door::You), lines, goodbye })
}

/// `GET /gone/{kept}`
pub async fn show(app: Data<App>, kept: Path<String>, ui: Shell) -> Answer {
    let (own, keys) = (app.federation().own.clone(), app.keys().clone());
    let told = app.read(move |db| farewell(db, &keys, &own, &kept)).await?;
    ui::answer(&Gone { ui, told })
}
