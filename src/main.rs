//! The server's one binary.

use std::process::ExitCode;

fn main() -> ExitCode {
    hearthside::cli::main()
}
