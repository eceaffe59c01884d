//! Programs that try to find out who an alias is. Each must fail; and each must succeed as soon as a leak is planted.

mod commits;
