/** An enum object for TypeGraphQL from a closed list of the domain, so that the list is written once. */
export const enumOf = <T extends string>(values: readonly T[]): { readonly [K in T]: K } =>
  Object.fromEntries(values.map((value) => [value, value])) as { readonly [K in T]: K };

/** What each value means, as `registerEnumType` takes it; a value without words does not compile. */
export const described = <T extends string>(words: Readonly<Record<T, string>>): Record<string, { description: string }> =>
  Object.fromEntries(Object.entries<string>(words).map(([value, description]) => [value, { description }]));
