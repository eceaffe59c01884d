//! Carries a copy: reads a page of rows, writes it into the archive, sends it, and reads the next. It goes as fast as the
//! browser takes it, and ends when the browser goes.

use actix_web::HttpResponse;
use actix_web::http::header;
use actix_web::web::Bytes;
use futures_util::{Stream, stream};
use serde::Serialize;

use crate::app::App;
use crate::forum::export::Archive;
use crate::forum::export::model::{CopyJson, ReplyCopyJson, ThreadCopyJson, schema};
use crate::forum::export::store::{self, At};
use crate::kernel::{Error, FaceId};
use crate::policy::Viewer;
use crate::ui::Words;

/// What is written next.
#[derive(Debug, Clone, Copy)]
enum Step {
    Begin,
    Json(Part, At),
    Words(Part, At),
    Over,
}

/// The parts of a copy that may be long.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    KindWords,
    Threads,
    Replies,
}

/// A copy under way.
pub(super) struct Courier {
    pub app: App,
    pub words: &'static Words,
    pub viewer: Viewer,
    /// Whose words: the member's own face, or their aliases'.
    pub faces: Vec<FaceId>,
    /// What is short, already read.
    pub head: CopyJson,
    pub archive: Archive,
}

impl Courier {
    /// The answer that carries it.
    pub(super) fn answer(self, name: &str) -> HttpResponse {
        HttpResponse::Ok()
            .insert_header((header::CONTENT_TYPE, "application/octet-stream"))
            .insert_header((header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")))
            .insert_header((header::CONTENT_ENCODING, "identity"))
            .streaming(self.stream())
    }

    fn stream(self) -> impl Stream<Item = Result<Bytes, actix_web::Error>> {
        stream::try_unfold((self, Step::Begin), |(mut courier, mut step)| async move {
            loop {
                if matches!(step, Step::Over) {
                    return Ok::<_, actix_web::Error>(None);
                }
                step = courier.go(step).await?;
                let bytes = courier.archive.take();
                if !bytes.is_empty() {
                    return Ok(Some((Bytes::from(bytes), (courier, step))));
                }
            }
        })
    }

    async fn go(&mut self, step: Step) -> Result<Step, Error> {
        match step {
            Step::Begin => self.begin(),
            Step::Json(part, at) => self.json(part, at).await,
            Step::Words(part, at) => self.words(part, at).await,
            Step::Over => Ok(Step::Over),
        }
    }

    fn begin(&mut self) -> Result<Step, Error> {
        let about = self.words.t1("export-read-me", "community", &self.head.community);
        self.archive.begin("read-me.md")?;
        self.archive.add(&format!("# {}\n\n{about}\n", self.words.t("export-title")))?;
        self.archive.begin("copy.schema.json")?;
        let schema = schema().and_then(|schema| serde_json::to_string_pretty(&schema));
        self.archive.add(&schema.map_err(Error::other)?)?;
        self.archive.begin("copy.json")?;
        let head = serde_json::to_string(&self.head).map_err(Error::other)?;
        // Its last brace waits until what is long has been written.
        self.archive.add(head.strip_suffix('}').unwrap_or(&head))?;
        self.opened(Part::KindWords)
    }

    fn opened(&mut self, part: Part) -> Result<Step, Error> {
        self.archive.add(&format!(",\"{}\":[", part.key()))?;
        Ok(Step::Json(part, (0, -1)))
    }

    async fn json(&mut self, part: Part, at: At) -> Result<Step, Error> {
        let (faces, viewer) = (self.faces.clone(), self.viewer.clone());
        let (rows, next) = match part {
            Part::KindWords if self.head.me.is_none() => (Vec::new(), None),
            Part::KindWords => {
                let own = self.viewer.face();
                listed(self.app.read(move |db| store::kind_words(db, own, at)).await?)?
            }
            Part::Threads => listed(self.app.read(move |db| store::threads(db, &faces, at)).await?)?,
            Part::Replies => listed(self.app.read(move |db| store::replies(db, &viewer, &faces, at)).await?)?,
        };
        let is_first = at == (0, -1);
        for (place, row) in rows.iter().enumerate() {
            let comma = if is_first && place == 0 { "" } else { "," };
            self.archive.add(&format!("{comma}{row}"))?;
        }
        match (next, part) {
            (Some(at), part) => Ok(Step::Json(part, at)),
            (None, Part::Replies) => {
                self.archive.add("]}")?;
                self.archive.begin("words.md")?;
                self.archive.add(&format!("# {}\n\n", self.words.t("export-words")))?;
                Ok(Step::Words(Part::Threads, (0, -1)))
            }
            (None, part) => {
                self.archive.add("]")?;
                self.opened(if part == Part::KindWords { Part::Threads } else { Part::Replies })
            }
        }
    }

    async fn words(&mut self, part: Part, at: At) -> Result<Step, Error> {
        let (faces, viewer) = (self.faces.clone(), self.viewer.clone());
        if part == Part::Threads {
            let (rows, next) = self.app.read(move |db| store::threads(db, &faces, at)).await?;
            rows.iter().try_for_each(|row| self.archive.add(&thread(row)))?;
            return Ok(next.map_or(Step::Words(Part::Replies, (0, -1)), |at| Step::Words(part, at)));
        }
        let (rows, next) = self.app.read(move |db| store::replies(db, &viewer, &faces, at)).await?;
        rows.iter().try_for_each(|row| self.archive.add(&reply(self.words, row)))?;
        if next.is_none() {
            self.archive.end()?;
        }
        Ok(next.map_or(Step::Over, |at| Step::Words(part, at)))
    }
}

impl Part {
    const fn key(self) -> &'static str {
        match self {
            Self::KindWords => "kind_words",
            Self::Threads => "threads",
            Self::Replies => "replies",
        }
    }
}

fn listed<T: Serialize>((rows, next): store::Page<T>) -> Result<(Vec<String>, Option<At>), Error> {
    let rows: Result<Vec<String>, _> = rows.iter().map(serde_json::to_string).collect();
    Ok((rows.map_err(Error::other)?, next))
}

fn thread(row: &ThreadCopyJson) -> String {
    let ThreadCopyJson { title, body, name, group, said_on, .. } = row;
    format!("## {title}\n\n*{name} · {group} · {said_on}*\n\n{body}\n\n---\n\n")
}

fn reply(words: &Words, row: &ReplyCopyJson) -> String {
    let ReplyCopyJson { body, name, thread, thread_title, said_on, .. } = row;
    let answers = thread_title.as_ref().unwrap_or(thread);
    format!(
        "## {}\n\n*{name} · {said_on}*\n\n{body}\n\n---\n\n",
        words.t1("export-in-answer", "thread", answers)
    )
}
