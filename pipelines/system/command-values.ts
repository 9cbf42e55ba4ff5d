/** Options of a command line as parseArgs gives them. */
export type Values = Record<string, string | boolean | undefined>
