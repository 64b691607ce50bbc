export { invoiceFile } from '../../workflows/invoice-file.ts'
export { handwrittenFile } from './handwritten-file.ts'
