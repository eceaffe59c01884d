//! How SQLite's FTS5 is asked.

use diesel::QueryResult;
use diesel::query_builder::{AstPass, QueryFragment};
use diesel::sql_types::Text;
use diesel::sqlite::Sqlite;

use super::{Indexed, Matches, Term, Terms};

impl QueryFragment<Sqlite> for Matches {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Sqlite>) -> QueryResult<()> {
        out.push_sql("search_fts MATCH ");
        out.push_bind_param::<Text, _>(&self.fts5)
    }
}

impl QueryFragment<Sqlite> for Indexed {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Sqlite>) -> QueryResult<()> {
        out.push_bind_param::<Text, _>(&self.0)
    }
}

/// `"same here" "nigh"*`: phrases in quotes, all of them wanted.
pub(super) fn asked(terms: &Terms) -> String {
    let phrase = |term: &Term| {
        let star = if term.is_prefix { "*" } else { "" };
        format!("\"{}\"{star}", term.words.join(" "))
    };
    terms.all().iter().map(phrase).collect::<Vec<_>>().join(" ")
}

#[test]
fn terms_become_quoted_phrases() {
    assert_eq!(asked(&Terms::parse("NEAR \"same here\" nigh")), r#""near" "same here" "nigh"*"#);
}
