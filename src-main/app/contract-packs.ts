/** The calls by which exercise packs come and go: a part of the contract's table. */
import { z } from 'zod'

const packId = z.string().min(1).max(100)
/** Bytes as base64. A message may have 2 MB, so that a larger file comes in pieces. */
const bytes = z.string().max(1_500_000).regex(/^[A-Za-z0-9+/]*={0,2}$/)
const token = z.string().min(1).max(100)
const path = z.string().min(1).max(4_096)
const fileName = z.string().min(1).max(200)

/** `place`: file, line and column inside the pack, as `1-shapes/layer.yaml:12:5`. With any `error` the pack cannot be installed. */
export const packProblem = z.object({ severity: z.enum(['error', 'warning']), place: z.string(), message: z.string() })
export const packSummary = z.object({
  id: packId, title: z.string(), version: z.string(), authors: z.array(z.string()), licence: z.string().nullable(), about: z.string(), prerequisites: z.array(z.string()),
  chapters: z.number(), exercises: z.number(), parts: z.number(), tests: z.number(), pictures: z.number(),
})
/** Titles of exercises. `removed` ones and `partsRemoved` keep their attempts in the history. */
export const packChanges = z.object({
  from: z.string(), direction: z.enum(['newer', 'older', 'same']), added: z.array(z.string()), removed: z.array(z.string()), changed: z.array(z.string()), partsRemoved: z.number(),
})
/** A pack that is there. `builtIn`: it comes with the app, and cannot be removed. */
export const listedPack = z.object({ id: packId, title: z.string(), version: z.string(), authors: z.array(z.string()), licence: z.string().nullable(), exercises: z.number(), builtIn: z.boolean() })

export const packCalls = {
  /** A piece of a `.nabla` file, the first without `upload`; the name of the upload, and how many bytes of it are there. */
  uploadPack: { input: z.object({ upload: token.optional(), bytes }), output: z.object({ upload: token, received: z.number() }) },
  /**
   * Looks over a `.nabla` file: its bytes, an upload, or a full path that a host was given (a dialog, a double click). Nothing is written. `ready`: the
   * token with which exactly these bytes are installed; null where they cannot be, and `refusal` says why in one sentence. `missing`: packs that
   * should be worked through before and are not there.
   */
  previewPack: {
    input: z.union([z.strictObject({ bytes }), z.strictObject({ upload: token }), z.strictObject({ path })]),
    output: z.object({ ready: token.nullable(), refusal: z.string().optional(), summary: packSummary.nullable(), problems: z.array(packProblem), changes: packChanges.nullable(), missing: z.array(z.string()) }),
  },
  /** Installs what was looked over. An installed version of it is set aside; progress stays, by the ids of exercises and parts. */
  importPack: { input: z.object({ ready: token }), output: z.object({ pack: packId, version: z.string(), replaced: z.string().nullable() }) },
  /** Takes a pack off the shelf. Attempts stay. `undo`: what brings it back. */
  removePack: { input: z.object({ pack: packId }), output: z.object({ pack: packId, undo: fileName }) },
  restorePack: { input: z.object({ pack: packId, undo: fileName }), output: z.object({ pack: packId, version: z.string() }) },
  /** One file out of a pack that is on the shelf, or of a folder; `file` is null where it has errors. The same folder gives the same bytes. */
  exportPack: {
    input: z.union([z.strictObject({ pack: packId }), z.strictObject({ folder: path })]),
    output: z.object({ file: z.object({ name: fileName, bytes: z.string() }).nullable(), problems: z.array(packProblem) }),
  },
  /** A picture that the prose of an exercise names, as it stands there. */
  picture: { input: z.object({ pack: packId, exercise: z.string().min(1).max(200), name: z.string().min(1).max(300) }), output: z.object({ png: z.string(), width: z.number(), height: z.number() }) },
} as const
