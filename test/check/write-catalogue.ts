import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { RELATIONS } from '../../src/check/index.ts'
import { cataloguePage } from './catalogue-page.ts'

const page = fileURLToPath(new URL('../../docs/relations.md', import.meta.url))
mkdirSync(fileURLToPath(new URL('../../docs', import.meta.url)), { recursive: true })
writeFileSync(page, cataloguePage(RELATIONS))
