/**
 * Stands for `@rjsf/validator-ajv8`, which the form library's test helper imports from its main door without declaring it.
 * The forms check by zod (`zod-validator.ts`); the page must not carry a compiler of schemas that its policy forbids.
 */
export default {}
