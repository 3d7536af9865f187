import { isIP } from 'node:net';
import { asciiDomain } from '../domain/domain-name.js';

/** Asks for CNAME records; an empty list where there is none. */
interface AsksForNames { names(name: string, type: 'CNAME'): Promise<readonly string[]> }

/** A chain that is longer is a circle, or meant to be one. */
const HOPS_MAX = 8;

/** The names that a server's name is an alias of, in order; as far as they could be found out. Never throws. */
export const aliasesOf = async (server: string, questions: AsksForNames): Promise<readonly string[]> => {
  const aliases: string[] = [];
  let name = isIP(server.replace(/^\[(.*)\]$/, '$1')) === 0 ? asciiDomain(server) ?? '' : '';
  while (name.includes('.') && aliases.length < HOPS_MAX) {
    const [next] = await questions.names(name, 'CNAME').catch(() => []);
    if (next === undefined || aliases.includes(next)) break;
    aliases.push(next);
    name = next;
  }
  return aliases;
};
