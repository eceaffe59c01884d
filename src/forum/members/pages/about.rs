//! Who a group is for, how it speaks, who looks after it, where its posts can travel, and the viewer's own place.

use actix_web::web::{Data, Path};

use crate::app::App;
use crate::forum::groups::{self, Group, Joining};
use crate::forum::members::{self, Membership, Neighbour};
use crate::http::{Answer, Fields};
use crate::kernel::{Error, Html, markdown};
use crate::page;
use crate::policy::{Reach, Role, Standing, Viewer};
use crate::ui::{self, Door, Faults, Shell};

page! { "forum/members/about.html",
    /// Who a group is for, how it speaks, who looks after it, and where its posts can travel.
    pub struct About {
        group: Group,
        tags: Vec<String>,
        values: Html,
        rules: Html,
        advice: String,
        crosstalk: String,
        travels: String,
        starts: String,
        listed: String,
        joining: String,
        size: String,
        keepers: Vec<Neighbour>,
        place: Option<Membership>,
        moved_to: Option<Group>,
        looks_after: bool,
        serves: bool,
        may_edit: bool,
        fields: Fields,
        faults: Faults,
    }
}

impl About {
    fn is_in(&self) -> bool {
        self.place.as_ref().is_some_and(Membership::is_in)
    }

    fn is_paused(&self) -> bool {
        self.place.as_ref().is_some_and(Membership::is_paused)
    }

    fn state(&self) -> &'static str {
        self.place.as_ref().map_or("none", |place| place.state.code())
    }

    /// How a member who is not in the group gets in, if the group is open.
    fn way_in(&self) -> &'static str {
        match self.group.joining {
            _ if self.group.is_closed() => "closed",
            Joining::Open => "open",
            Joining::Ask => "ask",
            Joining::Invitation => "invitation",
        }
    }
}

/// `GET /g/{name}/about`
pub async fn about(app: Data<App>, viewer: Viewer, ui: Shell, name: Path<String>) -> Answer {
    let about = load(&app, viewer, ui, name.into_inner()).await?;
    ui::answer(&about)
}

pub(super) async fn load(app: &App, viewer: Viewer, ui: Shell, name: String) -> Result<About, Error> {
    let (group, tags, keepers, place, standing, moved_to) = app
        .read(move |db| {
            let group = groups::find_by_name(db, &viewer, &name)?;
            let tags = (groups::pathways_of(db, group.id)?, groups::topics_of(db, group.id)?);
            let keepers = members::serving(db, group.id)?;
            let place = members::standing(db, &viewer, group.id)?;
            let standing = Standing::in_group(db, &viewer, group.id)?;
            let moved_to = group.moved_to.map(|to| groups::find_seen(db, &viewer, to)).transpose()?.flatten();
            Ok((group, tags, keepers, place, standing, moved_to))
        })
        .await?;
    let mut ui = ui.at(Door::Groups);
    ui.is_open_web = group.listed == Reach::Everyone;
    let says = |field: &str, code: &str| groups::says(&ui, field, code);
    let (pathways, topics) = tags;
    let tags = pathways.iter().map(|each| ui.t(&format!("pathway-{}", each.code())));
    let tags = tags.chain(topics.iter().map(|each| ui.t(&format!("topic-{}", each.code()))));
    let serves = standing.looks_after() || place.as_ref().is_some_and(members::Membership::serves);
    let is_steward = standing.role == Some(Role::Steward);
    Ok(About {
        tags: tags.map(std::borrow::Cow::into_owned).collect(),
        values: markdown::render(&group.values_text),
        rules: markdown::render(&group.rules_text),
        advice: says("advice", group.advice.code()),
        crosstalk: says("crosstalk", &format!("{}-means", group.crosstalk.code())),
        travels: says("travels", group.ceiling.code()),
        starts: says("starts", group.reach.code()),
        listed: says("listed", group.listed.code()),
        joining: says("joining", group.joining.code()),
        size: groups::Amount::of(group.member_count).said(ui.words),
        keepers,
        place,
        moved_to,
        looks_after: standing.looks_after(),
        serves,
        may_edit: is_steward || ui.is_host(),
        fields: Fields::default(),
        faults: Faults::default(),
        ui,
        group,
    })
}
