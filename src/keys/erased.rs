//! Who was erased: one line a person, beside the key ring and so in no backup of the database. When an old backup is put
//! back, they are erased again. A line is a hash of a random number, and says nothing of anybody without that backup.

use std::collections::HashMap;
use std::fs::{self, DirBuilder, OpenOptions};
use std::io::{ErrorKind, Write as _};
use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _};
use std::path::{Path, PathBuf};

use crate::kernel::{AccountId, Error, sha256_hex};

/// What ends a line of somebody whose words went with them, and of somebody whose words stayed.
const WORDS_GONE: &str = "gone";
const WORDS_STAY: &str = "stay";

/// The list. It only grows.
#[derive(Debug, Clone)]
pub struct Erased(PathBuf);

impl Erased {
    /// `erased.log` in a folder.
    #[must_use]
    pub fn within(folder: &Path) -> Self {
        Self(folder.join("erased.log"))
    }

    /// How somebody stands in the list: by a hash of their random number and of the ring their community belongs to.
    #[must_use]
    pub fn mark(ring: &str, account: AccountId) -> String {
        sha256_hex(format!("hearthside erased {ring} {account}").as_bytes())
    }

    /// Adds somebody, and returns once that is on the disk. Twice is the same as once.
    ///
    /// # Errors
    /// What the system said.
    pub fn note(&self, mark: &str, takes_words_back: bool) -> Result<(), Error> {
        if self.read()?.contains_key(mark) {
            return Ok(());
        }
        let words = if takes_words_back { WORDS_GONE } else { WORDS_STAY };
        let folder = self.0.parent().unwrap_or(Path::new("."));
        let write = || {
            DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
            let mut file = OpenOptions::new().create(true).append(true).mode(0o600).open(&self.0)?;
            // A line that was cut short by a crash ends before this one begins.
            file.write_all(format!("\n{mark} {words}\n").as_bytes())?;
            file.sync_all()?;
            fs::File::open(folder)?.sync_all()
        };
        write().map_err(Error::other)
    }

    /// Everybody in it, by mark, and whether their words went too.
    ///
    /// # Errors
    /// What the system said.
    pub fn read(&self) -> Result<HashMap<String, bool>, Error> {
        let text = match fs::read_to_string(&self.0) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(HashMap::new()),
            text => text.map_err(Error::other)?,
        };
        let lines = text.lines().filter_map(|line| line.split_once(' '));
        Ok(lines.map(|(mark, words)| (mark.to_owned(), words == WORDS_GONE)).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_grows_by_whole_lines_and_a_torn_one_harms_no_other() {
        let folder = std::env::temp_dir().join(format!("hearthside-erased-{}", std::process::id()));
        let list = Erased::within(&folder.join("keys"));
        assert!(list.read().unwrap().is_empty());
        list.note("aa", true).unwrap();
        OpenOptions::new().append(true).open(&list.0).unwrap().write_all(b"torn").unwrap();
        list.note("bb", false).unwrap();
        list.note("aa", false).unwrap();
        let read = list.read().unwrap();
        assert_eq!((read.len(), read["aa"], read["bb"]), (2, true, false));
        fs::remove_dir_all(&folder).unwrap();
    }
}
