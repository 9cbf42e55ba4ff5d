import { type Code, type CodeStyle, ordinalOf, parseCode } from '../language/codes.js'

/** A node of the criteria tree while it is being built. */
export interface TreeNode {
  id: string
  /** The id's part before the node's own chain of codes. */
  base: string
  code: Code | null
  style: CodeStyle | 'group' | 'plain'
  parent: TreeNode | null
  level: number
  children: number
  uncoded: number
}

/**
 * Puts each row under its parent by its code. Codes with several parts hang under their longest printed prefix; single
 * codes hang under the nearest open code of a style that stands above theirs (I over 1, A over I over 1); rows without
 * a code hang under the nearest coded row.
 */
export class CriteriaTree {
  private open: TreeNode[] = []
  private readonly used = new Map<string, number>()
  private readonly root: TreeNode

  constructor(
    appendixId: string,
    private readonly order: readonly CodeStyle[],
  ) {
    this.root = {
      id: appendixId,
      base: appendixId,
      code: null,
      style: 'plain',
      parent: null,
      level: 0,
      children: 0,
      uncoded: 0,
    }
  }

  addCoded(code: Code): TreeNode {
    const parent = this.parentOf(code)
    const repeats = parent?.code != null && isPrefix(parent.code.parts, code.parts)
    const base = parent === null ? this.root.base : repeats ? parent.base : parent.id
    return this.add(parent, `${base}/${code.value}`, base, code, code.style)
  }

  /** A heading without a code at the top ('CẢI CÁCH THỂ CHẾ' over the whole width). */
  addGroup(): TreeNode {
    return this.addPlain(null, 'group')
  }

  /** An item without a code under the nearest coded row, or under `parent` where the caller knows better. */
  addUncoded(parent: TreeNode | null = this.lastCoded()): TreeNode {
    return this.addPlain(parent, 'plain')
  }

  /** The open node that a row without a code belongs to. */
  lastCoded(): TreeNode | null {
    return this.open.findLast((node) => node.code !== null || node.style === 'group') ?? null
  }

  private addPlain(parent: TreeNode | null, style: 'group' | 'plain'): TreeNode {
    const owner = parent ?? this.root
    owner.uncoded++
    const id = `${owner.id}/~${owner.uncoded}`
    return this.add(parent, id, id, null, style)
  }

  private add(
    parent: TreeNode | null,
    id: string,
    base: string,
    code: Code | null,
    style: TreeNode['style'],
  ): TreeNode {
    const node: TreeNode = {
      id: this.unique(id),
      base,
      code,
      style,
      parent,
      level: (parent?.level ?? 0) + 1,
      children: 0,
      uncoded: 0,
    }
    if (parent !== null) parent.children++
    while (this.open.length > 0 && this.open.at(-1) !== parent) this.open.pop()
    this.open.push(node)
    return node
  }

  private unique(id: string): string {
    const count = (this.used.get(id) ?? 0) + 1
    this.used.set(id, count)
    return count === 1 ? id : `${id}#${count}`
  }

  private parentOf(code: Code): TreeNode | null {
    if (code.parts.length > 1) {
      const prefix = this.open.findLast((node) => node.code !== null && isPrefix(node.code.parts, code.parts))
      if (prefix !== undefined) return prefix
      return (
        this.open.findLast(
          (node) =>
            node.style !== 'plain' &&
            node.style !== 'arabic' &&
            node.style !== 'lower' &&
            this.mayHold(node, code),
        ) ?? null
      )
    }
    const rank = this.rankOf(code.style)
    return this.open.findLast((node) => node.style !== 'plain' && this.rankOf(standing(node)) < rank) ?? null
  }

  /** II.1 without a printed II is no part of I. */
  private mayHold(node: TreeNode, code: Code): boolean {
    const label = labelStyle(code)
    return label === null || this.rankOf(node.style) < this.rankOf(label)
  }

  /** Groups stand above all codes. */
  private rankOf(style: TreeNode['style']): number {
    return style === 'group' ? -1 : this.order.indexOf(style as CodeStyle)
  }
}

const usual: CodeStyle[] = ['upper', 'roman', 'arabic']

/**
 * Which style of numbering stands above which in a table: the one that begins anew less often. Where two begin equally
 * often, A stands over I over 1. Small letters always stand below the rest.
 */
export function rankStyles(codes: Code[]): CodeStyle[] {
  const starts = new Map<CodeStyle, number>()
  for (const code of codes)
    if (code.parts.length === 1 && ordinalOf(code.value, code.style) === 1)
      starts.set(code.style, (starts.get(code.style) ?? 0) + 1)
  const single = new Set(codes.filter((code) => code.parts.length === 1).map((code) => code.style))
  // A style of which only paths are printed (1.1 under I), or a single number that is no first, heads nothing.
  for (const style of usual)
    if (!single.has(style) || (!starts.has(style) && isAlone(codes, style)))
      starts.set(style, Number.MAX_SAFE_INTEGER)
  const ranked = usual.toSorted(
    (a, b) => (starts.get(a) ?? 0) - (starts.get(b) ?? 0) || usual.indexOf(a) - usual.indexOf(b),
  )
  return [...ranked, 'lower']
}

function isAlone(codes: readonly Code[], style: CodeStyle): boolean {
  return codes.filter((code) => code.parts.length === 1 && code.style === style).length === 1
}

/** The style by which a node can hold a single code: I.2 stands as high as its I, so that II is not below it. */
function standing(node: TreeNode): TreeNode['style'] {
  return (node.code === null ? null : labelStyle(node.code)) ?? node.style
}

/** The style of the letter that a labelled path (I.2, A.1) begins with; null for any other code. */
function labelStyle(code: Code): CodeStyle | null {
  const [label = ''] = code.parts
  return code.parts.length > 1 && !/^\d/u.test(label) ? (parseCode(label)?.style ?? null) : null
}

function isPrefix(prefix: string[], parts: string[]): boolean {
  return prefix.length < parts.length && prefix.every((part, index) => part === parts[index])
}
