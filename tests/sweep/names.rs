//! What a door may be asked by name: the fields that the source of its slice names. A door is sent each of these by itself, and
//! all others together, since it does not look at them.

use std::collections::BTreeSet;
use std::path::Path;

/// Before the name of a field where it is read from a form.
const READS: [&str; 4] = [".one(\"", ".sent(\"", ".has(\"", ".all(\""];
/// Names that no line reads as they are: put together while the server runs, given to a function, or a key of a device.
const ELSE: &str = "act care p256dh quiet_from quiet_until rule-lapse times to-lapse";
/// Slices that read fields for others: whoever writes words in a group.
const FOR_OTHERS: &str = "src/forum/";

/// The source, a file each: its folder, whether it is a door or stands beside one, and what it says.
pub struct Names {
    files: Vec<(String, bool, String)>,
    read: BTreeSet<String>,
    for_others: BTreeSet<String>,
}

impl Names {
    /// As the source has it now.
    pub fn read() -> Self {
        let mut files = Vec::new();
        walk(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src")), "src", &mut files);
        let read = files.iter().flat_map(|(.., text)| fields_in(text));
        let read: BTreeSet<String> = read.chain(ELSE.split(' ').map(str::to_owned)).collect();
        assert!(read.len() > 100, "the fields were not found");
        let lends = |(folder, is_door, text): &&(String, bool, String)| {
            !is_door && folder.starts_with(FOR_OTHERS) && text.contains("&Fields")
        };
        let for_others = files.iter().filter(lends).flat_map(|(.., text)| fields_in(text)).collect();
        Self { files, read, for_others }
    }

    /// The fields a form of this door may hold, and all that other doors read.
    pub fn fields(&self, path: &str) -> (BTreeSet<String>, BTreeSet<String>) {
        let folders = self.folders(path);
        let texts: Vec<&str> = self
            .files
            .iter()
            .filter(|(folder, ..)| folders.contains(folder))
            .map(|(.., text)| text.as_str())
            .collect();
        let is_named = |name: &&String| {
            let named =
                name.split_once('-').map_or_else(|| format!("\"{name}\""), |(stem, _)| format!("\"{stem}-"));
            texts.iter().any(|text| text.contains(&named))
        };
        let mut own: BTreeSet<String> = self.read.iter().filter(is_named).cloned().collect();
        if folders.iter().any(|folder| folder.starts_with(FOR_OTHERS) || folder == "src/web") {
            own.extend(self.for_others.iter().cloned());
        }
        let others = self.read.difference(&own).cloned().collect();
        (own, others)
    }

    /// Of these questions, those that stand in the doors of this one's slice; and the others.
    pub fn asked(&self, path: &str, all: &'static str) -> (Vec<&'static str>, Vec<&'static str>) {
        let folders = self.folders(path);
        let doors: Vec<&str> = self
            .files
            .iter()
            .filter(|(folder, is_door, _)| *is_door && folders.contains(folder))
            .map(|(.., text)| text.as_str())
            .collect();
        all.split_whitespace().partition(|name| doors.iter().any(|text| holds(text, name)))
    }

    /// Where a door stands. None is a fault of this proof: it would skip what the door reads.
    fn folders(&self, path: &str) -> BTreeSet<String> {
        let sign = format!("\"{path}\"");
        let stands = |(.., text): &&(String, bool, String)| text.contains(&sign) && text.contains("doors");
        let found: BTreeSet<String> =
            self.files.iter().filter(stands).map(|(folder, ..)| folder.clone()).collect();
        assert!(!found.is_empty(), "{path} stands in no file");
        found
    }
}

/// The slice of each file; `pages/` and `api/` belong to what they are the doors of.
fn walk(folder: &Path, slice: &str, found: &mut Vec<(String, bool, String)>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let is_room = ["pages", "api"].contains(&name.as_str());
        if path.is_dir() {
            walk(&path, &if is_room { slice.to_owned() } else { format!("{slice}/{name}") }, found);
        } else if let Some(stem) = name.strip_suffix(".rs") {
            let is_door = ["pages", "api", "forms"].contains(&stem)
                || folder.ends_with("pages")
                || folder.ends_with("api");
            found.push((
                slice.to_owned(),
                is_door || slice == "src/web",
                std::fs::read_to_string(&path).unwrap(),
            ));
        }
    }
}

fn fields_in(text: &str) -> Vec<String> {
    let named = |read: &&str| {
        text.split(*read)
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    READS.iter().flat_map(named).collect()
}

/// Whether a word stands there by itself.
fn holds(text: &str, word: &str) -> bool {
    let is_part = |c: char| c.is_alphanumeric() || c == '_';
    text.match_indices(word)
        .any(|(at, _)| !text[..at].ends_with(is_part) && !text[at + word.len()..].starts_with(is_part))
}
