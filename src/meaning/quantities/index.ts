export { attachQuantities } from './attach.js'
export { readQuantities } from './read-quantities.js'
