//! The line on Today, answered with one press.

use actix_web::web::Data;

use crate::app::App;
use crate::http::viewer::Member;
use crate::http::{Answer, Doors, Fields, Who, see_other};
use crate::recovery::{Own, after};

/// The doors of being asked after.
pub fn doors(doors: &mut Doors) {
    doors.post("/setback/asked", Who::Member, answer);
}

/// `POST /setback/asked`: not this time, or with `do=end` never again.
pub async fn answer(app: Data<App>, member: Member, fields: Fields) -> Answer {
    let own = Own::of(&member);
    let ends = fields.has("do", "end");
    app.write(move |tx| if ends { after::end(tx, &own) } else { after::put_off(tx, &own) }).await?;
    Ok(see_other("/"))
}
