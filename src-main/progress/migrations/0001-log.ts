/** Format 1: the log, the drafts, and what is derived from the log. */
import type { Migration } from '../migrate.ts'

export const log: Migration = {
  version: 1,
  name: 'log',
  sql: `
    CREATE TABLE event_kind (name TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
    INSERT INTO event_kind VALUES ('attempt'), ('hint'), ('solution'), ('skip');

    -- A question is kept once, however often it is tried.
    CREATE TABLE question (id INTEGER PRIMARY KEY, hash BLOB NOT NULL UNIQUE CHECK (length(hash) = 32), json TEXT NOT NULL) STRICT;

    CREATE TABLE event (
      seq INTEGER PRIMARY KEY,
      uuid TEXT NOT NULL,
      digest BLOB NOT NULL CHECK (length(digest) = 32),
      kind TEXT NOT NULL REFERENCES event_kind (name),
      stamp INTEGER NOT NULL,
      at INTEGER NOT NULL,
      learner TEXT NOT NULL,
      pack TEXT NOT NULL,
      pack_version TEXT NOT NULL,
      exercise TEXT NOT NULL,
      part TEXT NOT NULL,
      seed TEXT NOT NULL,
      question INTEGER REFERENCES question (id),
      answer TEXT,
      verdict TEXT,
      -- What the verdict says, out of its JSON, for queries.
      judged TEXT, proof TEXT, mistake TEXT,
      ms INTEGER NOT NULL CHECK (ms >= 0),
      app_version TEXT NOT NULL,
      repeats TEXT,
      detail TEXT,
      CHECK ((kind = 'attempt') = (answer IS NOT NULL)),
      CHECK ((answer IS NULL) = (verdict IS NULL)),
      UNIQUE (uuid, digest)
    ) STRICT;
    CREATE INDEX event_by_time ON event (stamp, uuid, digest);
    CREATE INDEX event_by_pack ON event (pack, stamp, uuid, digest);
    CREATE INDEX event_by_exercise ON event (pack, exercise, stamp, uuid, digest);
    CREATE INDEX event_by_part ON event (pack, exercise, part, stamp, uuid, digest);

    -- Evidence is long and seldom read: beside the log, not in it.
    CREATE TABLE evidence (seq INTEGER PRIMARY KEY REFERENCES event (seq), json TEXT NOT NULL) STRICT;

    CREATE TRIGGER event_is_kept_as_it_is BEFORE UPDATE ON event BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
    CREATE TRIGGER event_is_kept BEFORE DELETE ON event BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
    CREATE TRIGGER question_is_kept_as_it_is BEFORE UPDATE ON question BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
    CREATE TRIGGER question_is_kept BEFORE DELETE ON question BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
    CREATE TRIGGER evidence_is_kept_as_it_is BEFORE UPDATE ON evidence BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
    CREATE TRIGGER evidence_is_kept BEFORE DELETE ON evidence BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;

    CREATE TABLE draft (
      pack TEXT NOT NULL, exercise TEXT NOT NULL, part TEXT NOT NULL, seed TEXT NOT NULL,
      text TEXT NOT NULL, at INTEGER NOT NULL, digest BLOB NOT NULL,
      PRIMARY KEY (pack, exercise, part, seed)
    ) STRICT, WITHOUT ROWID;

    -- Derived from the log; rebuilt from it at any time.
    CREATE TABLE part_standing (
      pack TEXT NOT NULL, exercise TEXT NOT NULL, part TEXT NOT NULL,
      tries INTEGER NOT NULL, wrong INTEGER NOT NULL, hints INTEGER NOT NULL, hints_before INTEGER NOT NULL,
      solutions INTEGER NOT NULL, solutions_before INTEGER NOT NULL, skips INTEGER NOT NULL,
      first_try INTEGER, first_at INTEGER NOT NULL, right_at INTEGER, last_at INTEGER NOT NULL, ms INTEGER NOT NULL,
      PRIMARY KEY (pack, exercise, part)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE variant_standing (
      pack TEXT NOT NULL, exercise TEXT NOT NULL, part TEXT NOT NULL, seed TEXT NOT NULL,
      tries INTEGER NOT NULL, wrong INTEGER NOT NULL, hints INTEGER NOT NULL, hints_before INTEGER NOT NULL,
      solutions INTEGER NOT NULL, solutions_before INTEGER NOT NULL, skips INTEGER NOT NULL,
      first_try INTEGER, first_at INTEGER NOT NULL, right_at INTEGER, last_at INTEGER NOT NULL, ms INTEGER NOT NULL,
      PRIMARY KEY (pack, exercise, part, seed)
    ) STRICT, WITHOUT ROWID;
  `,
}
