import { openStore } from '../../src/store/index.ts'
import { makeCheck, makeReport } from './synthetic.ts'

/** Takes in reports one after the other and says each one: `node … ingest-child.ts FILE FIRST COUNT`. */
const [path = '', first = '0', count = '1'] = process.argv.slice(2)
const store = await openStore(path)
process.stdout.write('open\n')
for (let i = Number(first); i < Number(first) + Number(count); i++) {
  // Every other one is a new edition of the one before: superseding must be whole, too.
  const year = 1000 + (i >> 1)
  await store.ingest(makeReport({ seed: i, year, sha256: `hash-${i}` }), makeCheck())
  process.stdout.write(`${i}\n`)
}
await store.close()
