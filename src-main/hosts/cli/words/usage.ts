/** How the commands are called, in both languages. */

export const english = `Usage:
  nabla check [--evidence] [--language en|de] [FILE]
                                    judge answers: JSON Lines {"id", "question", "answer"}, one verdict a line
  nabla derive [FILE]               derive answers: JSON Lines {"id", "question"}
Without FILE, or with -, standard input is read.

Exercise packs, each a folder or a .nabla file; with --language de all of these speak German:
  nabla lint [--json] [--errors] PACK…   tell everything that is wrong with packs; every test is run
  nabla test [--json] PACK…              run the tests of packs and nothing else
  nabla grade [--json] PACK FILE         mark a file of answers (CSV or JSON Lines: exercise, part, seed, answer, …), one row a row
  nabla schema [exercise|pack]           the JSON Schema of exercise files (or of pack.yaml), for editors
  nabla export FOLDER [--out FILE]       make one .nabla file of a folder; the same folder gives the same bytes
  nabla import [--preview] FILE…         install packs, or only say what they would bring
  nabla remove PACK-ID                   take an installed pack off the shelf; progress stays

A learner's progress; with --language de these speak German, too:
  nabla doctor [--learner NAME] [--json]  look the progress over, and mend what can be mended without loss
  nabla rebuild [--learner NAME] [--json] work out again everything that is derived from the log of attempts
  nabla recheck [--preview] [--learner NAME] [--json]
                                          judge all answers again, and tell (or only tell) which come out otherwise;
                                          what was said before is always kept

With --data FOLDER the last five use another data folder than the usual one. Status: 0 where all is fine, 1 where problems were told,
2 where the command was not understood or a file could not be read.
`

export const german = `Aufruf:
  nabla check [--evidence] [--language en|de] [DATEI]
                                    beurteilt Antworten: JSON Lines {"id", "question", "answer"}, ein Urteil je Zeile
  nabla derive [DATEI]              leitet Antworten her: JSON Lines {"id", "question"}
Ohne DATEI, oder mit -, wird die Standardeingabe gelesen.

Aufgabenpakete, jedes ein Ordner oder eine .nabla-Datei; mit --language de sprechen alle diese Befehle Deutsch:
  nabla lint [--json] [--errors] PAKET…  sagt alles, was an Paketen nicht stimmt; jeder Test läuft
  nabla test [--json] PAKET…             lässt die Tests von Paketen laufen und sonst nichts
  nabla grade [--json] PAKET DATEI       bewertet eine Datei mit Antworten (CSV oder JSON Lines: exercise, part, seed, answer, …), Zeile für Zeile
  nabla schema [exercise|pack]           das JSON-Schema von Aufgabendateien (oder von pack.yaml), für Editoren
  nabla export ORDNER [--out DATEI]      macht aus einem Ordner eine .nabla-Datei; derselbe Ordner gibt dieselben Bytes
  nabla import [--preview] DATEI…        installiert Pakete oder sagt nur, was sie brächten
  nabla remove KENNUNG                   nimmt ein installiertes Paket aus dem Regal; der Fortschritt bleibt

Der Fortschritt; mit --language de sprechen auch diese Deutsch:
  nabla doctor [--learner NAME] [--json]  sieht den Fortschritt durch und behebt, was sich ohne Verlust beheben lässt
  nabla rebuild [--learner NAME] [--json] rechnet alles, was aus den Versuchen folgt, noch einmal aus
  nabla recheck [--preview] [--learner NAME] [--json]
                                          beurteilt alle Antworten noch einmal und sagt (oder sagt nur), welche anders ausfallen;
                                          was vorher gesagt wurde, bleibt immer erhalten

Mit --data ORDNER nehmen die letzten fünf einen anderen Datenordner als den üblichen. Status: 0, wo alles stimmt, 1, wo Probleme gesagt
wurden, 2, wo der Befehl nicht verstanden wurde oder eine Datei nicht lesbar war.
`
