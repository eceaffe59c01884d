//! Who came lately and who is limited, in the browser.

use actix_web::HttpRequest;
use actix_web::web::Data;

use super::{Limited, List, New, Onward, People, Place, let_back, people};
use crate::app::App;
use crate::http::viewer::Member;
use crate::http::{Answer, Doors, Fields, Who, see_other};
use crate::page;
use crate::ui::{self, Door, Shell, urls};

/// The doors of people. Before that of cases, so that it is none.
pub fn doors(doors: &mut Doors) {
    doors.get("/look/people", Who::Keeper, show);
    doors.post("/look/people/back", Who::Keeper, back);
}

page! { "safety/people/show.html",
    /// Who came lately, and who is limited.
    pub struct Show { places: People, is_onward: bool }
}

impl Show {
    /// Since when somebody is here, in words: this week or the one before.
    fn came(&self, new: &New) -> String {
        let is_now = new.week >= self.ui.now.week();
        if is_now { self.ui.t("people-this-week") } else { self.ui.t("people-last-week") }.into_owned()
    }

    /// A group's short name; none: the whole community.
    fn short(place: &Place) -> Option<&str> {
        place.group.as_ref().map(|(name, _)| name.as_str())
    }

    /// Where the list of new names goes on; none: these are all.
    fn more_new(place: &Place) -> Option<String> {
        let names = place.new.as_ref().filter(|names| names.has_more)?;
        Some(onward(place, List::New, &names.rows.last()?.name))
    }

    /// The same of limited ones.
    fn more_limited(place: &Place) -> Option<String> {
        let names = place.limited.as_ref().filter(|names| names.has_more)?;
        Some(onward(place, List::Limited, &names.rows.last()?.name))
    }

    /// Until when somebody is limited, in words.
    fn until(&self, limited: &Limited) -> String {
        match limited.until {
            Some(day) => self.ui.t1("people-until", "day", self.ui.date(&day)),
            None => self.ui.t("people-until-open").into_owned(),
        }
    }
}

/// `GET /look/people`: all of it, or how one list goes on.
pub async fn show(app: Data<App>, member: Member, ui: Shell, request: HttpRequest) -> Answer {
    let (viewer, today, asked) = (member.viewer(), app.clock().now().day(), Fields::asked(&request));
    let onward = Onward::read(Some(asked.one("group")), Some(asked.one("list")), Some(asked.one("after")));
    let is_onward = onward.is_some();
    let places = app.read(move |db| people(db, &viewer, (today, onward.as_ref()))).await?;
    ui::answer(&Show { ui: ui.at(Door::You), places, is_onward })
}

/// `POST /look/people/back`: lets somebody back.
pub async fn back(app: Data<App>, member: Member, fields: Fields) -> Answer {
    let (viewer, group) = (member.viewer(), fields.one("group").to_owned());
    let name = fields.one("name").to_owned();
    app.write(move |tx| let_back(tx, &viewer, (Some(group.as_str()).filter(|it| !it.is_empty()), &name)))
        .await?;
    Ok(see_other("/look/people"))
}

fn onward(place: &Place, list: List, name: &str) -> String {
    let group = place.group.as_ref().map(|(short, _)| urls::segment(short)).unwrap_or_default();
    format!("/look/people?group={group}&list={list}&after={}", urls::segment(name))
}
