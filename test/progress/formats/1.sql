-- A database of format 1 as SQL: its tables, one wrong attempt, a hint, a right attempt and a draft. Never to be changed.
CREATE TABLE event_kind (name TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO event_kind VALUES ('attempt');
INSERT INTO event_kind VALUES ('hint');
INSERT INTO event_kind VALUES ('skip');
INSERT INTO event_kind VALUES ('solution');
CREATE TABLE question (id INTEGER PRIMARY KEY, hash BLOB NOT NULL UNIQUE CHECK (length(hash) = 32), json TEXT NOT NULL) STRICT;
INSERT INTO question VALUES (1, x'254e7d6eb54301ed6fccf9aafc32ffff02a020360aa0560f884dd7005b582f61', '{"kind":"derivative","f":"||A x - y||^2","wrt":"A"}');
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
INSERT INTO event VALUES (1, '00000000-0000-4000-8000-000000000001', x'0419a45d62cf29496fd21fd3b3c63a0a08ba95e84d71c06769a81363365f5a75', 'attempt', 1793700000000, 1793700000000, 'Learner', 'matrix', '1.0.0', 'least-squares', 'a', '', 1, '(A x - y) x^T', '{"verdict":"incorrect","proof":"counterexample","diagnosis":[{"code":"factor"}]}', 'incorrect', 'counterexample', 'factor', 1500, '0.1.0', NULL, NULL);
INSERT INTO event VALUES (2, '00000000-0000-4000-8000-000000000002', x'06a5e2c478cf72e510951841b9f1c6c61706de990a4fd92cb5ffff950e723e80', 'hint', 1793700000001, 1793700000000, 'Learner', 'matrix', '1.0.0', 'least-squares', 'a', '', NULL, NULL, NULL, NULL, NULL, NULL, 100, '0.1.0', NULL, '{"hint":0}');
INSERT INTO event VALUES (3, '00000000-0000-4000-8000-000000000003', x'75a113fca8c204d8e17b0fe940716d251d2eff13d6a4ef366386bee144d0c36f', 'attempt', 1793700000002, 1793700000000, 'Learner', 'matrix', '1.0.0', 'least-squares', 'a', '', 1, '2 (A x - y) x^T', '{"verdict":"correct","proof":"symbolic","diagnosis":[],"sentence":"Right."}', 'correct', 'symbolic', NULL, 1500, '0.1.0', NULL, NULL);
CREATE TABLE evidence (seq INTEGER PRIMARY KEY REFERENCES event (seq), json TEXT NOT NULL) STRICT;
INSERT INTO evidence VALUES (3, '{"normalForms":{"yours":["a"],"truth":["a"]}}');
CREATE TABLE draft (
      pack TEXT NOT NULL, exercise TEXT NOT NULL, part TEXT NOT NULL, seed TEXT NOT NULL,
      text TEXT NOT NULL, at INTEGER NOT NULL, digest BLOB NOT NULL,
      PRIMARY KEY (pack, exercise, part, seed)
    ) STRICT, WITHOUT ROWID;
INSERT INTO draft VALUES ('matrix', 'least-squares', 'b', '', '2 (A x', 1793700000000, x'2dd08753f463e8e78a4f51b564f3a328b3c621e3bee9d20f99ce37e8cdc90ed0');
CREATE TABLE part_standing (
      pack TEXT NOT NULL, exercise TEXT NOT NULL, part TEXT NOT NULL,
      tries INTEGER NOT NULL, wrong INTEGER NOT NULL, hints INTEGER NOT NULL, hints_before INTEGER NOT NULL,
      solutions INTEGER NOT NULL, solutions_before INTEGER NOT NULL, skips INTEGER NOT NULL,
      first_try INTEGER, first_at INTEGER NOT NULL, right_at INTEGER, last_at INTEGER NOT NULL, ms INTEGER NOT NULL,
      PRIMARY KEY (pack, exercise, part)
    ) STRICT, WITHOUT ROWID;
INSERT INTO part_standing VALUES ('matrix', 'least-squares', 'a', 2, 1, 1, 1, 0, 0, 0, 0, 1793700000000, 1793700000000, 1793700000000, 3100);
CREATE TABLE variant_standing (
      pack TEXT NOT NULL, exercise TEXT NOT NULL, part TEXT NOT NULL, seed TEXT NOT NULL,
      tries INTEGER NOT NULL, wrong INTEGER NOT NULL, hints INTEGER NOT NULL, hints_before INTEGER NOT NULL,
      solutions INTEGER NOT NULL, solutions_before INTEGER NOT NULL, skips INTEGER NOT NULL,
      first_try INTEGER, first_at INTEGER NOT NULL, right_at INTEGER, last_at INTEGER NOT NULL, ms INTEGER NOT NULL,
      PRIMARY KEY (pack, exercise, part, seed)
    ) STRICT, WITHOUT ROWID;
INSERT INTO variant_standing VALUES ('matrix', 'least-squares', 'a', '', 2, 1, 1, 1, 0, 0, 0, 0, 1793700000000, 1793700000000, 1793700000000, 3100);
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO meta VALUES ('format', '1');
INSERT INTO meta VALUES ('learner', 'Learner');
INSERT INTO meta VALUES ('written_by', '0.1.0');
CREATE INDEX event_by_time ON event (stamp, uuid, digest);
CREATE INDEX event_by_pack ON event (pack, stamp, uuid, digest);
CREATE INDEX event_by_exercise ON event (pack, exercise, stamp, uuid, digest);
CREATE INDEX event_by_part ON event (pack, exercise, part, stamp, uuid, digest);
CREATE TRIGGER event_is_kept_as_it_is BEFORE UPDATE ON event BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER event_is_kept BEFORE DELETE ON event BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER question_is_kept_as_it_is BEFORE UPDATE ON question BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER question_is_kept BEFORE DELETE ON question BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER evidence_is_kept_as_it_is BEFORE UPDATE ON evidence BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER evidence_is_kept BEFORE DELETE ON evidence BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
PRAGMA application_id = 1312967745;
PRAGMA user_version = 1;
