//! Styles, scripts, app icons and locales, embedded at build time by `frontend/build.rs`.

/// One embedded file with its compressed copies.
#[derive(Debug)]
pub struct Asset {
    /// What templates call it: `lamplight.js`.
    pub name: &'static str,
    /// Where it is served: `/static/lamplight.0f3a…​.js`.
    pub path: &'static str,
    /// Value of `Content-Type`.
    pub content_type: &'static str,
    /// Value of `ETag`; weak, because one tag stands for all three encodings.
    pub etag: &'static str,
    /// True if the path changes with the bytes, so that caches may keep it for good.
    pub immutable: bool,
    /// The bytes as they are.
    pub raw: &'static [u8],
    /// The bytes under `Content-Encoding: br`.
    pub brotli: &'static [u8],
    /// The bytes under `Content-Encoding: gzip`.
    pub gzip: &'static [u8],
}

/// Every embedded file.
pub static ASSETS: &[Asset] = include!(concat!(env!("OUT_DIR"), "/assets.rs"));

/// Every locale file: language, name without ending, Fluent text.
pub static LOCALES: &[(&str, &str, &str)] = include!(concat!(env!("OUT_DIR"), "/locales.rs"));

/// The address of a file by the name templates use.
///
/// An unknown name gives an address that answers 404; a test looks through the templates for such names.
pub fn url(name: &str) -> &'static str {
    ASSETS.iter().find(|asset| asset.name == name).map_or("/static/unknown", |asset| asset.path)
}

/// The file served at this path.
pub fn find(path: &str) -> Option<&'static Asset> {
    ASSETS.iter().find(|asset| asset.path == path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_leads_to_a_hashed_path_and_back() {
        for asset in ASSETS {
            assert_eq!(find(url(asset.name)).map(|found| found.name), Some(asset.name));
            assert_eq!(asset.immutable, asset.path.starts_with("/static/"), "{}", asset.path);
        }
        assert!(find(url("nobody.css")).is_none());
        assert!(find("/static/lamplight.css").is_none());
    }

    #[test]
    fn the_worker_keeps_one_address_and_knows_every_other_file() {
        let worker = find("/sw.js").expect("a worker");
        let text = std::str::from_utf8(worker.raw).expect("text");
        for asset in ASSETS.iter().filter(|asset| asset.immutable && asset.content_type != "image/png") {
            assert!(text.contains(asset.path), "{}", asset.path);
        }
        assert!(!text.contains("/*"), "a placeholder is left");
    }

    #[test]
    fn weights_stay_under_the_budget() {
        let weight = |name| find(url(name)).map_or(usize::MAX, |asset| asset.brotli.len());
        for (name, most) in [("lamplight.js", 6_000), ("lamplight.css", 8_000)] {
            assert!(weight(name) <= most, "{name} weighs {}", weight(name));
        }
        let worker = find("/sw.js").map_or(usize::MAX, |asset| asset.brotli.len());
        assert!(weight("lamplight.js") + worker <= 10_000, "scripts weigh {worker} more");
    }

    #[test]
    fn gzip_copies_tell_the_size_of_the_whole() {
        for asset in ASSETS {
            assert_eq!(asset.gzip.first_chunk(), Some(&[0x1f, 0x8b, 8]), "{}", asset.name);
            let size = asset.gzip.last_chunk().map(|tail| u32::from_le_bytes(*tail));
            assert_eq!(size, u32::try_from(asset.raw.len()).ok(), "{}", asset.name);
            assert!(!asset.brotli.is_empty() && asset.brotli.len() <= asset.gzip.len(), "{}", asset.name);
        }
    }
}
