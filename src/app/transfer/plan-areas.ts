import { areaCodeFault } from '../../domain/area-code.js';
import { EmailArea } from '../../domain/area.js';
import { changesBetween } from '../../domain/audit-event.js';
import { textKey } from '../../domain/normalise.js';
import type { TransferArea } from '../../domain/transfer.js';
import { nameFaults } from '../accounts/number-and-name.js';
import type { Plan, Planned, World } from './plan.js';
import { invalid, nameClashes, repeated } from './plan.js';

const KIND = 'areas';
const DESCRIPTION_CHARACTERS_MAX = 500;

/** Faults of a description, which areas and roles have. */
export const descriptionFaults = (kind: string, at: number, description: string | null) =>
  ((description?.length ?? 0) > DESCRIPTION_CHARACTERS_MAX
    ? [invalid(`A description has at most ${DESCRIPTION_CHARACTERS_MAX} characters`, kind, at, 'description')] : []);

const planOne = (item: TransferArea, existing: EmailArea | undefined, world: World): Planned<EmailArea> => {
  const record = existing ?? new EmailArea({ code: item.code, discovered: item.discovered, createdAt: world.now, version: 0 });
  const after = { name: item.name.trim(), description: item.description };
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
      ...items.flatMap(({ code, name, description }, at) => {
        const fault = areaCodeFault(code);
        return [
          ...(fault === null ? [] : [invalid(fault, KIND, at, 'code')]),
          ...nameFaults(name, [KIND, String(at), 'name']), ...descriptionFaults(KIND, at, description),
        ];
      }),
      ...repeated(items.map(({ code }) => code)).map((at) => invalid(`Area ${items[at]?.code} is in the file twice`, KIND, at, 'code')),
      ...nameClashes(KIND, items.map(({ code, name }) => ({ name, self: code })), world.areas.map(({ code, nameKey }) => ({ id: code, nameKey }))),
    ],
    planned: items.map((item) => planOne(item, existingOf(item), world)), reenter: [], remarks: [],
  };
};
