export { type FolderOptions, importFolder } from './batch-import.js'
export { toJson, writeWhole } from './written-files.js'
