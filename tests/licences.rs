//! What is linked into the binary: its licences, where it comes from, and what must stay out. `.deny.toml` says which.

use std::process::Command;

use serde::Deserialize;
use spdx::{Expression, ParseMode};

/// What `cargo metadata` says of one package.
#[derive(Deserialize)]
struct Package {
    name: String,
    license: Option<String>,
    source: Option<String>,
}

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
}

#[derive(Deserialize)]
struct Deny {
    licenses: Licenses,
    bans: Bans,
}

#[derive(Deserialize)]
struct Licenses {
    allow: Vec<String>,
}

#[derive(Deserialize)]
struct Bans {
    deny: Vec<Banned>,
}

#[derive(Deserialize)]
struct Banned {
    #[serde(rename = "crate")]
    name: String,
}

fn packages() -> Vec<Package> {
    let out = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--locked", "--offline"])
        .args(["--filter-platform", "x86_64-unknown-linux-gnu"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    serde_json::from_slice::<Metadata>(&out.stdout).unwrap().packages
}

fn rules() -> Deny {
    toml::from_str(include_str!("../.deny.toml")).unwrap()
}

/// Whether a licence can be met with those that are allowed.
fn is_met(licence: &str, allowed: &[String]) -> bool {
    Expression::parse_mode(licence, ParseMode::LAX)
        .is_ok_and(|expression| expression.evaluate(|asked| allowed.contains(&asked.license.to_string())))
}

#[test]
fn every_licence_is_one_that_was_read_and_allowed() {
    let allowed = rules().licenses.allow;
    let others: Vec<String> = packages()
        .into_iter()
        .filter(|package| !package.license.as_deref().is_some_and(|licence| is_met(licence, &allowed)))
        .map(|package| format!("{}: {}", package.name, package.license.unwrap_or_else(|| "none".to_owned())))
        .collect();
    assert!(others.is_empty(), "read these licences, then name them in .deny.toml: {others:#?}");
}

#[test]
fn nothing_comes_from_elsewhere_and_nothing_kept_out_is_in() {
    let packages = packages();
    assert!(packages.len() > 100, "only {} packages: is this the whole tree?", packages.len());
    for package in &packages {
        let is_ours = package.source.is_none() && package.name == env!("CARGO_PKG_NAME");
        let is_released = package.source.as_deref().is_some_and(|source| source.starts_with("registry+"));
        assert!(is_ours || is_released, "{} comes from {:?}", package.name, package.source);
        let is_kept_out = rules().bans.deny.iter().any(|banned| banned.name == package.name);
        assert!(!is_kept_out, "{} is to stay out: .deny.toml says why", package.name);
    }
}

#[test]
fn a_licence_is_met_by_one_side_of_an_or_and_both_of_an_and() {
    let allowed = ["MIT".to_owned(), "Zlib".to_owned()];
    for (licence, is_fine) in [
        ("MIT", true),
        ("MIT OR GPL-2.0-only", true),
        ("MIT/Apache-2.0", true),
        ("MIT AND GPL-2.0-only", false),
        ("(Zlib OR LGPL-3.0-only) AND MIT", true),
        ("Proprietary", false),
    ] {
        assert_eq!(is_met(licence, &allowed), is_fine, "{licence}");
    }
}
