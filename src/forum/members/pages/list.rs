//! The groups somebody is in, those they asked to join, and those they could join.

use std::collections::HashMap;

use actix_web::web::{Data, Query};
use serde::Deserialize;

use crate::app::App;
use crate::forum::groups::pathways::Pathway;
use crate::forum::groups::{self, Row};
use crate::forum::here::{self, Amount};
use crate::forum::members::{self, State};
use crate::http::Answer;
use crate::kernel::GroupId;
use crate::page;
use crate::policy::Viewer;
use crate::ui::{self, Door, Shell};

page! { "forum/members/groups.html",
    /// The groups somebody is in, and those they could join.
    pub struct List {
        mine: Vec<Row>,
        home: Option<String>,
        asked: Vec<Row>,
        others: Vec<Row>,
        here: HashMap<GroupId, Amount>,
        pathways: Vec<(&'static str, String, bool)>,
        is_filtered: bool,
    }
}

impl List {
    /// How many others are here, in one of its groups; none: nothing is said of it.
    fn said(here: &HashMap<GroupId, Amount>, row: &Row) -> Option<Amount> {
        here.get(&row.group.id).copied()
    }
}

/// What `/groups` is asked.
#[derive(Deserialize)]
pub struct Asked {
    pathway: Option<String>,
}

/// `GET /groups`
pub async fn list(app: Data<App>, viewer: Viewer, ui: Shell, asked: Query<Asked>) -> Answer {
    let pathway = asked.pathway.as_deref().and_then(Pathway::parse);
    let (rows, places) = app
        .read(move |db| {
            let places = if viewer.is_signed_in() { members::mine(db, viewer.face())? } else { Vec::new() };
            Ok((groups::rows(db, &viewer, pathway)?, places))
        })
        .await?;
    let place =
        |row: &Row| places.iter().find(|mine| mine.group.id == row.group.id).map(|mine| &mine.membership);
    let state = |row: &Row| place(row).map(|place| place.state);
    let (mine, rest): (Vec<Row>, Vec<Row>) = rows.into_iter().partition(|row| state(row) == Some(State::In));
    let (asked, others) = rest.into_iter().partition(|row| state(row) == Some(State::Asked));
    let home = places.iter().find(|mine| mine.membership.is_home).map(|mine| mine.group.name.clone());
    let option = |each: &Pathway| {
        (each.code(), ui.t(&format!("pathway-{}", each.code())).into_owned(), Some(*each) == pathway)
    };
    let pathways = Pathway::ALL.iter().map(option).collect();
    let here = here::amounts(&app, &ui, mine.iter().map(|row| row.group.id).collect()).await?;
    ui::answer(&List {
        is_filtered: pathway.is_some(),
        ui: ui.at(Door::Groups),
        mine,
        home,
        asked,
        others,
        here,
        pathways,
    })
}
