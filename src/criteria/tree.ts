import type { Code, CodeStyle } from '../language/codes.js'

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
 * codes hang under the nearest open code of a style that was in use before theirs (I over 1, A over I over 1); rows
 * without a code hang under the nearest coded row.
 */
export class CriteriaTree {
  private open: TreeNode[] = []
  private readonly order: (CodeStyle | 'group')[] = []
  private readonly used = new Map<string, number>()
  private readonly root: TreeNode

  constructor(appendixId: string) {
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
    this.see('group')
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
          (node) => node.style !== 'plain' && node.style !== 'arabic' && node.style !== 'lower',
        ) ?? null
      )
    }
    this.see(code.style)
    const rank = this.order.indexOf(code.style)
    return (
      this.open.findLast(
        (node) =>
          node.style !== 'plain' && node.style !== code.style && this.order.indexOf(node.style) < rank,
      ) ?? null
    )
  }

  /** Styles rank in the order in which they first appear, small letters always last. */
  private see(style: CodeStyle | 'group'): void {
    if (this.order.includes(style)) return
    const lower = this.order.indexOf('lower')
    if (style === 'group') this.order.unshift(style)
    else if (lower >= 0) this.order.splice(lower, 0, style)
    else this.order.push(style)
  }
}

function isPrefix(prefix: string[], parts: string[]): boolean {
  return prefix.length < parts.length && prefix.every((part, index) => part === parts[index])
}
