/** Stands for a name without a place while the rest of a question is read: 财政局 must not lose its words to an item. */
export const HELD = '\ue000'
