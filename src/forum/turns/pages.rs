//! "Serving here", in the browser: whose turn it is, a rest, and what is left for whoever comes next.

use actix_web::web::{Data, Path};

use super::{Handover, Place, Refusal, Rest, Service, Words};
use crate::app::App;
use crate::forum::turns;
use crate::http::{Answer, Doors, Fields, Who, see_other};
use crate::kernel::Error;
use crate::kernel::markdown::{self, Html};
use crate::page;
use crate::policy::Viewer;
use crate::ui::{self, Door, Faults, Shell, urls};

/// The doors of turns.
pub fn doors(doors: &mut Doors) {
    doors.get("/g/{name}/service", Who::Keeper, show);
    doors.post("/g/{name}/service", Who::Keeper, update);
}

page! { "forum/turns/turns.html",
    /// Who serves in a group.
    pub struct Serving {
        service: Service,
        words: Html,
        fields: Fields,
        faults: Faults,
    }
}

impl Serving {
    /// Until when a turn is, in words.
    fn until(&self, place: &Place) -> String {
        match place.turn_until {
            Some(day) => self.ui.t1("service-until", "day", self.ui.date(&day)),
            None => self.ui.t("service-until-open").into_owned(),
        }
    }

    /// Until when somebody rests, in words.
    fn rests(&self, place: &Place) -> String {
        let day = place.rests_until.map(|day| self.ui.date(&day)).unwrap_or_default();
        self.ui.t1("service-rests", "day", day)
    }

    /// By whom words were left, and when.
    fn written(&self, left: &Handover) -> String {
        let day = self.ui.date(&left.written_on);
        match &left.by {
            Some(by) => self.ui.t2("service-handover-by", ("name", by), ("day", day)),
            None => self.ui.t1("service-handover-on", "day", day),
        }
    }

    /// What stands in the form: what was typed, or what was left before.
    fn typed(&self) -> &str {
        if self.fields.sent("words") {
            return self.fields.one("words");
        }
        self.service.handover.as_ref().map_or("", |left| left.words.as_str())
    }
}

/// `GET /g/{name}/service`
pub async fn show(app: Data<App>, viewer: Viewer, ui: Shell, name: Path<String>) -> Answer {
    ui::answer(&load(&app, viewer, ui, name.into_inner()).await?)
}

async fn load(app: &App, viewer: Viewer, ui: Shell, name: String) -> Result<Serving, Error> {
    let service = app.read(move |db| turns::service(db, &viewer, &name)).await?;
    let words =
        service.handover.as_ref().map_or_else(|| markdown::render(""), |left| markdown::render(&left.words));
    let (fields, faults) = (Fields::default(), Faults::default());
    Ok(Serving { ui: ui.at(Door::Groups), service, words, fields, faults })
}

/// What was pressed.
enum Step {
    Rest(Rest),
    Back,
    Words(Words),
}

fn step(ui: &Shell, fields: &Fields, faults: &mut Faults) -> Option<Step> {
    match fields.one("step") {
        "back" => Some(Step::Back),
        "words" => faults.take(ui, "words", Words::parse(fields.one("words"))).map(Step::Words),
        _ => {
            let rest = Rest::parse(fields.one("rest")).ok_or(Refusal::RestUnchosen);
            faults.take(ui, "rest", rest).map(Step::Rest)
        }
    }
}

/// `POST /g/{name}/service`: rests, comes back, or leaves words.
pub async fn update(app: Data<App>, viewer: Viewer, ui: Shell, name: Path<String>, fields: Fields) -> Answer {
    let name = name.into_inner();
    // Whether somebody may do anything here at all comes before what was typed.
    let page = load(&app, viewer.clone(), ui.clone(), name.clone()).await?;
    let mut faults = Faults::default();
    let Some(step) = step(&ui, &fields, &mut faults) else {
        return ui::refused(&Serving { fields, faults, ..page });
    };
    let group = name.clone();
    let done = app.write(move |tx| match &step {
        Step::Rest(rest) => turns::rest(tx, &viewer, &group, Some(*rest)),
        Step::Back => turns::come_back(tx, &viewer, &group),
        Step::Words(words) => turns::hand_over(tx, &viewer, &group, words),
    });
    match done.await {
        Ok(()) => Ok(see_other(&urls::in_group(&name, "service"))),
        Err(error) => {
            let faults = Faults::mend(&ui, error)?;
            ui::refused(&Serving { fields, faults, ..page })
        }
    }
}
