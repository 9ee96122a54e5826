/** The names that a table has an entry for, in its order. */
export function namesOf<Name extends string>(table: Readonly<Record<Name, unknown>>): Name[] {
  // A table has no entries besides those of its type: it is written out where it is declared.
  return Object.keys(table) as Name[];
}
