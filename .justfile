# What people do here. `just` alone lists it.

default:
    @just --justfile {{justfile()}} --list

# Everything a change must pass, in the order that fails soonest
check:
    tests/run

# The quick half: tidy, format, lints, tests on SQLite
test:
    tests/run quick

# The house rules alone, in two seconds
tidy:
    tests/run tidy

# Rewrite the generated pages and snapshots; read the diff before keeping it
bless:
    HEARTHSIDE_BLESS=1 INSTA_UPDATE=always tests/run quick
    git diff --stat

# A seeded town at http://127.0.0.1:8080, with return words to come in as each person
dev *flags:
    cargo run -- dev {{flags}}

# Rates and ratios behind docs/operate/capacity.md
bench *filter:
    cargo bench -- {{filter}}
