/** A worker entry for the tests that fails while it loads. */
throw new Error('cannot be loaded')
