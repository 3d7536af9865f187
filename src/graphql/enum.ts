/** An enum object for TypeGraphQL from a closed list of the domain, so that the list is written once. */
export const enumOf = <T extends string>(values: readonly T[]): { readonly [K in T]: K } =>
  Object.fromEntries(values.map((value) => [value, value])) as { readonly [K in T]: K };
