export { contactDesk } from './contact-desk.ts'
export { invoiceFile } from './invoice-file.ts'
export { rehearsal } from './rehearsal.ts'
