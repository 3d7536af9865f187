import type { RoleListQuery } from './people.generated.js';

export type RecordsOfFragment = RoleListQuery['roles'][number]['accessRecords'][number];
