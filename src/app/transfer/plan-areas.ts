import { EmailArea } from '../../domain/area.js';
import { changesBetween } from '../../domain/audit-event.js';
import { textKey } from '../../domain/normalise.js';
import type { TransferArea } from '../../domain/transfer.js';
import { areaFaults, descriptionKept } from '../areas/area-input.js';
import type { Plan, Planned, World } from './plan.js';
import { invalid, nameClashes, repeated } from './plan.js';

const KIND = 'areas';
const planOne = (item: TransferArea, existing: EmailArea | undefined, world: World): Planned<EmailArea> => {
  const record = existing ?? new EmailArea({ code: item.code, discovered: item.discovered, createdAt: world.now, version: 0 });
  const after = { name: item.name.trim(), description: descriptionKept(item.description, null) };
  const changes = changesBetween(existing === undefined ? {} : { name: existing.name, description: existing.description }, after);
  return {
    entry: { kind: 'AREA', label: `Area ${item.code}`, action: existing === undefined ? 'NEW' : changes.length > 0 ? 'UPDATED' : 'UNCHANGED', changes },
    record, renamed: existing !== undefined && existing.nameKey !== textKey(after.name),
    write: () => { Object.assign(record, after, { nameKey: textKey(after.name), version: record.version + 1 }); },
  };
};

/** Areas are matched by code, which never changes. */
export const planAreas = (items: readonly TransferArea[], world: World): Plan<EmailArea> => {
  const existingOf = ({ code }: TransferArea): EmailArea | undefined => world.areas.find((area) => area.code === code);
  return {
    faults: [
      ...items.flatMap((item, at) => areaFaults(item, null).map((fault) => ({ ...fault, path: [KIND, String(at), ...fault.path.slice(1)] }))),
      ...repeated(items.map(({ code }) => code)).map((at) => invalid(`Area ${items[at]?.code} is in the file twice`, KIND, at, 'code')),
      ...nameClashes(KIND, items.map(({ code, name }) => ({ name, self: code })), world.areas.map(({ code, nameKey }) => ({ id: code, nameKey }))),
    ],
    planned: items.map((item) => planOne(item, existingOf(item), world)), reenter: [], remarks: [],
  };
};
