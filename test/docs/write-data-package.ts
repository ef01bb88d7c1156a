import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { dataPackageText } from '../../src/render/data-package.ts'

/** Writes docs/data-package.json from the columns that write the files. */
writeFileSync(fileURLToPath(new URL('../../docs/data-package.json', import.meta.url)), dataPackageText())
