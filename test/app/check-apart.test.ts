import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { FileChecker } from '../../src/app/check-apart.ts'
import { Examiner } from '../../src/app/uploads-examiner.ts'
import { temporaryFolder } from '../store/temporary.ts'
import { inventedAccount } from './invented.ts'

const ACCOUNT = inventedAccount({
  year: 2022,
  spent: '100.00',
  basic: '60.00',
  project: '45.00',
  change: '增加20.00万元，增长25.00%',
  opening: '90.00',
  reception: { budget: '3.00', final: '1.50', change: '减少0.50万元，下降25.00%' },
})
const temporary = temporaryFolder()
const written = (text: string): string => {
  const folder = dirname(temporary.file())
  mkdirSync(folder, { recursive: true })
  const file = join(folder, '水务.txt')
  writeFileSync(file, text)
  return file
}
const large = () => written(ACCOUNT + '本局的其他工作照常进行。\n'.repeat(20_000))

const examiners: Examiner[] = []
const checker = (seconds: number) =>
  new FileChecker(
    async () => null,
    (prior) => {
      const one = new Examiner(prior, { workers: 1, silentSeconds: seconds, seconds, memoryMb: 1000 })
      examiners.push(one)
      return one
    },
  )
afterEach(async () => {
  for (const one of examiners.splice(0)) await one.close()
})

it('checks an ordinary report here and a large one apart, and finds the same', async () => {
  const own = checker(60)
  const found = await own.check(written(ACCOUNT))
  expect(found.meta).toMatchObject({ fiscalYear: 2022, file: '水务.txt' })
  expect(examiners).toEqual([])
  const apart = await own.check(large())
  expect(examiners).toHaveLength(1)
  expect(apart.meta).toMatchObject({ department: found.meta.department, file: '水务.txt' })
  const wrong = ({ result }: typeof found) => result.findings.filter(({ verdict }) => verdict === 'inconsistent').map(({ rule }) => rule)
  expect(wrong(found).length).toBeGreaterThan(0)
  expect(wrong(apart)).toEqual(wrong(found))
}, 60_000)

it('ends a large file that takes too long, and says so', async () => {
  await expect(checker(0.05).check(large())).rejects.toMatchObject({ name: 'InputError', code: 'too-large' })
}, 60_000)

it('says of a missing file that it is missing', async () => {
  await expect(checker(60).check('/没有/水务.txt')).rejects.toMatchObject({ name: 'InputError', code: 'not-found' })
})
