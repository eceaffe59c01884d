//! Turns `frontend/` into bytes inside the binary: one style sheet, one script, hashed names, compressed copies, icons, locales.
//! Needs neither Node nor a network.
#![expect(clippy::disallowed_methods, reason = "cargo tells a build script its folders in variables alone")]

use std::error::Error;
use std::fmt::Write as _;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::{env, fs};

use sha2::{Digest, Sha256};

type Outcome<T> = Result<T, Box<dyn Error>>;

/// One file to embed: what templates call it, where it is served, its bytes.
struct Item {
    name: String,
    path: String,
    content_type: &'static str,
    bytes: Vec<u8>,
    immutable: bool,
}

fn main() -> Outcome<()> {
    let frontend = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?).join("frontend");
    let out = PathBuf::from(env::var("OUT_DIR")?);
    for folder in ["styles", "scripts", "icons", "locales", "build.rs"] {
        writeln!(io::stdout(), "cargo:rerun-if-changed={}", frontend.join(folder).display())?;
    }
    let mut items = vec![hashed("lamplight.css", style(&frontend.join("styles"))?.into_bytes())?];
    for ending in ["svg", "png"] {
        for file in files(&frontend.join("icons/app"), ending)? {
            items.push(hashed(file_name(&file)?, fs::read(&file)?)?);
        }
    }
    items.push(hashed("lamplight.js", script(&frontend.join("scripts"))?.into_bytes())?);
    // For the few pages that cover themselves, take the lock of a device, turn its notices on, or keep a plan on it.
    for name in ["lock.js", "passkey.js", "plan.js", "push.js"] {
        let alone = lean(&fs::read_to_string(frontend.join("scripts").join(name))?, "//");
        items.push(hashed(name, alone.into_bytes())?);
    }
    if let Some(worker) = worker(&frontend.join("scripts/sw.js"), &items)? {
        items.push(worker);
    }
    fs::write(out.join("assets.rs"), asset_table(&items, &out)?)?;
    fs::write(out.join("icons.rs"), icon_table(&frontend.join("icons"))?)?;
    fs::write(out.join("locales.rs"), locale_table(&frontend.join("locales"))?)?;
    Ok(())
}

/// Every style file in the order of its path; the numbers in the names are the cascade.
fn style(folder: &Path) -> Outcome<String> {
    let mut paths = files(folder, "css")?;
    for inner in fs::read_dir(folder)? {
        let inner = inner?.path();
        if inner.is_dir() {
            paths.extend(files(&inner, "css")?);
        }
    }
    paths.sort();
    let mut all = String::new();
    for path in paths {
        all.push_str(&lean(&without_comments(&fs::read_to_string(path)?), "\u{0}"));
    }
    Ok(all)
}

/// Every script but those that stand alone, in one file: a page then costs one request, and the next page none. Each keeps its names to
/// itself, and one that stops does not stop the others.
fn script(folder: &Path) -> Outcome<String> {
    let mut all = String::new();
    for path in files(folder, "js")? {
        if !["lock.js", "passkey.js", "plan.js", "push.js", "sw.js"].contains(&file_name(&path)?) {
            let part = lean(&fs::read_to_string(&path)?, "//");
            write!(all, "try {{\n{part}}} catch (fault) {{ setTimeout(() => {{ throw fault; }}); }}\n")?;
        }
    }
    Ok(all)
}

/// Drops `/* … */`. Our style sheets have no string that holds one.
fn without_comments(css: &str) -> String {
    let mut kept = String::new();
    for (index, piece) in css.split("/*").enumerate() {
        match (index, piece.split_once("*/")) {
            (0, _) => kept.push_str(piece),
            (_, Some((_, after))) => kept.push_str(after),
            (_, None) => {}
        }
    }
    kept
}

/// Drops indentation, empty lines and lines that are only a comment. Our scripts have no text over several lines.
fn lean(text: &str, comment: &str) -> String {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with(comment));
    lines.fold(String::new(), |kept, line| kept + line + "\n")
}

/// The worker keeps one address, so that browsers find its next version; it is told what to keep.
fn worker(file: &Path, items: &[Item]) -> Outcome<Option<Item>> {
    if !file.exists() {
        return Ok(None);
    }
    // A home screen asks for its picture once, with a network.
    let needed = items.iter().filter(|item| item.content_type != "image/png");
    let shell: Vec<String> = needed.map(|item| format!("'{}'", item.path)).collect();
    let text = lean(&fs::read_to_string(file)?, "//").replace("/* shell */", &shell.join(","));
    let text = text.replace("/* edition */", &digest(text.as_bytes()));
    let mut item = hashed("sw.js", text.into_bytes())?;
    item.path = "/sw.js".into();
    item.immutable = false;
    Ok(Some(item))
}

fn hashed(name: &str, bytes: Vec<u8>) -> Outcome<Item> {
    let (stem, ending) = name.rsplit_once('.').ok_or("a file without an ending")?;
    let content_type = match ending {
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        other => return Err(format!("no content type for .{other}").into()),
    };
    let path = format!("/static/{stem}.{}.{ending}", digest(&bytes));
    Ok(Item { name: name.into(), path, content_type, bytes, immutable: true })
}

/// The first ten hex digits of the SHA-256.
fn digest(bytes: &[u8]) -> String {
    let sum = Sha256::digest(bytes);
    sum.iter().take(5).fold(String::new(), |text, byte| format!("{text}{byte:02x}"))
}

fn asset_table(items: &[Item], out: &Path) -> Outcome<String> {
    let mut table = String::from("&[\n");
    for item in items {
        let raw = out.join(&item.name);
        fs::write(&raw, &item.bytes)?;
        fs::write(out.join(format!("{}.br", item.name)), brotli(&item.bytes)?)?;
        fs::write(out.join(format!("{}.gz", item.name)), gzip(&item.bytes)?)?;
        writeln!(
            table,
            "Asset {{ name: {:?}, path: {:?}, content_type: {:?}, etag: {:?}, immutable: {}, raw: include_bytes!({raw:?}), \
             brotli: include_bytes!(\"{raw}.br\"), gzip: include_bytes!(\"{raw}.gz\") }},",
            item.name,
            item.path,
            item.content_type,
            format!("W/\"{}\"", digest(&item.bytes)),
            item.immutable,
            raw = raw.display().to_string(),
        )?;
    }
    Ok(table + "]")
}

fn brotli(bytes: &[u8]) -> Outcome<Vec<u8>> {
    let params = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    let mut small = Vec::new();
    brotli::BrotliCompress(&mut io::Cursor::new(bytes), &mut small, &params)?;
    Ok(small)
}

fn gzip(bytes: &[u8]) -> Outcome<Vec<u8>> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}

/// `(name, markup)`, in order of name. The file on disk says by its class whether it flips in right-to-left writing.
fn icon_table(folder: &Path) -> Outcome<String> {
    let mut table = String::from("&[\n");
    for file in files(folder, "svg")? {
        let text = fs::read_to_string(&file)?;
        let (head, rest) = text.split_once('>').ok_or("an icon without a root")?;
        let shapes = rest.trim_end().strip_suffix("</svg>").ok_or("an icon without an end")?;
        let class = if head.contains("\"icon flip\"") { "icon flip" } else { "icon" };
        let markup = format!(
            r#"<svg class="{class}" viewBox="0 0 24 24" aria-hidden="true" focusable="false">{shapes}</svg>"#
        );
        let name = file_name(&file)?.trim_end_matches(".svg");
        writeln!(table, "({name:?}, {markup:?}),")?;
    }
    Ok(table + "]")
}

/// `(language, name, text)`, in order of language and name.
fn locale_table(folder: &Path) -> Outcome<String> {
    let mut table = String::from("&[\n");
    let mut languages: Vec<PathBuf> = match fs::read_dir(folder) {
        Ok(found) => found.map(|entry| entry.map(|entry| entry.path())).collect::<Result<_, _>>()?,
        Err(_) => Vec::new(),
    };
    languages.sort();
    for language in languages.iter().filter(|path| path.is_dir()) {
        for file in files(language, "ftl")? {
            let name = file_name(&file)?.trim_end_matches(".ftl");
            writeln!(
                table,
                "({:?}, {name:?}, include_str!({:?})),",
                file_name(language)?,
                file.display().to_string()
            )?;
        }
    }
    Ok(table + "]")
}

/// The files of a folder with this ending, in order of name; none if the folder is absent.
fn files(folder: &Path, ending: &str) -> Outcome<Vec<PathBuf>> {
    if !folder.exists() {
        return Ok(Vec::new());
    }
    let found: Vec<PathBuf> =
        fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect::<Result<_, _>>()?;
    let mut kept: Vec<PathBuf> =
        found.into_iter().filter(|path| path.extension().is_some_and(|found| found == ending)).collect();
    kept.sort();
    Ok(kept)
}

fn file_name(path: &Path) -> Outcome<&str> {
    path.file_name().and_then(|name| name.to_str()).ok_or_else(|| "a file name that is not text".into())
}
