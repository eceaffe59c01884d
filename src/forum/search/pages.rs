//! Search in the browser.

use actix_web::HttpRequest;
use actix_web::web::Data;

use super::Find;
use crate::app::App;
use crate::db::fulltext::Terms;
use crate::forum::groups;
use crate::forum::search;
use crate::forum::threads::InGroup;
use crate::forum::voices;
use crate::http::viewer::Member;
use crate::http::{Answer, Doors, Fields, Who};
use crate::kernel::{PublicId, text};
use crate::page;
use crate::ui::{self, Door, Shell, urls};

/// Letters of what was typed that are shown again.
const SHOWN: usize = 200;

/// The doors of search.
pub fn doors(doors: &mut Doors) {
    doors.get("/search", Who::Member, show);
}

page! { "forum/search/show.html",
    /// Words in what somebody may read.
    pub struct Show {
        typed: String,
        within: Option<(String, String)>,
        is_asked: bool,
        groups: Vec<(InGroup, String)>,
        finds: Vec<Find>,
        next: Option<String>,
        left_out: bool,
    }
}

impl Show {
    /// Whether there is nothing to show for what was typed.
    fn is_empty(&self) -> bool {
        self.finds.is_empty() && self.groups.is_empty()
    }
}

/// `GET /search`
pub async fn show(app: Data<App>, member: Member, ui: Shell, request: HttpRequest) -> Answer {
    let asked = Fields::asked(&request);
    let typed = text::excerpt(asked.one("q"), SHOWN);
    let terms = Terms::parse(asked.one("q"));
    let before = PublicId::parse(asked.one("before"));
    let (viewer, sought, name) = (member.viewer(), terms.clone(), asked.one("group").to_owned());
    let (muted, is_start) = (ui.muted.clone(), before.is_none());
    let hand = voices::hand(&app, &member);
    let (within, (hits, left_out, folds), found) = app
        .read(move |db| {
            // A group nobody here may know of is no group: the search is then of everything.
            let group = groups::find_by_name(db, &viewer, &name).ok();
            let within = (&sought, group.as_ref().map(|g| g.id));
            let (hits, left_out) = search::found(db, (&viewer, &muted), within, before)?;
            let folds = search::folds(db, &hand, &hits)?;
            let found =
                if is_start && group.is_none() { search::groups(db, &viewer, &sought)? } else { Vec::new() };
            Ok((group, (hits, left_out, folds), found))
        })
        .await?;
    let next = hits.next.as_ref().map(|key| {
        let group = within.as_ref().map_or(String::new(), |group| format!("&group={}", group.name));
        format!("/search?q={}{group}&before={key}", urls::segment(&typed))
    });
    ui::answer(&Show {
        is_asked: !terms.is_empty(),
        within: within.map(|group| (group.name, group.title)),
        groups: found,
        finds: hits.rows.into_iter().map(|hit| Find::of(&ui, hit, (&terms, &folds))).collect(),
        next,
        left_out,
        typed,
        ui: ui.at(Door::Groups),
    })
}
