export { fileReason } from '../lib/file-reason.ts';
