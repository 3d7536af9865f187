import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { z } from 'zod';
import type { OutgoingServer } from '../../domain/discovery/autoconfig.js';

/** The text is no configuration file. */
export class NoConfigFile extends Error {
  override readonly name = 'NoConfigFile';
}

const LISTS = ['emailProvider', 'outgoingServer', 'authentication'];
const SERVERS_MAX = 20;

const parser = new XMLParser({
  ignoreAttributes: false, attributeNamePrefix: '@', parseTagValue: false, processEntities: false, ignoreDeclaration: true, ignorePiTags: true,
  isArray: (name) => LISTS.includes(name), maxNestedTags: 20,
});

const SERVER = z.object({
  '@type': z.literal('smtp'), hostname: z.string().max(300), port: z.string().regex(/^\d{1,5}$/).transform(Number), socketType: z.string().max(40),
  authentication: z.array(z.string().max(40)).max(10), username: z.string().max(300).optional(),
});
const CONFIG = z.object({
  clientConfig: z.object({ emailProvider: z.array(z.object({ outgoingServer: z.array(z.unknown()).default([]) })).min(1) }),
});

const parsed = (text: string): unknown => {
  try {
    return parser.parse(text);
  } catch {
    throw new NoConfigFile('its tags are nested too deeply, or have names that no such file has');
  }
};

/**
 * The servers for sending of a configuration file for mail programs
 * (https://wiki.mozilla.org/Thunderbird:Autoconfiguration:ConfigFileFormat), in its order; one that is not understood is left
 * out. No entity is expanded, and a document type, by which entities are declared, is refused. Throws NoConfigFile.
 */
export const readConfigFile = (text: string): OutgoingServer[] => {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) throw new NoConfigFile('it declares a document type, which no such file needs');
  if (XMLValidator.validate(text) !== true) throw new NoConfigFile('it is not well-formed XML');
  const config = CONFIG.safeParse(parsed(text));
  if (!config.success) throw new NoConfigFile('it is XML of another kind');
  const servers = config.data.clientConfig.emailProvider.flatMap(({ outgoingServer }) => outgoingServer).slice(0, SERVERS_MAX);
  return servers.flatMap((given) => {
    const server = SERVER.safeParse(given);
    if (!server.success) return [];
    const { hostname, port, socketType, authentication, username } = server.data;
    return [{ hostname, port, socketType, authentications: authentication, username: username ?? null }];
  });
};
