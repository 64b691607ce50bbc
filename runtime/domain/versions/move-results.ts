/**
 * What a publication has made of a file: `waiting` moves once what it asked for is answered, `parked` has no step in the new
 * version, `failed` could not load it and stays.
 */
export const moveResults = ['moved', 'stayed', 'waiting', 'parked', 'failed'] as const
export type MoveResult = (typeof moveResults)[number]
