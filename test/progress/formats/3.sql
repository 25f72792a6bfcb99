-- A database of format 3 as SQL: that of format 2 with leaner indices, and what is derived worked out up to the last event. Never to be changed.
CREATE TABLE event_kind (name TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO event_kind VALUES ('attempt');
INSERT INTO event_kind VALUES ('hint');
INSERT INTO event_kind VALUES ('recheck');
INSERT INTO event_kind VALUES ('skip');
INSERT INTO event_kind VALUES ('solution');
CREATE TABLE question (id INTEGER PRIMARY KEY, hash BLOB NOT NULL UNIQUE CHECK (length(hash) = 32), json TEXT NOT NULL) STRICT;
INSERT INTO question VALUES (1, X'254E7D6EB54301ED6FCCF9AAFC32FFFF02A020360AA0560F884DD7005B582F61', '{"kind":"derivative","f":"||A x - y||^2","wrt":"A"}');
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
INSERT INTO event VALUES (1, '00000000-0000-4000-8000-000000000001', X'0419A45D62CF29496FD21FD3B3C63A0A08BA95E84D71C06769A81363365F5A75', 'attempt', 1793700000000, 1793700000000, 'Learner', 'matrix', '1.0.0', 'least-squares', 'a', '', 1, '(A x - y) x^T', '{"verdict":"incorrect","proof":"counterexample","diagnosis":[{"code":"factor"}]}', 'incorrect', 'counterexample', 'factor', 1500, '0.1.0', NULL, NULL);
INSERT INTO event VALUES (2, '00000000-0000-4000-8000-000000000002', X'06A5E2C478CF72E510951841B9F1C6C61706DE990A4FD92CB5FFFF950E723E80', 'hint', 1793700000001, 1793700000000, 'Learner', 'matrix', '1.0.0', 'least-squares', 'a', '', NULL, NULL, NULL, NULL, NULL, NULL, 100, '0.1.0', NULL, '{"hint":0}');
INSERT INTO event VALUES (3, '00000000-0000-4000-8000-000000000003', X'75A113FCA8C204D8E17B0FE940716D251D2EFF13D6A4EF366386BEE144D0C36F', 'attempt', 1793700000002, 1793700000000, 'Learner', 'matrix', '1.0.0', 'least-squares', 'a', '', 1, '2 (A x - y) x^T', '{"verdict":"correct","proof":"symbolic","diagnosis":[],"sentence":"Right."}', 'correct', 'symbolic', NULL, 1500, '0.1.0', NULL, NULL);
INSERT INTO event VALUES (4, '00000007-0000-4000-8000-000000000001', X'79421A91729C1EBEC45110902129CDB19299DDFEC5F3B0245FABCCFED7411DD1', 'recheck', 1795514400000, 1795514400000, 'Learner', 'matrix', '1.0.0', 'least-squares', 'a', '', NULL, NULL, NULL, NULL, NULL, NULL, 0, '0.1.0', NULL, '{"of":"00000000-0000-4000-8000-000000000003","verdict":{"verdict":"incorrect","proof":"symbolic","diagnosis":[]}}');
CREATE TABLE evidence (seq INTEGER PRIMARY KEY REFERENCES event (seq), json TEXT NOT NULL) STRICT;
INSERT INTO evidence VALUES (3, '{"normalForms":{"yours":["a"],"truth":["a"]}}');
CREATE TABLE draft (
      pack TEXT NOT NULL, exercise TEXT NOT NULL, part TEXT NOT NULL, seed TEXT NOT NULL,
      text TEXT NOT NULL, at INTEGER NOT NULL, digest BLOB NOT NULL,
      PRIMARY KEY (pack, exercise, part, seed)
    ) STRICT, WITHOUT ROWID;
INSERT INTO draft VALUES ('matrix', 'least-squares', 'b', '', '2 (A x', 1793700000000, X'2DD08753F463E8E78A4F51B564F3A328B3C621E3BEE9D20F99CE37E8CDC90ED0');
CREATE TABLE part_standing (
      pack TEXT NOT NULL, exercise TEXT NOT NULL, part TEXT NOT NULL,
      tries INTEGER NOT NULL, wrong INTEGER NOT NULL, hints INTEGER NOT NULL, hints_before INTEGER NOT NULL,
      solutions INTEGER NOT NULL, solutions_before INTEGER NOT NULL, skips INTEGER NOT NULL,
      first_try INTEGER, first_at INTEGER NOT NULL, right_at INTEGER, last_at INTEGER NOT NULL, ms INTEGER NOT NULL,
      PRIMARY KEY (pack, exercise, part)
    ) STRICT, WITHOUT ROWID;
INSERT INTO part_standing VALUES ('matrix', 'least-squares', 'a', 2, 2, 1, 1, 0, 0, 0, 0, 1793700000000, NULL, 1793700000000, 3100);
CREATE TABLE variant_standing (
      pack TEXT NOT NULL, exercise TEXT NOT NULL, part TEXT NOT NULL, seed TEXT NOT NULL,
      tries INTEGER NOT NULL, wrong INTEGER NOT NULL, hints INTEGER NOT NULL, hints_before INTEGER NOT NULL,
      solutions INTEGER NOT NULL, solutions_before INTEGER NOT NULL, skips INTEGER NOT NULL,
      first_try INTEGER, first_at INTEGER NOT NULL, right_at INTEGER, last_at INTEGER NOT NULL, ms INTEGER NOT NULL,
      PRIMARY KEY (pack, exercise, part, seed)
    ) STRICT, WITHOUT ROWID;
INSERT INTO variant_standing VALUES ('matrix', 'least-squares', 'a', '', 2, 2, 1, 1, 0, 0, 0, 0, 1793700000000, NULL, 1793700000000, 3100);
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO meta VALUES ('derived', 'dynamic-rasch-2');
INSERT INTO meta VALUES ('derived_to', '4');
INSERT INTO meta VALUES ('format', '3');
INSERT INTO meta VALUES ('learner', 'Learner');
INSERT INTO meta VALUES ('written_by', '0.1.0');
CREATE TABLE rechecked (uuid TEXT PRIMARY KEY, stamp INTEGER NOT NULL, by TEXT NOT NULL, judged TEXT NOT NULL, mistake TEXT) STRICT, WITHOUT ROWID;
INSERT INTO rechecked VALUES ('00000000-0000-4000-8000-000000000003', 1795514400000, '00000007-0000-4000-8000-000000000001', 'incorrect', NULL);
CREATE TABLE derived (kind TEXT NOT NULL, key TEXT NOT NULL, state TEXT NOT NULL, sum INTEGER NOT NULL, PRIMARY KEY (kind, key)) STRICT, WITHOUT ROWID;
INSERT INTO derived VALUES ('family', '["matrix","least-squares"]', '{"at":1793700000000,"day":20760,"zone":0,"exercise":"least-squares","outcomes":[],"before":null,"card":{"stability":0.212,"difficulty":6.4133,"at":1793700000000,"due":1793786400000,"intervalDays":1,"reviews":1,"lapses":0},"since":1793700000000,"met":[["13 1 least-squaresa",{"wrong":2,"hints":1,"solution":false,"right":false}]]}', 2152490281);
INSERT INTO derived VALUES ('last', '', '{"exercise":"6 13 matrixleast-squares","outcomes":[],"previous":[]}', 672814988);
CREATE TABLE tally (day INTEGER NOT NULL, what TEXT NOT NULL, count INTEGER NOT NULL, PRIMARY KEY (day, what)) STRICT, WITHOUT ROWID;
INSERT INTO tally VALUES (20760, 'mistake factor', 1);
INSERT INTO tally VALUES (20760, 'mistake other', 1);
INSERT INTO tally VALUES (20760, 'wrong', 2);
CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO setting VALUES ('appearance.theme', '"dark"');
INSERT INTO setting VALUES ('review.daily-load', '7');
CREATE INDEX event_by_time ON event (stamp, uuid, digest);
CREATE INDEX rechecked_by_time ON rechecked (stamp, by);
CREATE INDEX event_by_pack ON event (pack, stamp);
CREATE INDEX event_by_exercise ON event (pack, exercise, stamp, part);
CREATE INDEX event_by_mistake ON event (judged, mistake, stamp) WHERE judged IS NOT NULL;
CREATE TRIGGER event_is_kept_as_it_is BEFORE UPDATE ON event BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER event_is_kept BEFORE DELETE ON event BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER question_is_kept_as_it_is BEFORE UPDATE ON question BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER question_is_kept BEFORE DELETE ON question BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER evidence_is_kept_as_it_is BEFORE UPDATE ON evidence BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER evidence_is_kept BEFORE DELETE ON evidence BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
PRAGMA application_id = 1312967745;
PRAGMA user_version = 3;
