//! What nobody takes back goes by itself, after as many days as the host chose: some at a time, and never because a clock
//! jumped.

use crate::admin::settings;
use crate::db::Tx;
use crate::forum::{drafts, held, lasting, threads};
use crate::identity::accounts;
use crate::jobs::{self, Calm, Job, Task};
use crate::kernel::{Day, Error};
use crate::notify::inbox;

/// The job.
pub const SWEEP: &str = "sweep-kept";
/// Rows of one kind in one turn; seconds until the next turn, and while there is more of the same.
const AT_ONCE: i64 = 500;
const TURN_S: i64 = 3_600;
const SOON_S: i64 = 60;

type Sweep = fn(&mut Tx<'_>, Day, i64) -> Result<usize, Error>;

/// One turn.
///
/// # Errors
/// A fault of the database.
pub fn sweep(tx: &mut Tx<'_>, job: &Job) -> Result<(), Error> {
    let today = tx.now().day();
    let (calm, rests) = Calm::of(&job.payload).turn(today);
    let mut after_s = TURN_S;
    if let Some(days) = settings::keeping(tx)?.filter(|_| !rests) {
        let kinds: [(i64, Sweep); 4] = [
            (days.wordings, threads::sweep_revisions),
            (days.notices, inbox::sweep),
            (days.drafts, drafts::sweep),
            (days.away, accounts::close_unused),
        ];
        let own: [Sweep; 4] =
            [lasting::end_words, lasting::sweep_quiet, lasting::sweep_remains, held::end_sent_back];
        let kinds = kinds.into_iter().chain(own.map(|sweep| (0, sweep)));
        for (days, sweep) in kinds {
            let gone = sweep(tx, today.plus(-days), AT_ONCE)?;
            if i64::try_from(gone).is_ok_and(|gone| gone >= AT_ONCE) {
                after_s = SOON_S;
            }
        }
    }
    jobs::add(tx, &Task { payload: calm.payload(), ..Task::new(SWEEP).single(after_s) })
}
