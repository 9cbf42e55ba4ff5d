/** An English sentence with `{}` where a value stands, and the Vietnamese one with `{1}`, `{2}` … for those values. */
export type Translation = readonly [english: string, vietnamese: string]
