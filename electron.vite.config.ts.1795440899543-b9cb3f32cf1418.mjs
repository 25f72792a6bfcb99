import "node:module";
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "electron-vite";
import { z } from "zod";
// src-main/app/contract.ts
const id = z.string().min(1).max(200);
const span = {
	from: z.number().int().nonnegative(),
	to: z.number().int().nonnegative()
};
const mend = z.object({
	...span,
	text: z.string()
});
const diagnosis = z.object({
	code: z.string(),
	message: z.string(),
	...span,
	mend: mend.optional(),
	ungraded: z.literal(true).optional()
});
const example = z.object({
	sizes: z.record(z.string(), z.number()),
	targetAxes: z.number(),
	shape: z.array(z.number()),
	truth: z.array(z.number().nullable()),
	yours: z.array(z.number().nullable()),
	differ: z.array(z.number())
});
const verdict = z.object({
	verdict: z.enum([
		"correct",
		"incorrect",
		"invalid",
		"undecided"
	]),
	proof: z.enum([
		"symbolic",
		"exact",
		"numeric",
		"counterexample"
	]).optional(),
	diagnosis: z.array(diagnosis),
	sentence: z.string(),
	notes: z.array(z.string()),
	shape: z.string().optional(),
	numeric: z.object({
		points: z.number(),
		maxError: z.number()
	}).optional(),
	evidence: z.object({
		normalForms: z.object({
			yours: z.array(z.string()),
			truth: z.array(z.string())
		}).optional(),
		example: example.optional(),
		exact: z.object({
			draws: z.number(),
			chance: z.number()
		}).optional()
	}).optional()
});
const reading = z.object({
	problems: z.array(diagnosis),
	notes: z.array(z.string()),
	latex: z.string().optional(),
	speech: z.string().optional(),
	shape: z.string().optional(),
	parts: z.array(z.object({
		...span,
		shape: z.string()
	}))
});
/** Prose is Markdown with TeX between dollar signs; the renderer turns it into a tree, never into HTML. */
const prose = z.string();
const givenRow = z.object({
	name: z.string(),
	latex: z.string(),
	shape: z.string(),
	properties: z.string()
});
const option = z.object({
	id: z.string(),
	text: prose
});
const part = z.object({
	id,
	title: z.string(),
	prompt: prose,
	kind: z.enum([
		"derivative",
		"expression",
		"shape",
		"derivation",
		"number",
		"choice"
	]),
	/** The task in typeset mathematics, made from the question: `\frac{\partial f}{\partial A}` and what f is. */
	latex: z.string(),
	/** What this part declares or defines beyond the exercise's own `givens`. */
	givens: z.array(givenRow).optional(),
	/** `jacobian` …, and the form asked, in words; shown by the question. */
	asks: z.string(),
	options: z.array(option),
	/** For `choice`: whether several options may be right (boxes to tick) or exactly one is (radio buttons). Where it is not told: boxes. */
	many: z.boolean().optional(),
	hintsLeft: z.number(),
	hintsShown: z.array(prose),
	draft: z.string(),
	state: z.enum([
		"new",
		"tried",
		"right"
	]),
	/** Names to complete: declared symbols and the functions of the language, with their shapes. */
	completions: z.array(z.object({
		label: z.string(),
		insert: z.string(),
		detail: z.string()
	}))
});
const exercise = z.object({
	pack: id,
	id,
	title: z.string(),
	intro: prose,
	outcomes: z.array(z.string()),
	givens: z.array(givenRow),
	parts: z.array(part),
	next: z.object({
		pack: id,
		id,
		title: z.string()
	}).nullable()
});
const listed = z.object({
	pack: id,
	id,
	title: z.string(),
	chapter: z.string(),
	outcomes: z.array(z.string()),
	parts: z.number(),
	right: z.number(),
	state: z.enum([
		"new",
		"begun",
		"done"
	])
});
const outcomeProgress = z.object({
	id: z.string(),
	title: z.string(),
	parts: z.number(),
	right: z.number(),
	tried: z.number()
});
const attempt = z.object({
	id: z.string(),
	at: z.string(),
	pack: id,
	exercise: id,
	part: id,
	answer: z.string(),
	verdict
});
const partRef = {
	pack: id,
	exercise: id,
	part: id
};
const answer = z.string().max(2e5);
const calls = {
	/** What is there, and how far the learner is. `problems` are those of exercise files and of the data folder, in plain words. */
	library: {
		input: z.object({}),
		output: z.object({
			exercises: z.array(listed),
			outcomes: z.array(outcomeProgress),
			problems: z.array(z.string()),
			continueWith: z.object({
				pack: id,
				id,
				title: z.string()
			}).nullable(),
			dataFolder: z.string(),
			version: z.string()
		})
	},
	openExercise: {
		input: z.object({
			pack: id,
			exercise: id
		}),
		output: exercise
	},
	/** How an answer reads so far. Never counts. */
	read: {
		input: z.object({
			...partRef,
			answer
		}),
		output: reading
	},
	/** Judge an answer and, unless it is invalid or undecided, write the attempt down before replying. `ms`: time since the part was opened or last tried. `repeated`: equal to the last answer; not counted. `notSaved`: why the attempt could not be written down, in plain words; it is kept and written as soon as that works. */
	submit: {
		input: z.object({
			...partRef,
			answer,
			ms: z.number().nonnegative()
		}),
		output: z.object({
			verdict,
			attempt: z.string().nullable(),
			repeated: z.boolean(),
			notSaved: z.string().optional()
		})
	},
	saveDraft: {
		input: z.object({
			...partRef,
			answer
		}),
		output: z.object({})
	},
	hint: {
		input: z.object({
			...partRef,
			diagnosis: z.string().optional()
		}),
		output: z.object({
			hint: prose.nullable(),
			left: z.number(),
			notSaved: z.string().optional()
		})
	},
	solution: {
		input: z.object(partRef),
		output: z.object({
			solution: prose,
			notSaved: z.string().optional()
		})
	},
	history: {
		input: z.object({
			pack: id.optional(),
			exercise: id.optional(),
			limit: z.number().int().min(1).max(500).default(50)
		}),
		output: z.object({ attempts: z.array(attempt) })
	}
};
// electron.vite.config.ts
var electron_vite_config_default = defineConfig({
	main: { build: {
		outDir: "out/main",
		rolldownOptions: { input: {
			index: "src-main/hosts/electron/main.ts",
			thread: "src-main/checking/worker/thread.ts"
		} }
	} },
	preload: {
		define: { __NABLA_CALLS__: JSON.stringify(Object.keys(calls)) },
		build: {
			outDir: "out/preload",
			externalizeDeps: false,
			rolldownOptions: {
				input: { index: "src-main/hosts/electron/preload.ts" },
				output: {
					format: "cjs",
					entryFileNames: "[name].cjs"
				}
			}
		}
	},
	renderer: {
		root: "src-renderer",
		plugins: [svelte({ configFile: false })],
		worker: { format: "es" },
		build: {
			outDir: "out/renderer",
			assetsInlineLimit: 0,
			minify: true,
			modulePreload: { polyfill: false },
			rolldownOptions: { input: { index: "src-renderer/index.html" } }
		}
	}
});
export { electron_vite_config_default as default };

//# sourceMappingURL=data:application/json;charset=utf-8;base64,eyJ2ZXJzaW9uIjozLCJmaWxlIjoiZWxlY3Ryb24udml0ZS5jb25maWcuanMiLCJuYW1lcyI6W10sInNvdXJjZXMiOlsiL3dvcmsvbWFpbi9zcmMtbWFpbi9hcHAvY29udHJhY3QudHMiLCIvd29yay9tYWluL2VsZWN0cm9uLnZpdGUuY29uZmlnLnRzIl0sInNvdXJjZXNDb250ZW50IjpbIi8qKlxuICogVGhlIG9uZSB0YWJsZSBvZiBjYWxscyBiZXR3ZWVuIGEgd2luZG93IGFuZCB0aGUgbWFpbiBwcm9jZXNzOiBmb3IgZWFjaCwgYSB6b2Qgc2NoZW1hIG9mIHdoYXQgZ29lcyBpbiBhbmQgb2Ygd2hhdCBjb21lcyBvdXQuIEJvdGhcbiAqIGhvc3RzIHNlcnZlIGV4YWN0bHkgdGhpcyB0YWJsZTsgdGhlIHJlbmRlcmVyIGltcG9ydHMgaXRzIHR5cGVzIGFuZCBub3RoaW5nIGVsc2Ugb2YgYHNyYy1tYWluYC5cbiAqL1xuaW1wb3J0IHsgeiB9IGZyb20gJ3pvZCdcblxuY29uc3QgaWQgPSB6LnN0cmluZygpLm1pbigxKS5tYXgoMjAwKVxuY29uc3Qgc3BhbiA9IHsgZnJvbTogei5udW1iZXIoKS5pbnQoKS5ub25uZWdhdGl2ZSgpLCB0bzogei5udW1iZXIoKS5pbnQoKS5ub25uZWdhdGl2ZSgpIH1cbmV4cG9ydCBjb25zdCBtZW5kID0gei5vYmplY3QoeyAuLi5zcGFuLCB0ZXh0OiB6LnN0cmluZygpIH0pXG5leHBvcnQgY29uc3QgZGlhZ25vc2lzID0gei5vYmplY3QoeyBjb2RlOiB6LnN0cmluZygpLCBtZXNzYWdlOiB6LnN0cmluZygpLCAuLi5zcGFuLCBtZW5kOiBtZW5kLm9wdGlvbmFsKCksIHVuZ3JhZGVkOiB6LmxpdGVyYWwodHJ1ZSkub3B0aW9uYWwoKSB9KVxuZXhwb3J0IGNvbnN0IGV4YW1wbGUgPSB6Lm9iamVjdCh7XG4gIHNpemVzOiB6LnJlY29yZCh6LnN0cmluZygpLCB6Lm51bWJlcigpKSwgdGFyZ2V0QXhlczogei5udW1iZXIoKSwgc2hhcGU6IHouYXJyYXkoei5udW1iZXIoKSksXG4gIHRydXRoOiB6LmFycmF5KHoubnVtYmVyKCkubnVsbGFibGUoKSksIHlvdXJzOiB6LmFycmF5KHoubnVtYmVyKCkubnVsbGFibGUoKSksIGRpZmZlcjogei5hcnJheSh6Lm51bWJlcigpKSxcbn0pXG5leHBvcnQgY29uc3QgdmVyZGljdCA9IHoub2JqZWN0KHtcbiAgdmVyZGljdDogei5lbnVtKFsnY29ycmVjdCcsICdpbmNvcnJlY3QnLCAnaW52YWxpZCcsICd1bmRlY2lkZWQnXSksXG4gIHByb29mOiB6LmVudW0oWydzeW1ib2xpYycsICdleGFjdCcsICdudW1lcmljJywgJ2NvdW50ZXJleGFtcGxlJ10pLm9wdGlvbmFsKCksXG4gIGRpYWdub3Npczogei5hcnJheShkaWFnbm9zaXMpLCBzZW50ZW5jZTogei5zdHJpbmcoKSwgbm90ZXM6IHouYXJyYXkoei5zdHJpbmcoKSksIHNoYXBlOiB6LnN0cmluZygpLm9wdGlvbmFsKCksXG4gIG51bWVyaWM6IHoub2JqZWN0KHsgcG9pbnRzOiB6Lm51bWJlcigpLCBtYXhFcnJvcjogei5udW1iZXIoKSB9KS5vcHRpb25hbCgpLFxuICBldmlkZW5jZTogei5vYmplY3Qoe1xuICAgIG5vcm1hbEZvcm1zOiB6Lm9iamVjdCh7IHlvdXJzOiB6LmFycmF5KHouc3RyaW5nKCkpLCB0cnV0aDogei5hcnJheSh6LnN0cmluZygpKSB9KS5vcHRpb25hbCgpLFxuICAgIGV4YW1wbGU6IGV4YW1wbGUub3B0aW9uYWwoKSxcbiAgICBleGFjdDogei5vYmplY3QoeyBkcmF3czogei5udW1iZXIoKSwgY2hhbmNlOiB6Lm51bWJlcigpIH0pLm9wdGlvbmFsKCksXG4gIH0pLm9wdGlvbmFsKCksXG59KVxuZXhwb3J0IGNvbnN0IHJlYWRpbmcgPSB6Lm9iamVjdCh7XG4gIHByb2JsZW1zOiB6LmFycmF5KGRpYWdub3NpcyksIG5vdGVzOiB6LmFycmF5KHouc3RyaW5nKCkpLCBsYXRleDogei5zdHJpbmcoKS5vcHRpb25hbCgpLCBzcGVlY2g6IHouc3RyaW5nKCkub3B0aW9uYWwoKSwgc2hhcGU6IHouc3RyaW5nKCkub3B0aW9uYWwoKSxcbiAgcGFydHM6IHouYXJyYXkoei5vYmplY3QoeyAuLi5zcGFuLCBzaGFwZTogei5zdHJpbmcoKSB9KSksXG59KVxuXG4vKiogUHJvc2UgaXMgTWFya2Rvd24gd2l0aCBUZVggYmV0d2VlbiBkb2xsYXIgc2lnbnM7IHRoZSByZW5kZXJlciB0dXJucyBpdCBpbnRvIGEgdHJlZSwgbmV2ZXIgaW50byBIVE1MLiAqL1xuY29uc3QgcHJvc2UgPSB6LnN0cmluZygpXG5leHBvcnQgY29uc3QgZ2l2ZW5Sb3cgPSB6Lm9iamVjdCh7IG5hbWU6IHouc3RyaW5nKCksIGxhdGV4OiB6LnN0cmluZygpLCBzaGFwZTogei5zdHJpbmcoKSwgcHJvcGVydGllczogei5zdHJpbmcoKSB9KVxuZXhwb3J0IGNvbnN0IG9wdGlvbiA9IHoub2JqZWN0KHsgaWQ6IHouc3RyaW5nKCksIHRleHQ6IHByb3NlIH0pXG5leHBvcnQgY29uc3QgcGFydCA9IHoub2JqZWN0KHtcbiAgaWQsIHRpdGxlOiB6LnN0cmluZygpLCBwcm9tcHQ6IHByb3NlLCBraW5kOiB6LmVudW0oWydkZXJpdmF0aXZlJywgJ2V4cHJlc3Npb24nLCAnc2hhcGUnLCAnZGVyaXZhdGlvbicsICdudW1iZXInLCAnY2hvaWNlJ10pLFxuICAvKiogVGhlIHRhc2sgaW4gdHlwZXNldCBtYXRoZW1hdGljcywgbWFkZSBmcm9tIHRoZSBxdWVzdGlvbjogYFxcZnJhY3tcXHBhcnRpYWwgZn17XFxwYXJ0aWFsIEF9YCBhbmQgd2hhdCBmIGlzLiAqL1xuICBsYXRleDogei5zdHJpbmcoKSxcbiAgLyoqIFdoYXQgdGhpcyBwYXJ0IGRlY2xhcmVzIG9yIGRlZmluZXMgYmV5b25kIHRoZSBleGVyY2lzZSdzIG93biBgZ2l2ZW5zYC4gKi9cbiAgZ2l2ZW5zOiB6LmFycmF5KGdpdmVuUm93KS5vcHRpb25hbCgpLFxuICAvKiogYGphY29iaWFuYCDigKYsIGFuZCB0aGUgZm9ybSBhc2tlZCwgaW4gd29yZHM7IHNob3duIGJ5IHRoZSBxdWVzdGlvbi4gKi9cbiAgYXNrczogei5zdHJpbmcoKSwgb3B0aW9uczogei5hcnJheShvcHRpb24pLFxuICAvKiogRm9yIGBjaG9pY2VgOiB3aGV0aGVyIHNldmVyYWwgb3B0aW9ucyBtYXkgYmUgcmlnaHQgKGJveGVzIHRvIHRpY2spIG9yIGV4YWN0bHkgb25lIGlzIChyYWRpbyBidXR0b25zKS4gV2hlcmUgaXQgaXMgbm90IHRvbGQ6IGJveGVzLiAqL1xuICBtYW55OiB6LmJvb2xlYW4oKS5vcHRpb25hbCgpLFxuICBoaW50c0xlZnQ6IHoubnVtYmVyKCksIGhpbnRzU2hvd246IHouYXJyYXkocHJvc2UpLCBkcmFmdDogei5zdHJpbmcoKSwgc3RhdGU6IHouZW51bShbJ25ldycsICd0cmllZCcsICdyaWdodCddKSxcbiAgLyoqIE5hbWVzIHRvIGNvbXBsZXRlOiBkZWNsYXJlZCBzeW1ib2xzIGFuZCB0aGUgZnVuY3Rpb25zIG9mIHRoZSBsYW5ndWFnZSwgd2l0aCB0aGVpciBzaGFwZXMuICovXG4gIGNvbXBsZXRpb25zOiB6LmFycmF5KHoub2JqZWN0KHsgbGFiZWw6IHouc3RyaW5nKCksIGluc2VydDogei5zdHJpbmcoKSwgZGV0YWlsOiB6LnN0cmluZygpIH0pKSxcbn0pXG5leHBvcnQgY29uc3QgZXhlcmNpc2UgPSB6Lm9iamVjdCh7XG4gIHBhY2s6IGlkLCBpZCwgdGl0bGU6IHouc3RyaW5nKCksIGludHJvOiBwcm9zZSwgb3V0Y29tZXM6IHouYXJyYXkoei5zdHJpbmcoKSksIGdpdmVuczogei5hcnJheShnaXZlblJvdyksIHBhcnRzOiB6LmFycmF5KHBhcnQpLFxuICBuZXh0OiB6Lm9iamVjdCh7IHBhY2s6IGlkLCBpZCwgdGl0bGU6IHouc3RyaW5nKCkgfSkubnVsbGFibGUoKSxcbn0pXG5leHBvcnQgY29uc3QgbGlzdGVkID0gei5vYmplY3QoeyBwYWNrOiBpZCwgaWQsIHRpdGxlOiB6LnN0cmluZygpLCBjaGFwdGVyOiB6LnN0cmluZygpLCBvdXRjb21lczogei5hcnJheSh6LnN0cmluZygpKSwgcGFydHM6IHoubnVtYmVyKCksIHJpZ2h0OiB6Lm51bWJlcigpLCBzdGF0ZTogei5lbnVtKFsnbmV3JywgJ2JlZ3VuJywgJ2RvbmUnXSkgfSlcbmV4cG9ydCBjb25zdCBvdXRjb21lUHJvZ3Jlc3MgPSB6Lm9iamVjdCh7IGlkOiB6LnN0cmluZygpLCB0aXRsZTogei5zdHJpbmcoKSwgcGFydHM6IHoubnVtYmVyKCksIHJpZ2h0OiB6Lm51bWJlcigpLCB0cmllZDogei5udW1iZXIoKSB9KVxuZXhwb3J0IGNvbnN0IGF0dGVtcHQgPSB6Lm9iamVjdCh7IGlkOiB6LnN0cmluZygpLCBhdDogei5zdHJpbmcoKSwgcGFjazogaWQsIGV4ZXJjaXNlOiBpZCwgcGFydDogaWQsIGFuc3dlcjogei5zdHJpbmcoKSwgdmVyZGljdCB9KVxuY29uc3QgcGFydFJlZiA9IHsgcGFjazogaWQsIGV4ZXJjaXNlOiBpZCwgcGFydDogaWQgfVxuY29uc3QgYW5zd2VyID0gei5zdHJpbmcoKS5tYXgoMjAwXzAwMClcblxuZXhwb3J0IGNvbnN0IGNhbGxzID0ge1xuICAvKiogV2hhdCBpcyB0aGVyZSwgYW5kIGhvdyBmYXIgdGhlIGxlYXJuZXIgaXMuIGBwcm9ibGVtc2AgYXJlIHRob3NlIG9mIGV4ZXJjaXNlIGZpbGVzIGFuZCBvZiB0aGUgZGF0YSBmb2xkZXIsIGluIHBsYWluIHdvcmRzLiAqL1xuICBsaWJyYXJ5OiB7IGlucHV0OiB6Lm9iamVjdCh7fSksIG91dHB1dDogei5vYmplY3QoeyBleGVyY2lzZXM6IHouYXJyYXkobGlzdGVkKSwgb3V0Y29tZXM6IHouYXJyYXkob3V0Y29tZVByb2dyZXNzKSwgcHJvYmxlbXM6IHouYXJyYXkoei5zdHJpbmcoKSksIGNvbnRpbnVlV2l0aDogei5vYmplY3QoeyBwYWNrOiBpZCwgaWQsIHRpdGxlOiB6LnN0cmluZygpIH0pLm51bGxhYmxlKCksIGRhdGFGb2xkZXI6IHouc3RyaW5nKCksIHZlcnNpb246IHouc3RyaW5nKCkgfSkgfSxcbiAgb3BlbkV4ZXJjaXNlOiB7IGlucHV0OiB6Lm9iamVjdCh7IHBhY2s6IGlkLCBleGVyY2lzZTogaWQgfSksIG91dHB1dDogZXhlcmNpc2UgfSxcbiAgLyoqIEhvdyBhbiBhbnN3ZXIgcmVhZHMgc28gZmFyLiBOZXZlciBjb3VudHMuICovXG4gIHJlYWQ6IHsgaW5wdXQ6IHoub2JqZWN0KHsgLi4ucGFydFJlZiwgYW5zd2VyIH0pLCBvdXRwdXQ6IHJlYWRpbmcgfSxcbiAgLyoqIEp1ZGdlIGFuIGFuc3dlciBhbmQsIHVubGVzcyBpdCBpcyBpbnZhbGlkIG9yIHVuZGVjaWRlZCwgd3JpdGUgdGhlIGF0dGVtcHQgZG93biBiZWZvcmUgcmVwbHlpbmcuIGBtc2A6IHRpbWUgc2luY2UgdGhlIHBhcnQgd2FzIG9wZW5lZCBvciBsYXN0IHRyaWVkLiBgcmVwZWF0ZWRgOiBlcXVhbCB0byB0aGUgbGFzdCBhbnN3ZXI7IG5vdCBjb3VudGVkLiBgbm90U2F2ZWRgOiB3aHkgdGhlIGF0dGVtcHQgY291bGQgbm90IGJlIHdyaXR0ZW4gZG93biwgaW4gcGxhaW4gd29yZHM7IGl0IGlzIGtlcHQgYW5kIHdyaXR0ZW4gYXMgc29vbiBhcyB0aGF0IHdvcmtzLiAqL1xuICBzdWJtaXQ6IHsgaW5wdXQ6IHoub2JqZWN0KHsgLi4ucGFydFJlZiwgYW5zd2VyLCBtczogei5udW1iZXIoKS5ub25uZWdhdGl2ZSgpIH0pLCBvdXRwdXQ6IHoub2JqZWN0KHsgdmVyZGljdCwgYXR0ZW1wdDogei5zdHJpbmcoKS5udWxsYWJsZSgpLCByZXBlYXRlZDogei5ib29sZWFuKCksIG5vdFNhdmVkOiB6LnN0cmluZygpLm9wdGlvbmFsKCkgfSkgfSxcbiAgc2F2ZURyYWZ0OiB7IGlucHV0OiB6Lm9iamVjdCh7IC4uLnBhcnRSZWYsIGFuc3dlciB9KSwgb3V0cHV0OiB6Lm9iamVjdCh7fSkgfSxcbiAgaGludDogeyBpbnB1dDogei5vYmplY3QoeyAuLi5wYXJ0UmVmLCBkaWFnbm9zaXM6IHouc3RyaW5nKCkub3B0aW9uYWwoKSB9KSwgb3V0cHV0OiB6Lm9iamVjdCh7IGhpbnQ6IHByb3NlLm51bGxhYmxlKCksIGxlZnQ6IHoubnVtYmVyKCksIG5vdFNhdmVkOiB6LnN0cmluZygpLm9wdGlvbmFsKCkgfSkgfSxcbiAgc29sdXRpb246IHsgaW5wdXQ6IHoub2JqZWN0KHBhcnRSZWYpLCBvdXRwdXQ6IHoub2JqZWN0KHsgc29sdXRpb246IHByb3NlLCBub3RTYXZlZDogei5zdHJpbmcoKS5vcHRpb25hbCgpIH0pIH0sXG4gIGhpc3Rvcnk6IHsgaW5wdXQ6IHoub2JqZWN0KHsgcGFjazogaWQub3B0aW9uYWwoKSwgZXhlcmNpc2U6IGlkLm9wdGlvbmFsKCksIGxpbWl0OiB6Lm51bWJlcigpLmludCgpLm1pbigxKS5tYXgoNTAwKS5kZWZhdWx0KDUwKSB9KSwgb3V0cHV0OiB6Lm9iamVjdCh7IGF0dGVtcHRzOiB6LmFycmF5KGF0dGVtcHQpIH0pIH0sXG59IGFzIGNvbnN0XG5cbmV4cG9ydCB0eXBlIENhbGxzID0gdHlwZW9mIGNhbGxzXG5leHBvcnQgdHlwZSBDYWxsTmFtZSA9IGtleW9mIENhbGxzXG5leHBvcnQgdHlwZSBDYWxsSW5wdXQ8SyBleHRlbmRzIENhbGxOYW1lPiA9IHouaW5wdXQ8Q2FsbHNbS11bJ2lucHV0J10+XG5leHBvcnQgdHlwZSBDYWxsT3V0cHV0PEsgZXh0ZW5kcyBDYWxsTmFtZT4gPSB6Lm91dHB1dDxDYWxsc1tLXVsnb3V0cHV0J10+XG4vKiogV2hhdCBlaXRoZXIgaG9zdCBvZmZlcnMgdG8gdGhlIHJlbmRlcmVyLiBSZWplY3RzIHdpdGggYHsgbWVzc2FnZSB9YCBpbiBwbGFpbiB3b3Jkcy4gKi9cbmV4cG9ydCB0eXBlIEFwaSA9IHsgcmVhZG9ubHkgW0sgaW4gQ2FsbE5hbWVdOiAoaW5wdXQ6IENhbGxJbnB1dDxLPikgPT4gUHJvbWlzZTxDYWxsT3V0cHV0PEs+PiB9XG4iLCJpbXBvcnQgeyBzdmVsdGUgfSBmcm9tICdAc3ZlbHRlanMvdml0ZS1wbHVnaW4tc3ZlbHRlJ1xuaW1wb3J0IHsgZGVmaW5lQ29uZmlnIH0gZnJvbSAnZWxlY3Ryb24tdml0ZSdcbmltcG9ydCB7IGNhbGxzIH0gZnJvbSAnLi9zcmMtbWFpbi9hcHAvY29udHJhY3QudHMnXG5cbmV4cG9ydCBkZWZhdWx0IGRlZmluZUNvbmZpZyh7XG4gIC8vIFRoZSBhcHAncyBvd24gY29kZSBpcyBidW5kbGVkLCBpdHMgZGVwZW5kZW5jaWVzIHN0YXkgd2hlcmUgbnBtIHB1dCB0aGVtLiBUaGUgY2hlY2tlcidzIHRocmVhZCBpcyBhIGZpbGUgb2YgaXRzIG93bi5cbiAgbWFpbjoge1xuICAgIGJ1aWxkOiB7XG4gICAgICBvdXREaXI6ICdvdXQvbWFpbicsXG4gICAgICByb2xsZG93bk9wdGlvbnM6IHsgaW5wdXQ6IHsgaW5kZXg6ICdzcmMtbWFpbi9ob3N0cy9lbGVjdHJvbi9tYWluLnRzJywgdGhyZWFkOiAnc3JjLW1haW4vY2hlY2tpbmcvd29ya2VyL3RocmVhZC50cycgfSB9LFxuICAgIH0sXG4gIH0sXG4gIC8vIEEgc2FuZGJveGVkIHByZWxvYWQgaXMgb25lIENvbW1vbkpTIGZpbGUuIEl0IGdldHMgdGhlIG5hbWVzIG9mIHRoZSBjYWxscywgbm90IHRoZSBjb250cmFjdCB3aXRoIGl0cyBzY2hlbWEgbGlicmFyeS5cbiAgcHJlbG9hZDoge1xuICAgIGRlZmluZTogeyBfX05BQkxBX0NBTExTX186IEpTT04uc3RyaW5naWZ5KE9iamVjdC5rZXlzKGNhbGxzKSkgfSxcbiAgICBidWlsZDoge1xuICAgICAgb3V0RGlyOiAnb3V0L3ByZWxvYWQnLFxuICAgICAgZXh0ZXJuYWxpemVEZXBzOiBmYWxzZSxcbiAgICAgIHJvbGxkb3duT3B0aW9uczogeyBpbnB1dDogeyBpbmRleDogJ3NyYy1tYWluL2hvc3RzL2VsZWN0cm9uL3ByZWxvYWQudHMnIH0sIG91dHB1dDogeyBmb3JtYXQ6ICdjanMnLCBlbnRyeUZpbGVOYW1lczogJ1tuYW1lXS5janMnIH0gfSxcbiAgICB9LFxuICB9LFxuICByZW5kZXJlcjoge1xuICAgIHJvb3Q6ICdzcmMtcmVuZGVyZXInLFxuICAgIHBsdWdpbnM6IFtzdmVsdGUoeyBjb25maWdGaWxlOiBmYWxzZSB9KV0sXG4gICAgd29ya2VyOiB7IGZvcm1hdDogJ2VzJyB9LFxuICAgIGJ1aWxkOiB7XG4gICAgICBvdXREaXI6ICdvdXQvcmVuZGVyZXInLFxuICAgICAgLy8gQW4gaW5saW5lZCBmb250IG9yIHBpY3R1cmUgd291bGQgYmUgYSBgZGF0YTpgIGFkZHJlc3MsIHdoaWNoIHRoZSBjb250ZW50IHNlY3VyaXR5IHBvbGljeSByZWZ1c2VzLlxuICAgICAgYXNzZXRzSW5saW5lTGltaXQ6IDAsXG4gICAgICBtaW5pZnk6IHRydWUsXG4gICAgICBtb2R1bGVQcmVsb2FkOiB7IHBvbHlmaWxsOiBmYWxzZSB9LFxuICAgICAgcm9sbGRvd25PcHRpb25zOiB7IGlucHV0OiB7IGluZGV4OiAnc3JjLXJlbmRlcmVyL2luZGV4Lmh0bWwnIH0gfSxcbiAgICB9LFxuICB9LFxufSlcbiJdLCJtYXBwaW5ncyI6Ijs7Ozs7QUFNQSxNQUFNLEtBQUssRUFBRSxPQUFPLENBQUMsQ0FBQyxJQUFJLENBQUMsQ0FBQyxDQUFDLElBQUksR0FBRztBQUNwQyxNQUFNLE9BQU87Q0FBRSxNQUFNLEVBQUUsT0FBTyxDQUFDLENBQUMsSUFBSSxDQUFDLENBQUMsWUFBWTtDQUFHLElBQUksRUFBRSxPQUFPLENBQUMsQ0FBQyxJQUFJLENBQUMsQ0FBQyxZQUFZO0FBQUU7QUFDeEYsTUFBYSxPQUFPLEVBQUUsT0FBTztDQUFFLEdBQUc7Q0FBTSxNQUFNLEVBQUUsT0FBTztBQUFFLENBQUM7QUFDMUQsTUFBYSxZQUFZLEVBQUUsT0FBTztDQUFFLE1BQU0sRUFBRSxPQUFPO0NBQUcsU0FBUyxFQUFFLE9BQU87Q0FBRyxHQUFHO0NBQU0sTUFBTSxLQUFLLFNBQVM7Q0FBRyxVQUFVLEVBQUUsUUFBUSxJQUFJLENBQUMsQ0FBQyxTQUFTO0FBQUUsQ0FBQztBQUNqSixNQUFhLFVBQVUsRUFBRSxPQUFPO0NBQzlCLE9BQU8sRUFBRSxPQUFPLEVBQUUsT0FBTyxHQUFHLEVBQUUsT0FBTyxDQUFDO0NBQUcsWUFBWSxFQUFFLE9BQU87Q0FBRyxPQUFPLEVBQUUsTUFBTSxFQUFFLE9BQU8sQ0FBQztDQUMxRixPQUFPLEVBQUUsTUFBTSxFQUFFLE9BQU8sQ0FBQyxDQUFDLFNBQVMsQ0FBQztDQUFHLE9BQU8sRUFBRSxNQUFNLEVBQUUsT0FBTyxDQUFDLENBQUMsU0FBUyxDQUFDO0NBQUcsUUFBUSxFQUFFLE1BQU0sRUFBRSxPQUFPLENBQUM7QUFDMUcsQ0FBQztBQUNELE1BQWEsVUFBVSxFQUFFLE9BQU87Q0FDOUIsU0FBUyxFQUFFLEtBQUs7RUFBQztFQUFXO0VBQWE7RUFBVztDQUFXLENBQUM7Q0FDaEUsT0FBTyxFQUFFLEtBQUs7RUFBQztFQUFZO0VBQVM7RUFBVztDQUFnQixDQUFDLENBQUMsQ0FBQyxTQUFTO0NBQzNFLFdBQVcsRUFBRSxNQUFNLFNBQVM7Q0FBRyxVQUFVLEVBQUUsT0FBTztDQUFHLE9BQU8sRUFBRSxNQUFNLEVBQUUsT0FBTyxDQUFDO0NBQUcsT0FBTyxFQUFFLE9BQU8sQ0FBQyxDQUFDLFNBQVM7Q0FDNUcsU0FBUyxFQUFFLE9BQU87RUFBRSxRQUFRLEVBQUUsT0FBTztFQUFHLFVBQVUsRUFBRSxPQUFPO0NBQUUsQ0FBQyxDQUFDLENBQUMsU0FBUztDQUN6RSxVQUFVLEVBQUUsT0FBTztFQUNqQixhQUFhLEVBQUUsT0FBTztHQUFFLE9BQU8sRUFBRSxNQUFNLEVBQUUsT0FBTyxDQUFDO0dBQUcsT0FBTyxFQUFFLE1BQU0sRUFBRSxPQUFPLENBQUM7RUFBRSxDQUFDLENBQUMsQ0FBQyxTQUFTO0VBQzNGLFNBQVMsUUFBUSxTQUFTO0VBQzFCLE9BQU8sRUFBRSxPQUFPO0dBQUUsT0FBTyxFQUFFLE9BQU87R0FBRyxRQUFRLEVBQUUsT0FBTztFQUFFLENBQUMsQ0FBQyxDQUFDLFNBQVM7Q0FDdEUsQ0FBQyxDQUFDLENBQUMsU0FBUztBQUNkLENBQUM7QUFDRCxNQUFhLFVBQVUsRUFBRSxPQUFPO0NBQzlCLFVBQVUsRUFBRSxNQUFNLFNBQVM7Q0FBRyxPQUFPLEVBQUUsTUFBTSxFQUFFLE9BQU8sQ0FBQztDQUFHLE9BQU8sRUFBRSxPQUFPLENBQUMsQ0FBQyxTQUFTO0NBQUcsUUFBUSxFQUFFLE9BQU8sQ0FBQyxDQUFDLFNBQVM7Q0FBRyxPQUFPLEVBQUUsT0FBTyxDQUFDLENBQUMsU0FBUztDQUNsSixPQUFPLEVBQUUsTUFBTSxFQUFFLE9BQU87RUFBRSxHQUFHO0VBQU0sT0FBTyxFQUFFLE9BQU87Q0FBRSxDQUFDLENBQUM7QUFDekQsQ0FBQzs7QUFHRCxNQUFNLFFBQVEsRUFBRSxPQUFPO0FBQ3ZCLE1BQWEsV0FBVyxFQUFFLE9BQU87Q0FBRSxNQUFNLEVBQUUsT0FBTztDQUFHLE9BQU8sRUFBRSxPQUFPO0NBQUcsT0FBTyxFQUFFLE9BQU87Q0FBRyxZQUFZLEVBQUUsT0FBTztBQUFFLENBQUM7QUFDbkgsTUFBYSxTQUFTLEVBQUUsT0FBTztDQUFFLElBQUksRUFBRSxPQUFPO0NBQUcsTUFBTTtBQUFNLENBQUM7QUFDOUQsTUFBYSxPQUFPLEVBQUUsT0FBTztDQUMzQjtDQUFJLE9BQU8sRUFBRSxPQUFPO0NBQUcsUUFBUTtDQUFPLE1BQU0sRUFBRSxLQUFLO0VBQUM7RUFBYztFQUFjO0VBQVM7RUFBYztFQUFVO0NBQVEsQ0FBQzs7Q0FFMUgsT0FBTyxFQUFFLE9BQU87O0NBRWhCLFFBQVEsRUFBRSxNQUFNLFFBQVEsQ0FBQyxDQUFDLFNBQVM7O0NBRW5DLE1BQU0sRUFBRSxPQUFPO0NBQUcsU0FBUyxFQUFFLE1BQU0sTUFBTTs7Q0FFekMsTUFBTSxFQUFFLFFBQVEsQ0FBQyxDQUFDLFNBQVM7Q0FDM0IsV0FBVyxFQUFFLE9BQU87Q0FBRyxZQUFZLEVBQUUsTUFBTSxLQUFLO0NBQUcsT0FBTyxFQUFFLE9BQU87Q0FBRyxPQUFPLEVBQUUsS0FBSztFQUFDO0VBQU87RUFBUztDQUFPLENBQUM7O0NBRTdHLGFBQWEsRUFBRSxNQUFNLEVBQUUsT0FBTztFQUFFLE9BQU8sRUFBRSxPQUFPO0VBQUcsUUFBUSxFQUFFLE9BQU87RUFBRyxRQUFRLEVBQUUsT0FBTztDQUFFLENBQUMsQ0FBQztBQUM5RixDQUFDO0FBQ0QsTUFBYSxXQUFXLEVBQUUsT0FBTztDQUMvQixNQUFNO0NBQUk7Q0FBSSxPQUFPLEVBQUUsT0FBTztDQUFHLE9BQU87Q0FBTyxVQUFVLEVBQUUsTUFBTSxFQUFFLE9BQU8sQ0FBQztDQUFHLFFBQVEsRUFBRSxNQUFNLFFBQVE7Q0FBRyxPQUFPLEVBQUUsTUFBTSxJQUFJO0NBQzVILE1BQU0sRUFBRSxPQUFPO0VBQUUsTUFBTTtFQUFJO0VBQUksT0FBTyxFQUFFLE9BQU87Q0FBRSxDQUFDLENBQUMsQ0FBQyxTQUFTO0FBQy9ELENBQUM7QUFDRCxNQUFhLFNBQVMsRUFBRSxPQUFPO0NBQUUsTUFBTTtDQUFJO0NBQUksT0FBTyxFQUFFLE9BQU87Q0FBRyxTQUFTLEVBQUUsT0FBTztDQUFHLFVBQVUsRUFBRSxNQUFNLEVBQUUsT0FBTyxDQUFDO0NBQUcsT0FBTyxFQUFFLE9BQU87Q0FBRyxPQUFPLEVBQUUsT0FBTztDQUFHLE9BQU8sRUFBRSxLQUFLO0VBQUM7RUFBTztFQUFTO0NBQU0sQ0FBQztBQUFFLENBQUM7QUFDck0sTUFBYSxrQkFBa0IsRUFBRSxPQUFPO0NBQUUsSUFBSSxFQUFFLE9BQU87Q0FBRyxPQUFPLEVBQUUsT0FBTztDQUFHLE9BQU8sRUFBRSxPQUFPO0NBQUcsT0FBTyxFQUFFLE9BQU87Q0FBRyxPQUFPLEVBQUUsT0FBTztBQUFFLENBQUM7QUFDdEksTUFBYSxVQUFVLEVBQUUsT0FBTztDQUFFLElBQUksRUFBRSxPQUFPO0NBQUcsSUFBSSxFQUFFLE9BQU87Q0FBRyxNQUFNO0NBQUksVUFBVTtDQUFJLE1BQU07Q0FBSSxRQUFRLEVBQUUsT0FBTztDQUFHO0FBQVEsQ0FBQztBQUNqSSxNQUFNLFVBQVU7Q0FBRSxNQUFNO0NBQUksVUFBVTtDQUFJLE1BQU07QUFBRztBQUNuRCxNQUFNLFNBQVMsRUFBRSxPQUFPLENBQUMsQ0FBQyxJQUFJLEdBQU87QUFFckMsTUFBYSxRQUFROztDQUVuQixTQUFTO0VBQUUsT0FBTyxFQUFFLE9BQU8sQ0FBQyxDQUFDO0VBQUcsUUFBUSxFQUFFLE9BQU87R0FBRSxXQUFXLEVBQUUsTUFBTSxNQUFNO0dBQUcsVUFBVSxFQUFFLE1BQU0sZUFBZTtHQUFHLFVBQVUsRUFBRSxNQUFNLEVBQUUsT0FBTyxDQUFDO0dBQUcsY0FBYyxFQUFFLE9BQU87SUFBRSxNQUFNO0lBQUk7SUFBSSxPQUFPLEVBQUUsT0FBTztHQUFFLENBQUMsQ0FBQyxDQUFDLFNBQVM7R0FBRyxZQUFZLEVBQUUsT0FBTztHQUFHLFNBQVMsRUFBRSxPQUFPO0VBQUUsQ0FBQztDQUFFO0NBQ3pRLGNBQWM7RUFBRSxPQUFPLEVBQUUsT0FBTztHQUFFLE1BQU07R0FBSSxVQUFVO0VBQUcsQ0FBQztFQUFHLFFBQVE7Q0FBUzs7Q0FFOUUsTUFBTTtFQUFFLE9BQU8sRUFBRSxPQUFPO0dBQUUsR0FBRztHQUFTO0VBQU8sQ0FBQztFQUFHLFFBQVE7Q0FBUTs7Q0FFakUsUUFBUTtFQUFFLE9BQU8sRUFBRSxPQUFPO0dBQUUsR0FBRztHQUFTO0dBQVEsSUFBSSxFQUFFLE9BQU8sQ0FBQyxDQUFDLFlBQVk7RUFBRSxDQUFDO0VBQUcsUUFBUSxFQUFFLE9BQU87R0FBRTtHQUFTLFNBQVMsRUFBRSxPQUFPLENBQUMsQ0FBQyxTQUFTO0dBQUcsVUFBVSxFQUFFLFFBQVE7R0FBRyxVQUFVLEVBQUUsT0FBTyxDQUFDLENBQUMsU0FBUztFQUFFLENBQUM7Q0FBRTtDQUN2TSxXQUFXO0VBQUUsT0FBTyxFQUFFLE9BQU87R0FBRSxHQUFHO0dBQVM7RUFBTyxDQUFDO0VBQUcsUUFBUSxFQUFFLE9BQU8sQ0FBQyxDQUFDO0NBQUU7Q0FDM0UsTUFBTTtFQUFFLE9BQU8sRUFBRSxPQUFPO0dBQUUsR0FBRztHQUFTLFdBQVcsRUFBRSxPQUFPLENBQUMsQ0FBQyxTQUFTO0VBQUUsQ0FBQztFQUFHLFFBQVEsRUFBRSxPQUFPO0dBQUUsTUFBTSxNQUFNLFNBQVM7R0FBRyxNQUFNLEVBQUUsT0FBTztHQUFHLFVBQVUsRUFBRSxPQUFPLENBQUMsQ0FBQyxTQUFTO0VBQUUsQ0FBQztDQUFFO0NBQzNLLFVBQVU7RUFBRSxPQUFPLEVBQUUsT0FBTyxPQUFPO0VBQUcsUUFBUSxFQUFFLE9BQU87R0FBRSxVQUFVO0dBQU8sVUFBVSxFQUFFLE9BQU8sQ0FBQyxDQUFDLFNBQVM7RUFBRSxDQUFDO0NBQUU7Q0FDN0csU0FBUztFQUFFLE9BQU8sRUFBRSxPQUFPO0dBQUUsTUFBTSxHQUFHLFNBQVM7R0FBRyxVQUFVLEdBQUcsU0FBUztHQUFHLE9BQU8sRUFBRSxPQUFPLENBQUMsQ0FBQyxJQUFJLENBQUMsQ0FBQyxJQUFJLENBQUMsQ0FBQyxDQUFDLElBQUksR0FBRyxDQUFDLENBQUMsUUFBUSxFQUFFO0VBQUUsQ0FBQztFQUFHLFFBQVEsRUFBRSxPQUFPLEVBQUUsVUFBVSxFQUFFLE1BQU0sT0FBTyxFQUFFLENBQUM7Q0FBRTtBQUN0TDs7QUNsRUEsSUFBQSwrQkFBZSxhQUFhO0NBRTFCLE1BQU0sRUFDSixPQUFPO0VBQ0wsUUFBUTtFQUNSLGlCQUFpQixFQUFFLE9BQU87R0FBRSxPQUFPO0dBQW1DLFFBQVE7RUFBcUMsRUFBRTtDQUN2SCxFQUNGO0NBRUEsU0FBUztFQUNQLFFBQVEsRUFBRSxpQkFBaUIsS0FBSyxVQUFVLE9BQU8sS0FBSyxLQUFLLENBQUMsRUFBRTtFQUM5RCxPQUFPO0dBQ0wsUUFBUTtHQUNSLGlCQUFpQjtHQUNqQixpQkFBaUI7SUFBRSxPQUFPLEVBQUUsT0FBTyxxQ0FBcUM7SUFBRyxRQUFRO0tBQUUsUUFBUTtLQUFPLGdCQUFnQjtJQUFhO0dBQUU7RUFDckk7Q0FDRjtDQUNBLFVBQVU7RUFDUixNQUFNO0VBQ04sU0FBUyxDQUFDLE9BQU8sRUFBRSxZQUFZLE1BQU0sQ0FBQyxDQUFDO0VBQ3ZDLFFBQVEsRUFBRSxRQUFRLEtBQUs7RUFDdkIsT0FBTztHQUNMLFFBQVE7R0FFUixtQkFBbUI7R0FDbkIsUUFBUTtHQUNSLGVBQWUsRUFBRSxVQUFVLE1BQU07R0FDakMsaUJBQWlCLEVBQUUsT0FBTyxFQUFFLE9BQU8sMEJBQTBCLEVBQUU7RUFDakU7Q0FDRjtBQUNGLENBQUMifQ==