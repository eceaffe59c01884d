//! How PostgreSQL's full text is asked.

use diesel::QueryResult;
use diesel::pg::Pg;
use diesel::query_builder::{AstPass, QueryFragment};
use diesel::sql_types::Text;

use super::{Indexed, Matches, Term, Terms};

impl QueryFragment<Pg> for Matches {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        out.push_sql("search_fts.words @@ to_tsquery('simple', ");
        out.push_bind_param::<Text, _>(&self.tsquery)?;
        out.push_sql(")");
        Ok(())
    }
}

impl QueryFragment<Pg> for Indexed {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        out.push_sql("to_tsvector('simple', ");
        out.push_bind_param::<Text, _>(&self.0)?;
        out.push_sql(")");
        Ok(())
    }
}

/// `'same' <-> 'here' & 'nigh':*`: words side by side, all of them wanted.
pub(super) fn asked(terms: &Terms) -> String {
    let phrase = |term: &Term| {
        let words: Vec<String> = term.words.iter().map(|word| format!("'{word}'")).collect();
        let star = if term.is_prefix { ":*" } else { "" };
        format!("({}{star})", words.join(" <-> "))
    };
    terms.all().iter().map(phrase).collect::<Vec<_>>().join(" & ")
}

#[test]
fn terms_become_neighbours() {
    let terms = Terms::parse("NEAR \"same here\" nigh");
    assert_eq!(asked(&terms), "('near') & ('same' <-> 'here') & ('nigh':*)");
}
