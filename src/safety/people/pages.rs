//! Who came lately and who is limited, in the browser.

use actix_web::web::Data;

use super::{Limited, New, People, people};
use crate::app::App;
use crate::http::viewer::Member;
use crate::http::{Answer, Doors, Who};
use crate::page;
use crate::ui::{self, Door, Shell};

/// The door of people. Before that of cases, so that it is none.
pub fn doors(doors: &mut Doors) {
    doors.get("/look/people", Who::Keeper, show);
}

page! { "safety/people/show.html",
    /// Who came lately, and who is limited.
    pub struct Show { places: People }
}

impl Show {
    /// Since when somebody is here, in words: this week or the one before.
    fn came(&self, new: &New) -> String {
        let is_now = new.week >= self.ui.now.week();
        if is_now { self.ui.t("people-this-week") } else { self.ui.t("people-last-week") }.into_owned()
    }

    /// Until when somebody is limited, in words.
    fn until(&self, limited: &Limited) -> String {
        match limited.until {
            Some(day) => self.ui.t1("people-until", "day", self.ui.date(&day)),
            None => self.ui.t("people-until-open").into_owned(),
        }
    }
}

/// `GET /look/people`
pub async fn show(app: Data<App>, member: Member, ui: Shell) -> Answer {
    let (viewer, today) = (member.viewer(), app.clock().now().day());
    let places = app.read(move |db| people(db, &viewer, today)).await?;
    ui::answer(&Show { ui: ui.at(Door::You), places })
}
