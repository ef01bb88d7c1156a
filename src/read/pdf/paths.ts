import type { Segment } from './ink.ts'
import { at, type Matrix } from './matrix.ts'

type Point = readonly [number, number]

/** Codes in pdfjs' path data (0 moves, 2 and 3 are curves), and how many numbers follow each. */
const LINE = 1
const CLOSE = 4
const NUMBERS = [2, 2, 6, 4, 0]

/** Off the axis by no more than this is still straight. */
const SLANT = 1
/** Bars up to this thickness are rulings, thicker ones are shading. */
const THIN = 3
const SHORTEST = 3

/** Sub-paths as lists of points; a curve is kept as a break, since no table is drawn with one. */
function subpaths(data: ArrayLike<number>, matrix: Matrix): Point[][] {
  const paths: Point[][] = []
  let path: Point[] = []
  const start = () => {
    if (path.length > 1) paths.push(path)
    path = []
  }
  for (let i = 0; i < data.length; ) {
    const code = data[i] ?? CLOSE
    const end: Point = at(matrix, data[i + (NUMBERS[code] ?? 0) - 1] ?? 0, data[i + (NUMBERS[code] ?? 0)] ?? 0)
    if (code === CLOSE) {
      if (path[0]) path.push(path[0])
    } else {
      if (code !== LINE) start()
      path.push(end)
    }
    i += 1 + (NUMBERS[code] ?? 0)
  }
  start()
  return paths
}

export function segmentBetween([x0, y0]: Point, [x1, y1]: Point): Segment | null {
  const [wide, high] = [Math.abs(x1 - x0), Math.abs(y1 - y0)]
  if (high <= SLANT && wide >= SHORTEST) return { level: true, at: (y0 + y1) / 2, from: Math.min(x0, x1), to: Math.max(x0, x1) }
  if (wide <= SLANT && high >= SHORTEST) return { level: false, at: (x0 + x1) / 2, from: Math.min(y0, y1), to: Math.max(y0, y1) }
  return null
}

/** The middle line of a thin bar, null for anything thicker. */
export function barBetween(x0: number, y0: number, x1: number, y1: number): Segment | null {
  const [wide, high] = [x1 - x0, y1 - y0]
  if (high <= THIN && wide >= SHORTEST && wide > high) return { level: true, at: (y0 + y1) / 2, from: x0, to: x1 }
  if (wide <= THIN && high >= SHORTEST && high > wide) return { level: false, at: (x0 + x1) / 2, from: y0, to: y1 }
  return null
}

const isSegment = (segment: Segment | null): segment is Segment => segment !== null

/** The rulings of a stroked path. */
export function stroked(data: ArrayLike<number>, matrix: Matrix): Segment[] {
  return subpaths(data, matrix)
    .flatMap((path) => path.slice(1).map((point, i) => segmentBetween(path[i] ?? point, point)))
    .filter(isSegment)
}

/** The rulings of a filled path: each thin bar in it. */
export function filled(data: ArrayLike<number>, matrix: Matrix): Segment[] {
  return subpaths(data, matrix)
    .filter((path) => path.length <= 6)
    .map((path) => {
      const xs = path.map(([x]) => x)
      const ys = path.map(([, y]) => y)
      return barBetween(Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys))
    })
    .filter(isSegment)
}
