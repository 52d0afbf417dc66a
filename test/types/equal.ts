/** True where two types are one: what TypeScript cannot tell apart in any place. */
export type Equal<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/**
 * A type without names: interfaces and intersections become objects, and everything is readonly.
 * Of a type with an index signature only that is kept: known ids are for editors alone.
 */
export type Plain<T> = T extends string | number | boolean | null | undefined
  ? T
  : unknown extends T
    ? T
    : T extends readonly (infer Element)[]
      ? readonly Plain<Element>[]
      : string extends keyof T
        ? { readonly [key: string]: Plain<T[keyof T & string]> }
        : { readonly [Key in keyof T]: Plain<T[Key]> };

/** The keys that are named, without an index signature. */
export type Named<T> = { [Key in keyof T as string extends Key ? never : Key]: T[Key] };

/** The keys whose types differ, or that only one side has: an error of the compiler then says which. */
export type Differences<A, B> = {
  [Key in keyof A | keyof B]: Key extends keyof A & keyof B
    ? Equal<Pick<A, Key>, Pick<B, Key>> extends true
      ? never
      : Key
    : Key;
}[keyof A | keyof B];
