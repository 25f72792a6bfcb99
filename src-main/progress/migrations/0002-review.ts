/** Format 2: answers that were judged again, what review is made of, and a learner's settings. */
import type { Migration } from '../migrate.ts'

export const review: Migration = {
  version: 2,
  name: 'review',
  sql: `
    INSERT INTO event_kind VALUES ('recheck');

    -- Attempts by verdict and mistake, each in the order of the log.
    CREATE INDEX event_by_mistake ON event (judged, mistake, stamp, uuid, digest) WHERE judged IS NOT NULL;

    -- Derived from the log, as the standings are: what the last recheck says of an attempt, ...
    CREATE TABLE rechecked (uuid TEXT PRIMARY KEY, stamp INTEGER NOT NULL, by TEXT NOT NULL, judged TEXT NOT NULL, mistake TEXT) STRICT, WITHOUT ROWID;
    CREATE INDEX rechecked_by_time ON rechecked (stamp, by);
    -- ... the states of mastery and of review dates, as JSON with its CRC-32, and counts by day.
    CREATE TABLE derived (kind TEXT NOT NULL, key TEXT NOT NULL, state TEXT NOT NULL, sum INTEGER NOT NULL, PRIMARY KEY (kind, key)) STRICT, WITHOUT ROWID;
    CREATE TABLE tally (day INTEGER NOT NULL, what TEXT NOT NULL, count INTEGER NOT NULL, PRIMARY KEY (day, what)) STRICT, WITHOUT ROWID;

    CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
  `,
}
