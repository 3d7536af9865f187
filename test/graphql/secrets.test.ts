import { expect, test } from '@jest/globals';
import { isInterfaceType, isObjectType } from 'graphql';
import { bareSchema } from '../../src/graphql/schema.js';

/** The only fields that answer a credential: each does it once, to whoever just asked for it. */
const SHOWN_ONCE = ['SignInPayload.token', 'ApplicationTokenPayload.secret', 'ResetPasswordPayload.password', 'EmployeePayload.oneTimePassword', 'ResetPasswordPayload.oneTimePassword'];

/** Says that there is one, or what is the matter with it, never what it is; or is the name of an algorithm. */
const SAYS_ABOUT = /^(has|must|is)[A-Z]|(State|ChangedAt|ExpiresAt|Hint)$|^cipherSuite$/;
const SECRET = /password|secret|api_?key|token|credential|sealed|hash|cipher|private/i;

test('no output field could show a secret, but for those that are shown once', async () => {
  const schema = await bareSchema();
  const found = Object.values(schema.getTypeMap())
    .filter((type) => (isObjectType(type) || isInterfaceType(type)) && !type.name.startsWith('__') && type.name !== 'Query' && type.name !== 'Mutation')
    .flatMap((type) => (isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()).map((field) => ({ place: `${type.name}.${field.name}`, field })) : []))
    // A field that leads to records is not itself one: what stands in them is looked at field by field.
    .filter(({ field }) => /^\[?(String|ID|JSON)\b/.test(String(field.type)) && SECRET.test(field.name) && !SAYS_ABOUT.test(field.name))
    .map(({ place }) => place);
  expect(found.filter((place) => !SHOWN_ONCE.includes(place))).toEqual([]);
});
