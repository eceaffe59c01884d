//! A letter on its way: signed by whoever sends it, in the form its host reads, and in the other if that is refused.

use std::time::Duration;

use url::Url;

use super::{Path, community, signing_key};
use crate::app::App;
use crate::federation::delivery::{self, Letter, Outcome, Why};
use crate::federation::fetch::{Said, Signing, Trouble};
use crate::federation::signature::Form;
use crate::kernel::Error;

/// Posts one letter; for the queue to carry.
pub async fn post(app: &App, letter: &Letter) -> Outcome {
    match try_post(app, letter).await {
        Ok(outcome) => outcome,
        Err(error) => {
            tracing::error!(%error, "a letter could not be signed");
            Outcome::Again { after: None, why: Why::NotVerified }
        }
    }
}

async fn try_post(app: &App, letter: &Letter) -> Result<Outcome, Error> {
    let own = &app.federation().own;
    let key = if letter.key_id == Path::community().key_id(own) {
        Some(community(app, own).await?)
    } else {
        signing_key(app, own, &letter.key_id).await?
    };
    let (Some(key), Ok(url)) = (key, Url::parse(&letter.inbox)) else {
        return Ok(Outcome::Never(Why::NotVerified));
    };
    let domain = letter.domain.clone();
    let known = app.read(move |db| delivery::form_of(db, &domain)).await?;
    let form = Form::parse(&known).unwrap_or(Form::Draft);
    let signing = Signing { key, form, at: app.clock().now() };
    let said = app.federation().client.post(&url, letter.body.clone(), &signing).await;
    let is_refused = said.as_ref().is_ok_and(|said| matches!(said.status, 401 | 403));
    if !is_refused {
        return Ok(outcome(said));
    }
    // A host that cannot tell who it is may read the other form; the clock has gone on, so the date is a new one.
    let other = if form == Form::Draft { Form::Rfc9421 } else { Form::Draft };
    let signing = Signing { form: other, at: app.clock().now(), ..signing };
    let said = app.federation().client.post(&url, letter.body.clone(), &signing).await;
    if said.as_ref().is_ok_and(|said| (200..300).contains(&said.status)) {
        let domain = letter.domain.clone();
        app.write(move |tx| delivery::remember_form(tx, &domain, other.code())).await?;
    }
    Ok(outcome(said))
}

/// What an answer means. A refused signature may pass: some hosts keep a key they could not have for six hours.
fn outcome(said: Result<Said, Trouble>) -> Outcome {
    let again = |after: Option<u64>, why| Outcome::Again { after: after.map(Duration::from_secs), why };
    match said {
        Ok(Said { status: 200..=299, .. }) => Outcome::Taken,
        Ok(Said { status: 401 | 403, retry_after_s }) => again(retry_after_s, Why::NotVerified),
        Ok(Said { status: 408 | 425 | 429, retry_after_s }) => again(retry_after_s, Why::Busy),
        Ok(Said { status: 400..=499, .. }) => Outcome::Never(Why::Refused),
        Ok(Said { retry_after_s, .. }) => again(retry_after_s, Why::TheirFault),
        Err(Trouble::Unsafe) => Outcome::Never(Why::Unsafe),
        Err(Trouble::Slow) => again(None, Why::Slow),
        Err(_) => again(None, Why::Unreachable),
    }
}

#[test]
fn an_answer_decides_whether_a_letter_is_tried_again() {
    let said = |status| outcome(Ok(Said { status, retry_after_s: Some(7) }));
    let after = Some(Duration::from_secs(7));
    for status in [200, 202, 204] {
        assert_eq!(said(status), Outcome::Taken);
    }
    for (status, why) in
        [(401, Why::NotVerified), (429, Why::Busy), (500, Why::TheirFault), (302, Why::TheirFault)]
    {
        assert_eq!(said(status), Outcome::Again { after, why }, "{status}");
    }
    for status in [400, 404, 410, 422] {
        assert_eq!(said(status), Outcome::Never(Why::Refused), "{status}");
    }
    assert_eq!(outcome(Err(Trouble::Unsafe)), Outcome::Never(Why::Unsafe));
    assert_eq!(outcome(Err(Trouble::Slow)), Outcome::Again { after: None, why: Why::Slow });
}
