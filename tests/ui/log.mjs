// What must never stand in a server's log: addresses, names, return words, e-mail (the same look as in tests/harness/log.rs).

const ADDRESS = /\b\d{1,3}(\.\d{1,3}){3}\b|(^|[^0-9a-z:])(([0-9a-f]{1,4}:){4,}[0-9a-f]{1,4}|[0-9a-f:]*::[0-9a-f:]*\d[0-9a-f:]*)([^0-9a-z:]|$)/i;

/** A line for each line of a log that holds an address, an e-mail, or one of these secrets. */
export function logFaults(log, secrets) {
  return log.split('\n').flatMap((line) => {
    const lower = line.toLowerCase();
    const held = secrets.find((secret) => lower.includes(secret.toLowerCase()));
    const why = held ?? (ADDRESS.test(line) ? 'an address' : line.includes('@') ? 'an e-mail' : undefined);
    return why ? [`the log holds ${why}: ${line}`] : [];
  });
}

const guilty = ['from 203.0.113.7:4711', 'peer [2001:db8:0:0:0:0:7:1]', 'peer ::1 left', 'Slow River came', 'a@b.example'];
const innocent = ['{"timestamp":"2026-11-26T04:05:06.123Z","target":"hearthside::jobs::runner"}', 'version 1.2.3'];
if (guilty.some((line) => logFaults(line, ['Slow River']).length !== 1) || innocent.some((line) => logFaults(line, ['Slow River']).length > 0)) {
  throw new Error('the look at the log is blind');
}
