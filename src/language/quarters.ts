/** The pattern of a quarter (quý) in folded words: 'quy i', 'qui 4'. */
export const quarterPattern = '(?:quy|qui) (?:[1-4]|i{1,3}|iv)(?![a-z])'
